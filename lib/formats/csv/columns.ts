/** What a column of a table is for, by the names that programs give it (in lower case, letters and digits only). */
const NAMES = {
  id: ['id', 'paperid', 'arxivid', 'arxiv'],
  address: [
    'url',
    'link',
    'address',
    'href',
    'uri',
    'paperurl',
    'arxivurl',
    'abs',
    'pdf',
    'pdfurl',
  ],
  doi: ['doi'],
  title: ['title', 'name', 'papertitle'],
  authors: ['authors', 'author'],
  abstract: ['abstract', 'abstractnote', 'summary'],
  publishedAt: ['publishedat', 'published', 'publicationdate', 'date', 'publicationyear', 'year'],
  note: ['note', 'notes', 'annotation', 'comment', 'comments'],
  /** What the reader marked in the text. */
  highlights: ['highlights', 'annotations', 'selection'],
  description: ['description', 'excerpt'],
  tags: ['tags', 'tag', 'labels', 'manualtags', 'documenttags', 'keywords'],
  folder: ['folder', 'collection', 'list'],
  starred: ['starred', 'favorite', 'favourite', 'favorited', 'favourited', 'star'],
  status: ['status', 'readingstatus'],
  unread: ['toread', 'unread', 'inqueue'],
  read: ['read', 'isread'],
  createdAt: [
    'createdat',
    'created',
    'dateadded',
    'added',
    'addedat',
    'time',
    'timeadded',
    'timestamp',
    'saveddate',
    'savedat',
  ],
  starredAt: ['starredat'],
  statusAt: ['statusat'],
  tagsAt: ['tagsat'],
  noteAt: ['noteat'],
  githubRepo: ['githubrepo', 'code', 'codelink', 'github'],
  extra: ['extra', 'archivelocation', 'archiveid', 'callnumber'],
} as const;

export type Column = keyof typeof NAMES;

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries(NAMES).flatMap(
    ([column, names]) => names.map((name): [string, Column] => [name, column as Column]), // its keys are the columns
  ),
);

/** What a column with this heading is for; null for one that is not read. */
export function columnOf(heading: string): Column | null {
  return COLUMNS.get(heading.toLowerCase().replace(/[^a-z0-9]/g, '')) ?? null;
}

/** What parts the columns under this first line, or null if it is no heading of a table that names papers. */
export function delimiterOf(line: string): ',' | ';' | '\t' | null {
  if (line.length > 5_000) return null;
  for (const delimiter of [',', ';', '\t'] as const) {
    const headings = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const columns = headings.map(columnOf);
    const named = (['id', 'address', 'doi'] as const).some((column) => columns.includes(column));
    if (headings.length > 1 && named && columns.filter((one) => one !== null).length > 1) {
      return delimiter;
    }
  }
  return null;
}

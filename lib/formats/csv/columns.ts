/** What a column of a table is for, by the names that programs and people give it (in lower case, letters and digits only). */
const NAMES = {
  id: 'id paperid arxivid arxiv',
  address:
    'url urls link links address href uri web website paperurl paperlink arxivurl arxivlink abs pdf pdfurl pdflink lien enlace collegamento adresse 链接 论文链接 网址 地址 リンク 링크',
  doi: 'doi',
  title:
    'title name paper papertitle papername articletitle titel titre título titolo 标题 题目 论文 论文标题 篇名 タイトル 제목',
  authors:
    'authors author additionalauthors creators autor autoren auteur auteurs autores autore autori 作者 著者 저자',
  abstract: 'abstract abstractnote summary zusammenfassung résumé resumen 摘要',
  publishedAt:
    'publishedat published publicationdate publicationyear originalpublicationyear yearpublished date year jahr année año anno',
  note: 'note notes annotation comment comments remark remarks mynotes privatenotes myreview review notiz notizen anmerkung anmerkungen kommentar nota notas remarque remarques 备注 笔记 メモ 메모',
  /** What the reader marked in the text. */
  highlights: 'highlights annotations selection',
  description: 'description excerpt',
  tags: 'tags tag labels label manualtags documenttags keywords keyword topics topic category categories shelves bookshelves schlagwort schlagwörter schlagworte stichwörter étiquette étiquettes motsclés etiqueta etiquetas etichette 标签 关键词 タグ 태그',
  folder: 'folder collection collections list lists',
  starred: 'starred favorite favourite favorited favourited star important isfavorite isstarred',
  status:
    'status readingstatus readstatus state exclusiveshelf location statut estado stato 状态 상태',
  unread: 'toread unread inqueue',
  read: 'read isread done finished completed archived',
  readAt: 'dateread readat readon datefinished finishedat finishedon completedat',
  createdAt:
    'createdat created createdtime createdon dateadded adddate added addedat addedon time timeadded timestamp saveddate savedat savedon datesaved erstellt erstelltam hinzugefügt hinzugefügtam ajouté ajoutéle créé crééle creado añadido aggiunto creato 添加时间 创建时间',
  starredAt: 'starredat',
  statusAt: 'statusat',
  tagsAt: 'tagsat',
  noteAt: 'noteat',
  githubRepo: 'githubrepo code codelink codeurl github githublink',
  extra: 'extra archivelocation archiveid callnumber',
  /** Where Google Scholar and others have "arXiv preprint arXiv:2401.12345". */
  venue: 'venue journal publication publicationtitle journaltitle sourcetitle',
} as const;

export type Column = keyof typeof NAMES;

const COLUMNS: ReadonlyMap<string, Column> = new Map(
  Object.entries(NAMES).flatMap(
    ([column, names]) => names.split(' ').map((name): [string, Column] => [name, column as Column]), // its keys are the columns
  ),
);

/** "Link to paper", "arXiv URL" */
const ADDRESS = /\b(?:url|link|arxiv|doi)\b/i;

/** What a column with this heading is for; null for one that is not read. */
export function columnOf(heading: string): Column | null {
  const known = COLUMNS.get(plainName(heading));
  if (known !== undefined) return known;
  return ADDRESS.test(heading) && heading.trim().split(/\s+/).length <= 3 ? 'address' : null;
}

/** Whether headings are those of Zotero, which parts lists by semicolons alone: names and tags have commas. */
export function isZotero(headings: readonly string[]): boolean {
  return headings.map(plainName).some((name) => name === 'manualtags' || name === 'itemtype');
}

function plainName(heading: string): string {
  return heading.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** Lines before the headings that are looked at: Excel's "sep=;", a name, remarks. */
export const MOST_REMARKS = 10;

/** Where the headings of a table stand among its first lines, and what parts its columns; null if they are not a table's. */
export function headingsIn(lines: readonly string[]): { at: number; delimiter: string } | null {
  let remarks = 0;
  for (const [at, line] of lines.entries()) {
    const delimiter = delimiterOf(line);
    if (delimiter !== null) return { at, delimiter };
    if (line.includes('://')) return null;
    if (line.trim() !== '') remarks++;
    if (remarks > MOST_REMARKS) return null;
  }
  return null;
}

/** What parts the columns under this line, or null if it is not the heading of a table that names papers. */
function delimiterOf(line: string): string | null {
  if (line.length > 5_000) return null;
  for (const delimiter of [',', ';', '\t']) {
    const headings = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/, '$1'));
    const columns = headings.map(columnOf).filter((column) => column !== null);
    const named = (['id', 'address', 'doi', 'venue'] as const).some((column) =>
      columns.includes(column),
    );
    if (named && new Set(columns).size > 1) return delimiter;
  }
  return null;
}

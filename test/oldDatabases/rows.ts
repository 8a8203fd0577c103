// What the versions of the extension wrote into their tables, spelled out here: what lib writes today may differ.

/** Rows by table. */
export type OldRows = Record<string, Record<string, unknown>[]>;

const AT = '2026-03-01T10:00:00.000Z';

const idOf = (n: number): string => `arxiv:2503.${String(n).padStart(5, '0')}`;

function paper(n: number, abstract: string): Record<string, unknown> {
  return {
    id: idOf(n),
    title: `Old paper ${n}`,
    authors: ['Ada Lovelace', `Author ${n}`],
    abstract,
    publishedAt: '2025-03-02',
    organization: 'An institute',
  };
}

/** What the reader had said of the paper with a number. */
export function oldAnnotation(n: number): Record<string, unknown> {
  const statuses = ['to-read', 'reading', 'read', null];
  return {
    starred: n % 3 !== 1,
    starredAt: n % 3 === 1 ? null : AT,
    status: statuses[n % 4] ?? null,
    statusAt: n % 4 === 3 ? null : AT,
    tags: n % 2 === 0 ? ['even', `seven/${n % 7}`] : [`seven/${n % 7}`],
    tagsAt: AT,
    note: n % 5 === 0 ? `Zettel ${n}\n\nשלום 強化学習` : '',
    noteAt: n % 5 === 0 ? AT : null,
    createdAt: AT,
  };
}

/** So many bookmarks, twice as many papers in the history, and one or two of everything else that a version had. */
export function oldRows(version: number, count: number, abstract = 'An abstract.'): OldRows {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const bookmarks = numbers.map((n) => ({
    paper: paper(n, abstract),
    annotation: oldAnnotation(n),
    ...(n === 7 ? { extra: { fromElsewhere: { kept: true } } } : {}),
    id: idOf(n),
    rank: {
      starred: -Date.parse(AT),
      published: -Date.parse('2025-03-02'),
      title: `old paper ${n}`,
    },
  }));
  const papers = Array.from({ length: 2 * count }, (_, n) => ({
    id: idOf(n),
    paper: paper(n, abstract),
    firstSeenAt: AT,
    firstSeenOn: '/papers',
    lastSeenAt: AT,
    lastSeenOn: '/papers',
  }));
  const ids = numbers.map(idOf);
  return {
    bookmarks,
    papers,
    trash: [
      {
        paper: paper(90_000, abstract),
        annotation: oldAnnotation(0),
        id: idOf(90_000),
        trashedAt: AT,
      },
    ],
    events: [{ id: idOf(0), events: [{ at: AT, step: 1, starred: true }] }],
    colours: [{ key: 'even', tag: 'even', colour: 'teal' }],
    searches: [{ name: 'Unread', query: 'is:unread', savedAt: AT }],
    steps: [
      {
        step: 1,
        part: 0,
        at: AT,
        changes: [
          {
            id: idOf(0),
            was: { starred: false, starredAt: null },
            left: { starred: true, starredAt: AT },
          },
        ],
      },
    ],
    touched: [{ ids }],
    ...(version >= 30 ? { uncopied: [{ ids }] } : {}),
    ...(version >= 40 ? { counts: countsOf(bookmarks) } : {}),
  };
}

function countsOf(bookmarks: { annotation: Record<string, unknown> }[]): { key: string }[] {
  const counts = new Map<string, number>([['all', bookmarks.length]]);
  for (const { annotation } of bookmarks) {
    const { tags } = annotation;
    for (const tag of Array.isArray(tags) ? tags : []) {
      counts.set(`tag ${tag}`, (counts.get(`tag ${tag}`) ?? 0) + 1);
    }
  }
  return [...counts].map(([key, count]) => ({ key, count }));
}

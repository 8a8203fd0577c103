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
    annotation: oldAnnotation(n),
    ...(n === 7 ? { extra: { fromElsewhere: { kept: true } } } : {}),
    id: idOf(n),
  }));
  const seen = Array.from({ length: 2 * count }, (_, n) => n);
  const papers =
    version >= 50 ? splitPapers(bookmarks, seen, abstract) : wholePapers(bookmarks, seen, abstract);
  const ids = numbers.map(idOf);
  return {
    ...papers,
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

const TRASHED = 90_000;

/** Until version 4 each row had the facts of its paper, and the history did not say on which site. */
function wholePapers(
  bookmarks: { id: string }[],
  seen: readonly number[],
  abstract: string,
): OldRows {
  return {
    bookmarks: bookmarks.map((bookmark, n) => ({
      paper: paper(n, abstract),
      ...bookmark,
      rank: {
        starred: -Date.parse(AT),
        published: -Date.parse('2025-03-02'),
        title: `old paper ${n}`,
      },
    })),
    papers: seen.map((n) => ({
      id: idOf(n),
      paper: paper(n, abstract),
      firstSeenAt: AT,
      firstSeenOn: '/papers',
      lastSeenAt: AT,
      lastSeenOn: '/papers?date=2026-03-01',
    })),
    trash: [
      {
        paper: paper(TRASHED, abstract),
        annotation: oldAnnotation(0),
        id: idOf(TRASHED),
        trashedAt: AT,
      },
    ],
  };
}

/** Since version 5 the facts are in one table. */
function splitPapers(
  bookmarks: { id: string }[],
  seen: readonly number[],
  abstract: string,
): OldRows {
  return {
    bookmarks: bookmarks.map((bookmark) => ({ ...bookmark, rank: -Date.parse(AT) })),
    papers: [...seen, TRASHED].map((n) => ({ id: idOf(n), paper: paper(n, abstract) })),
    history: seen.map((n) => ({
      id: idOf(n),
      firstSeenAt: AT,
      firstSeenOn: 'https://huggingface.co/papers',
      lastSeenAt: AT,
      lastSeenOn: 'https://huggingface.co/papers?date=2026-03-01',
    })),
    trash: [{ annotation: oldAnnotation(0), id: idOf(TRASHED), trashedAt: AT }],
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

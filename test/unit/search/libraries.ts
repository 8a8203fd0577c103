import fc from 'fast-check';
import { STATUSES } from '../../../lib/papers/annotation';
import type { Query } from '../../../lib/papers/query/ast';
import type { SearchDocument } from '../../../lib/search/document';
import { annotation, paper, paperId } from '../arbitraries';

/** Words that meet often: prefixes of one another, accents, several scripts, words of more words, none. */
const PIECES = [
  ...[
    'tree',
    'tree search',
    'trees',
    't',
    'Sea',
    'search',
    'GPT-4',
    'GPT模型',
    '模型',
    '学',
    '强化学习',
    '化学',
    '学习',
  ],
  ...[
    '한국어',
    '한',
    'ゼロショット',
    'Müller',
    'mull',
    'ﬁne',
    '😀',
    'ml',
    'ml/rl',
    'ML',
    'mlx',
    'É',
    '2504',
    '!',
    'Tree-Search',
    'pre',
    'pretree',
    'pre-',
    '4',
    'treesearch',
    'GPT4',
    'trees-t-tree-a',
    "ml's",
    'mls',
    '4-2504',
    '',
  ],
] as const;
const piece = fc.constantFrom(...PIECES);
const text = fc.array(piece, { maxLength: 4 }).map((pieces) => pieces.join(' '));
const few = fc.constantFrom(
  'Ada Lovelace',
  'Ada Müller',
  'Lovelace 学习',
  '李 学',
  'Tree-Ada',
  'tree',
);

/** Any document, its texts of words that others have too. */
const document: fc.Arbitrary<SearchDocument> = fc
  .tuple(
    paperId.chain(paper),
    fc.option(annotation),
    fc.record({
      title: text,
      note: text,
      tags: fc.uniqueArray(piece.filter(Boolean)),
      authors: fc.array(few),
    }),
    fc.option(fc.record({ name: piece.filter(Boolean), fullname: piece.filter(Boolean) })),
    fc.constantFrom(null, ['2026-01-01T00:00:00.000Z'], ['2026-03-01T00:00:00.000Z', 'x']),
    fc.boolean(),
    fc.constantFrom(undefined, undefined, true as const),
  )
  .map(([facts, said, words, organization, seen, plain, dismissed]) => ({
    id: facts.id,
    paper: {
      ...facts,
      ...(plain ? {} : { title: words.title, authors: words.authors, venue: words.title }),
      ...(organization === null ? {} : { organization }),
    },
    annotation: said && { ...said, ...(plain ? {} : { tags: words.tags, note: words.note }) },
    seen:
      (said !== null || dismissed) && seen === null
        ? null
        : {
            firstSeenAt: seen?.[0] ?? '2026-02-01T00:00:00.000Z',
            lastSeenAt: '2026-04-01T00:00:00.000Z',
            sites: seen?.[1] === 'x' ? ['Hugging Face'] : ['arXiv'],
          },
    dismissed,
  }));

/** Documents with different ids. */
export const documents: fc.Arbitrary<SearchDocument[]> = fc.uniqueArray(document, {
  selector: ({ id }) => id,
  maxLength: 40,
});

const day = fc.option(
  fc.oneof(
    fc.constantFrom('1999-12-31', '2026-01-01', '2026-01-31', '2026-12-31'),
    fc
      .date({ min: new Date('1991-01-01'), max: new Date('2099-01-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10)),
  ),
);
const time = fc.constantFrom(null, '2026-01-01T00:00:00.000Z', '2026-02-15T00:00:00.000Z');
const leaf: fc.Arbitrary<Query> = fc.oneof(
  fc.constant<Query>({ kind: 'all' }),
  fc.record({ kind: fc.constantFrom('word' as const, 'phrase' as const), text }),
  fc.record({ kind: fc.constant('word' as const), text: piece }),
  fc.record({ kind: fc.constant('tag' as const), tag: fc.option(piece) }),
  fc.record({
    kind: fc.constant('is' as const),
    what: fc.constantFrom(
      'starred' as const,
      'noted' as const,
      'unread' as const,
      'updated' as const,
      'withdrawn' as const,
      'dismissed' as const,
      ...STATUSES,
    ),
  }),
  fc.record({
    kind: fc.constantFrom('author' as const, 'org' as const, 'venue' as const),
    text: fc.oneof(piece, fc.constantFrom('ada', 'ada l', 'l a', 'ada 学', 'treeada', 'tree-a')),
  }),
  fc.record({ kind: fc.constant('year' as const), from: fc.nat(2100), to: fc.nat(2100) }),
  fc.record({ kind: fc.constant('published' as const), from: day, to: day }),
  fc.record({ kind: fc.constant('added' as const), from: time, to: time }),
  fc.record({ kind: fc.constant('site' as const), text: fc.constantFrom('hug', 'arxiv', 'x') }),
);

/** Any query. */
export const query: fc.Arbitrary<Query> = fc.letrec<{ query: Query }>((tie) => ({
  query: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    leaf,
    fc.record({
      kind: fc.constantFrom('and' as const, 'or' as const),
      parts: fc.array(tie('query'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ kind: fc.constant('not' as const), part: tie('query') }),
  ),
})).query;

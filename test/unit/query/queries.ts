import fc from 'fast-check';
import { type Annotation, emptyAnnotation, STATUSES } from '../../../lib/papers/annotation';
import { join, not, type Query } from '../../../lib/papers/query/ast';
import { STATES } from '../../../lib/papers/query/fields';
import type { Entry } from '../../../lib/papers/query/matches';
import { parseQuery } from '../../../lib/papers/query/parse';
import { words } from '../../../lib/papers/query/words';
import { cleanTag } from '../../../lib/papers/tags';

/** The clock of these tests: a Thursday, at noon where the tests run. */
export const NOW = new Date(2026, 3, 16, 12);
const AT = new Date(2026, 3, 16, 8).toISOString();

/** What a text asks for. */
export function read(text: string): Query {
  return parseQuery(text, NOW).query;
}

/** An entry with these facts, in a library where nothing is annotated unless said. */
export function entry(
  paper: Partial<Entry['paper']> = {},
  annotation: Partial<Annotation> = {},
  rest: Partial<Entry> = {},
): Entry {
  return {
    paper: { id: 'arxiv:2504.12345', title: 'Flow Matching', authors: [], ...paper },
    annotation: { ...emptyAnnotation(AT), ...annotation },
    addedAt: AT,
    ...rest,
  };
}

// Few words, so that generated queries find some of the generated entries.
const WORDS = [
  'flow',
  'flo',
  'tree',
  'search',
  'naïve',
  'Straße',
  '强化学习',
  '学习',
  '학습',
  '🔥',
  'x',
];
const TAGS = [
  'rl',
  'rl/offline',
  'tree search',
  'none',
  'say "hi"',
  'a\\b',
  '(x)',
  'OR',
  '-y',
  'Ärger',
];
const NAMES = ['Łukasz Kaiser', 'José García', 'Jean-Baptiste Alayrac', '李飞飞'];
const word = fc.constantFrom(...WORDS);
const anyText = fc.oneof(word, fc.string({ unit: 'grapheme', maxLength: 8 }));
const someWords = fc.array(word, { minLength: 1, maxLength: 3 }).map((all) => all.join(' '));
const phrase = fc
  .oneof(someWords, fc.string({ maxLength: 12 }))
  .filter((text) => words(text).length > 0);
const tag = fc
  .oneof(fc.constantFrom(...TAGS), fc.string({ maxLength: 8 }))
  .map(cleanTag)
  .filter((text) => text !== '');
const named = fc
  .oneof(fc.constantFrom(...NAMES, 'garcia', 'jean-b', 'a"b'), phrase)
  .map((text) => text.trim());
const year = fc.oneof(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 2020, max: 2026 }));
const time = fc.oneof(
  fc.date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
  fc
    .tuple(fc.integer({ min: 0, max: 800 }), fc.constantFrom(0, 0, 1))
    .map(([days, milliseconds]) => new Date(2025, 0, 1 + days, 0, 0, 0, milliseconds)),
);
const times = fc
  .tuple(time, time)
  .filter(([a, b]) => a.getTime() !== b.getTime())
  .map((both) => both.map((date) => date.toISOString()).sort());
const day = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const days = fc.tuple(day, day).map((both) => both.sort());
const maybe = (iso: string | undefined, isThere: boolean): string | null =>
  isThere && iso !== undefined ? iso : null;

const leaf: fc.Arbitrary<Query> = fc.oneof(
  word.map((text): Query => ({ kind: 'word', text })),
  phrase.map((text): Query => ({ kind: 'phrase', text })),
  fc.option(tag).map((one): Query => ({ kind: 'tag', tag: one })),
  fc.constantFrom(...STATES).map((what): Query => ({ kind: 'is', what })),
  named.map((text): Query => ({ kind: 'author', text })),
  named.map((text): Query => ({ kind: 'org', text })),
  named.map((text): Query => ({ kind: 'site', text })),
  fc
    .tuple(fc.constantFrom('title', 'abstract', 'note'), phrase)
    .map(([kind, text]): Query => ({ kind, text: text.trim() })),
  fc
    .tuple(year, year)
    .map(([a, b]): Query => ({ kind: 'year', from: Math.min(a, b), to: Math.max(a, b) })),
  fc.tuple(days, fc.boolean(), fc.boolean()).map(
    ([[from, to], isFrom, isTo]): Query => ({
      kind: 'published',
      from: maybe(from, isFrom),
      to: maybe(to, isTo),
    }),
  ),
  fc.tuple(times, fc.boolean(), fc.boolean()).map(
    ([[from, to], isFrom, isTo]): Query => ({
      kind: 'added',
      from: maybe(from, isFrom),
      to: maybe(to, isTo),
    }),
  ),
);

/** Any one thing that a query can ask for. */
export const term: fc.Arbitrary<Query> = leaf;

/** Any query as the parser makes them: flat, nothing negated twice. */
export const query: fc.Arbitrary<Query> = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Query>({ kind: 'all' }) },
  {
    weight: 20,
    arbitrary: fc.letrec<{ any: Query }>((tie) => ({
      any: fc.oneof(
        { maxDepth: 4 },
        leaf,
        fc
          .tuple(fc.constantFrom('and', 'or'), fc.array(tie('any'), { minLength: 2, maxLength: 4 }))
          .map(([kind, parts]): Query => join(kind, parts) ?? { kind: 'all' }),
        tie('any').map(not),
      ),
    })).any,
  },
);

/** Any text that somebody might type, with a preference for what has a meaning. */
export const typed: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc
    .array(
      fc.oneof(
        fc.constantFrom(
          ...['(', ')', '"', '-', ' ', '  ', 'OR', '|', ' OR ', '\\', '“', '”', ':', '\n', 'tag:'],
          ...[
            'tag:rl',
            '-tag:none',
            'is:read',
            'is:x',
            'year:',
            'year:2020..',
            'added:<7d',
            'foo:b',
          ],
          ...['added:2026-03', 'added:', 'author:"', 'hf:', 'arxiv:2504.12345', 'a-b', '→', '..'],
          ...['https://arxiv.org/abs/2504.12345', 'https://huggingface.co/papers/OR', 'doi:tag:x'],
        ),
        word,
      ),
      { maxLength: 25 },
    )
    .map((parts) => parts.join('')),
);

/** Any entry, with and without an annotation, made of the same few words. */
export const entries: fc.Arbitrary<Entry> = fc
  .record({
    title: fc.array(anyText, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')),
    abstract: fc.option(someWords, { nil: undefined }),
    authors: fc.uniqueArray(fc.constantFrom(...NAMES)),
    organization: fc.option(
      fc.record({ name: word, fullname: fc.option(someWords, { nil: undefined }) }),
      { nil: undefined },
    ),
    publishedAt: fc.option(
      year.map((y) => `${String(y).padStart(4, '0')}-02-03`),
      { nil: undefined },
    ),
    annotation: fc.option(
      fc.record({
        starred: fc.boolean(),
        status: fc.constantFrom(null, ...STATUSES),
        tags: fc.uniqueArray(tag, { maxLength: 3 }),
        note: fc.oneof(fc.constant(''), someWords),
      }),
      { nil: undefined },
    ),
    addedAt: time.map((date) => date.toISOString()),
    seenOn: fc.option(fc.uniqueArray(fc.constantFrom('Hugging Face', 'arXiv')), {
      nil: undefined,
    }),
  })
  .map(({ annotation, addedAt, seenOn, ...facts }) => ({
    ...entry(facts, annotation, { addedAt, seenOn }),
    ...(annotation === undefined ? { annotation: undefined } : {}),
  }));

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AnyDifference, differences, isChange } from '../../lib/imports/differences';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { Bookmark, Incoming } from '../../lib/papers/bookmark';
import { deepEqual } from '../../lib/papers/deepEqual';
import { mergeIncoming } from '../../lib/papers/merging';
import { annotation, extra, paper } from './arbitraries';

const ID = 'arxiv:2504.12345';
const EARLY = '2026-01-01T00:00:00.000Z';
const LATE = '2026-06-01T00:00:00.000Z';

function bookmark(said: Partial<Bookmark['annotation']> = {}, facts = {}): Bookmark {
  return {
    paper: { id: ID, title: 'A paper', authors: ['Ada Lovelace'], ...facts },
    annotation: { ...emptyAnnotation(EARLY), ...said },
  };
}

const shown = (all: readonly AnyDifference[]) =>
  all.map((difference) => [
    difference.field,
    difference.before,
    difference.incoming,
    isChange(difference) ? difference.after : 'stays',
  ]);

test.each<[string, Bookmark, Incoming, unknown[]]>([
  ['the same twice', bookmark({ note: 'a' }), bookmark({ note: 'a' }), []],
  ['what comes says nothing', bookmark({ starred: true, note: 'a' }), bookmark(), []],
  [
    'a star that comes',
    bookmark(),
    bookmark({ starred: true, starredAt: LATE }),
    [
      ['starred', false, true, true],
      ['starredAt', null, LATE, LATE],
    ],
  ],
  ['a star that is there stays, and is no difference', bookmark({ starred: true }), bookmark(), []],
  [
    'a newer status wins',
    bookmark({ status: 'read', statusAt: EARLY }),
    bookmark({ status: 'reading', statusAt: LATE }),
    [
      ['status', 'read', 'reading', 'reading'],
      ['statusAt', EARLY, LATE, LATE],
    ],
  ],
  [
    'an older status is shown, and does not win',
    bookmark({ status: 'read', statusAt: LATE }),
    bookmark({ status: 'reading', statusAt: EARLY }),
    [['status', 'read', 'reading', 'stays']],
  ],
  [
    'a status that a list of links implies says nothing',
    bookmark({ status: 'read', statusAt: EARLY }),
    { ...bookmark({ status: 'to-read', statusAt: LATE }), isImplied: true },
    [],
  ],
  [
    'tags add up',
    bookmark({ tags: ['a', 'b'] }),
    bookmark({ tags: ['b', 'c'] }),
    [['tags', ['a', 'b'], ['b', 'c'], ['a', 'b', 'c']]],
  ],
  ['tags that are all there', bookmark({ tags: ['a', 'b'] }), bookmark({ tags: ['b'] }), []],
  [
    'two notes become one, the newer first',
    bookmark({ note: 'mine', noteAt: EARLY }),
    bookmark({ note: 'theirs', noteAt: LATE }),
    [
      ['note', 'mine', 'theirs', 'theirs\n\n---\n\nmine'],
      ['noteAt', EARLY, LATE, LATE],
    ],
  ],
  [
    'a note that is in the other already',
    bookmark({ note: 'mine and more', noteAt: LATE }),
    bookmark({ note: 'mine', noteAt: EARLY }),
    [['note', 'mine and more', 'mine', 'stays']],
  ],
  [
    'facts: the fuller one, and what stays',
    bookmark({}, { title: 'A paper with a long title' }),
    bookmark({}, { title: 'A paper', abstract: 'Of something.' }),
    [
      ['title', 'A paper with a long title', 'A paper', 'stays'],
      ['abstract', undefined, 'Of something.', 'Of something.'],
    ],
  ],
  [
    'a paper of which only the id is known says no title',
    bookmark(),
    bookmark({}, { title: 'arXiv 2504.12345' }),
    [],
  ],
])('%s', (_, before, incoming, expected) => {
  expect(shown(differences(before, incoming))).toEqual(expected);
});

const ofOnePaper: fc.Arbitrary<Incoming> = fc
  .tuple(paper(ID), annotation, extra, fc.boolean())
  .map(([facts, said, unknown, isImplied]) => ({
    paper: facts,
    annotation: said,
    ...(unknown === undefined ? {} : { extra: unknown }),
    ...(isImplied ? { isImplied } : {}),
  }));

/** The bookmark with the shown results in it, and nothing else changed. */
function withResults(
  { paper: { id, ...facts }, annotation: said, extra: unknown }: Bookmark,
  all: readonly AnyDifference[],
) {
  const fields: Record<string, unknown> = { ...facts, ...said, extra: unknown };
  for (const { field, after } of all) fields[field] = after;
  return { id, ...fields };
}

test('what is shown is what applying does: nothing more changes, and nothing less', () => {
  fc.assert(
    fc.property(ofOnePaper, ofOnePaper, (known, incoming) => {
      const { isImplied: _, ...before } = known;
      const all = differences(before, incoming);
      const applied = withResults(mergeIncoming(before, incoming), []);
      expect(deepEqual(withResults(before, all), applied)).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});

test('once applied, the same file shows no change', () => {
  fc.assert(
    fc.property(ofOnePaper, ofOnePaper, (known, incoming) => {
      const { isImplied: _, ...before } = known;
      const after = mergeIncoming(before, incoming);
      expect(differences(after, incoming).filter(isChange)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Annotation, emptyAnnotation, STATUSES } from '../../lib/papers/annotation';
import { eventBetween } from '../../lib/papers/events';
import { changeBetween, isAsLeft, type StepChange, takeBack } from '../../lib/papers/steps';
import { afterTask, type Task } from '../../lib/papers/tasks';
import { type PaperState, patched, removed, restored, UNTOUCHED } from '../../lib/papers/trash';

const ID = 'arxiv:2504.00001';
const EARLY = '2026-01-01T00:00:00.000Z';
const AT = '2026-05-01T00:00:00.000Z';
const LATE = '2026-06-01T00:00:00.000Z';
const FACTS = { id: ID, title: 'A paper', authors: [] } as const;

const said = (parts: Partial<Annotation> = {}) => ({
  annotation: { ...emptyAnnotation(EARLY), ...parts },
});
const kept = (parts: Partial<Annotation>): PaperState => ({ bookmark: said(parts), trashed: null });
const starred = kept({ starred: true, starredAt: EARLY });
const noted = kept({ note: 'mine', noteAt: EARLY, tags: ['rl'], tagsAt: EARLY });

function between(before: PaperState, after: PaperState): StepChange {
  const change = changeBetween(ID, before, after, { ...FACTS, authors: [] });
  if (change === null) throw new Error('nothing changed');
  return change;
}

describe('what a step keeps', () => {
  test.each<[string, PaperState, PaperState, object | null]>([
    ['nothing where nothing changed', starred, kept({ starred: true, starredAt: EARLY }), null],
    [
      'the parts that changed, and no others',
      noted,
      patched(noted, { starred: true }, AT),
      { was: { starred: false, starredAt: null }, left: { starred: true, starredAt: AT } },
    ],
    [
      'the facts of a bookmark that goes',
      starred,
      UNTOUCHED,
      { gone: { paper: FACTS, createdAt: EARLY } },
    ],
    [
      'nothing twice that is in the trash',
      starred,
      removed(starred, AT),
      { gone: { createdAt: EARLY }, trash: { was: null, left: AT } },
    ],
  ])('is %s', (_, before, after, wanted) => {
    const change = changeBetween(ID, before, after, { ...FACTS, authors: [] });
    if (wanted === null) expect(change).toBeNull();
    else expect(change).toMatchObject(wanted);
  });

  test('is small: a tag on a paper with a note does not keep the note', () => {
    const change = between(noted, patched(noted, { addTags: ['nlp'] }, AT));
    expect(Object.keys(change.was)).toEqual(['tags', 'tagsAt']);
    expect(change).not.toHaveProperty('gone');
  });
});

describe('a change that is taken back', () => {
  test('leaves what was changed since', () => {
    const after = patched(noted, { addTags: ['nlp'], status: 'read' }, AT);
    const since = patched(after, { status: 'reading' }, LATE);
    expect(takeBack(since, between(noted, after)).bookmark?.annotation).toMatchObject({
      tags: ['rl'],
      status: 'reading',
      note: 'mine',
    });
  });

  test('does not bring back what was deleted from the trash for good', () => {
    const change = between(noted, removed(noted, AT));
    expect(takeBack(UNTOUCHED, change)).toEqual(UNTOUCHED);
  });

  test('does not take a bookmark that was removed since out of the trash', () => {
    const after = patched(noted, { starred: true }, AT);
    const since = removed(after, LATE);
    expect(takeBack(since, between(noted, after))).toEqual(since);
  });

  test('puts into the trash again what it took out', () => {
    const trash: PaperState = {
      bookmark: null,
      trashed: { ...said({ note: 'x' }), extra: { a: 1 }, trashedAt: EARLY },
    };
    expect(takeBack(restored(trash), between(trash, restored(trash)))).toEqual(trash);
  });

  test('that gave back from the trash what was said again since is known as left', () => {
    const again = {
      bookmark: said({ note: 'b', noteAt: AT }),
      trashed: { ...said({ note: 'b', noteAt: AT }), trashedAt: AT },
    };
    const after = restored(again);
    const change = between(again, after);
    expect(change.left).toEqual({});
    expect(isAsLeft(change, after.bookmark)).toBe(true);
    expect(takeBack(after, change)).toEqual(again);
  });

  const patch = fc.record(
    {
      starred: fc.boolean(),
      status: fc.constantFrom(null, ...STATUSES),
      addTags: fc.subarray(['rl', 'nlp']),
      removeTags: fc.subarray(['rl', 'nlp']),
      note: fc.constantFrom('', 'a', 'b'),
    },
    { requiredKeys: [] },
  );
  const task: fc.Arbitrary<Task> = fc.oneof(
    patch.map((one): Task => ({ kind: 'patch', patch: one })),
    fc.constantFrom<Task>(
      { kind: 'remove' },
      { kind: 'restore' },
      { kind: 'retag', from: 'rl', to: 'ml' },
      { kind: 'retag', from: 'nlp', to: null },
    ),
  );

  test('at once is as if it had never been; twice is the same as once', () => {
    fc.assert(
      fc.property(fc.array(task, { maxLength: 6 }), task, (before, last) => {
        const state = before.reduce((one, next) => afterTask(one, next, AT), UNTOUCHED);
        const after = afterTask(state, last, LATE);
        const change = changeBetween(ID, state, after);
        if (change === null) return;
        expect(isAsLeft(change, after.bookmark)).toBe(true);
        const back = takeBack(after, change);
        expect(back).toEqual(state);
        expect(takeBack(back, change)).toEqual(state);
      }),
    );
  });
});

test.each<[string, PaperState, PaperState, object | null]>([
  ['a star', UNTOUCHED, starred, { starred: true }],
  ['a star that is taken away', starred, UNTOUCHED, { starred: false }],
  ['a status', noted, patched(noted, { status: 'read' }, AT), { status: 'read' }],
  ['a removal', starred, removed(starred, AT), { trashed: true }],
  ['a return', removed(starred, AT), starred, { trashed: false }],
  ['no tag', noted, patched(noted, { addTags: ['nlp'] }, AT), null],
  ['no note', noted, patched(noted, { note: 'other' }, AT), null],
])('a history tells of %s', (_, before, after, wanted) => {
  const event = eventBetween(before, after, AT, 7);
  expect(event).toEqual(wanted && { at: AT, step: 7, ...wanted });
});

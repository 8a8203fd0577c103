import { expect, test } from 'vitest';
import { type Failure, failure, type Result, success } from '../../lib/messages/result';
import { createAnnotations } from '../../lib/page/annotations';
import { type AnnotationPatch, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { Paper } from '../../lib/papers/paper';

const AT = '2026-04-16T10:00:00.000Z';
const paper: Paper = { id: 'arxiv:2604.00001', title: 'A paper', authors: [] };

function setUp() {
  const answers: ((answer: Result<never>) => void)[] = [];
  const changed: string[] = [];
  const failures: Failure[] = [];
  const left: AnnotationPatch[] = [];
  const sent: AnnotationPatch[] = [];
  const annotations = createAnnotations({
    send: (_name, request) => {
      sent.push('patch' in request ? request.patch : {});
      return new Promise((resolve) => answers.push(resolve));
    },
    now: () => new Date(AT),
    onChange: (id) => changed.push(id),
    onFailed: (failed) => failures.push(failed),
    leaveBehind: ({ patch }) => left.push(patch),
  });
  annotations.applyWith(applyPatch);
  const answer = async (result: Result<unknown>): Promise<void> => {
    answers.shift()?.(result as Result<never>); // as the message that is answered wants it
    await new Promise((resolve) => setTimeout(resolve));
  };
  return { annotations, answer, changed, failures, left, sent };
}

test('a star is shown at once and settles on what was stored', async () => {
  const { annotations, answer, changed } = setUp();
  annotations.patch(paper, { starred: true });
  expect(annotations.get(paper.id)?.starred).toBe(true);
  expect(changed).toEqual([paper.id]);

  const stored = { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), starred: true, starredAt: AT };
  await answer(success({ annotation: stored, undo: null }));
  expect(annotations.get(paper.id)).toEqual(stored);
});

test('a star that could not be stored is taken back, and why is told', async () => {
  const { annotations, answer, failures } = setUp();
  annotations.patch(paper, { starred: true });
  await answer(failure('full', 'no space'));
  expect(annotations.get(paper.id)).toBeUndefined();
  expect(failures).toMatchObject([{ code: 'full' }]);
});

test('a star that could not be stored takes nothing else with it', async () => {
  const { annotations, answer } = setUp();
  annotations.patch(paper, { starred: true });
  annotations.patch(paper, { note: 'kept' });
  await answer(failure('storage', 'aborted'));
  expect(annotations.get(paper.id)).toMatchObject({ starred: false, note: 'kept' });
  const stored = applyPatch(emptyAnnotation(AT), { note: 'kept' }, AT);
  await answer(success({ annotation: stored, undo: null }));
  expect(annotations.get(paper.id)).toMatchObject({ starred: false, note: 'kept' });
});

test('nothing is known before the worker has said it; a star can be set all the same', async () => {
  const { annotations, answer, changed } = setUp();
  expect(annotations.isKnown(paper.id)).toBe(false);
  annotations.patch(paper, { starred: true });
  expect(annotations.get(paper.id)).toMatchObject({ starred: true });
  expect(annotations.isKnown(paper.id)).toBe(false);
  await answer(failure('storage', 'aborted'));
  expect(annotations.isKnown(paper.id)).toBe(false);
  annotations.settle(paper.id, undefined);
  expect(annotations.isKnown(paper.id)).toBe(true);
  expect(changed.length).toBe(3); // set, taken back, known
});

test('what a card shows is beneath what is under way, and no more of it is needed', () => {
  const { annotations } = setUp();
  annotations.settle(paper.id, {
    starred: false,
    status: 'reading',
    tags: ['rl'],
    note: 'x',
    more: 3,
  });
  annotations.patch(paper, { starred: true });
  expect(annotations.get(paper.id)).toMatchObject({ starred: true, status: 'reading', more: 3 });
});

test('all of an annotation is read to be edited; what was answered meanwhile is not replaced by older', async () => {
  const { annotations, answer } = setUp();
  const stored = applyPatch(emptyAnnotation(AT), { note: 'stored', noteWas: '' }, AT);
  const newer = applyPatch(stored, { starred: true }, AT);
  annotations.patch(paper, { starred: true });
  const reading = annotations.read(paper.id);
  await answer(success({ annotation: newer, undo: null }));
  await answer(success({ annotations: { [paper.id]: stored } }));
  expect(annotations.whole(paper.id)).toMatchObject({ starred: true, note: 'stored' });
  await answer(success({ annotations: { [paper.id]: newer } })); // asked again
  expect(await reading).toBeUndefined();
  expect(annotations.whole(paper.id)).toEqual(newer);

  const failing = annotations.read(paper.id);
  await answer(failure('storage', 'aborted'));
  expect(await failing).toMatchObject({ code: 'storage' });
});

test('what another tab stored shows beneath what is still under way here', () => {
  const { annotations } = setUp();
  annotations.patch(paper, { note: 'typing' });
  annotations.settle(paper.id, applyPatch(emptyAnnotation(AT), { starred: true, note: 'old' }, AT));
  expect(annotations.get(paper.id)).toMatchObject({ starred: true, note: 'typing' });
});

test('a page that goes away leaves what is unanswered behind, and nothing else', async () => {
  const { annotations, answer, left } = setUp();
  annotations.patch(paper, { starred: true });
  annotations.patch(paper, { note: 'half a wor' });
  annotations.flush();
  expect(left).toEqual([{ starred: true }, { note: 'half a wor' }]);
  left.length = 0;
  const stored = applyPatch(emptyAnnotation(AT), { starred: true }, AT);
  await answer(success({ annotation: stored, undo: null }));
  annotations.flush();
  expect(left).toEqual([{ note: 'half a wor' }]);
});

test('a page that comes back forgets what it left behind, and what is edited then is sent', async () => {
  const { annotations, answer, left, sent } = setUp();
  annotations.patch(paper, { starred: true });
  annotations.patch(paper, { note: 'half a wor' });
  annotations.flush();
  annotations.forget();
  expect(left).toHaveLength(2);
  expect(annotations.get(paper.id)).toBeUndefined(); // until the worker says what it made of them
  const before = sent.length;
  annotations.patch(paper, { starred: false });
  expect(sent.slice(before)).toEqual([{ starred: false }]);
  await answer(
    success({ annotation: applyPatch(emptyAnnotation(AT), { note: 'late' }, AT), undo: null }),
  );
  expect(annotations.get(paper.id)?.note).not.toBe('late');
});

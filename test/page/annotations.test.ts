import { expect, test } from 'vitest';
import { failure, type Result, success } from '../../lib/messages/result';
import { createAnnotations } from '../../lib/page/annotations';
import { type Annotation, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { Paper } from '../../lib/papers/paper';

const AT = '2026-04-16T10:00:00.000Z';
const paper: Paper = { id: 'arxiv:2604.00001', title: 'A paper', authors: [] };

function setUp() {
  const answers: ((answer: Result<{ annotation: Annotation }>) => void)[] = [];
  const shown: string[] = [];
  const annotations = createAnnotations(
    () => new Promise((resolve) => answers.push(resolve)),
    (id) => shown.push(id),
    () => new Date(AT),
  );
  return { annotations, answers, shown };
}

test('a star is shown at once and settles on what was stored', async () => {
  const { annotations, answers, shown } = setUp();
  const done = annotations.patch(paper.id, { starred: true }, paper);
  expect(annotations.get(paper.id)?.starred).toBe(true);
  expect(shown).toEqual([paper.id]);

  const stored = { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), starred: true, starredAt: AT };
  answers[0]?.(success({ annotation: stored }));
  expect(await done).toBeNull();
  expect(annotations.get(paper.id)).toEqual(stored);
});

test('a patch that failed is taken back, and the caller is told why', async () => {
  const { annotations, answers } = setUp();
  const done = annotations.patch(paper.id, { starred: true }, paper);
  answers[0]?.(failure('full', 'no space'));
  expect(await done).toMatchObject({ code: 'full' });
  expect(annotations.get(paper.id)).toBeUndefined();
});

test('a patch that failed takes only itself back', async () => {
  const { annotations, answers } = setUp();
  const star = annotations.patch(paper.id, { starred: true }, paper);
  const note = annotations.patch(paper.id, { note: 'kept' }, paper);
  answers[0]?.(failure('storage', 'aborted'));
  await star;
  expect(annotations.get(paper.id)).toMatchObject({ starred: false, note: 'kept' });
  answers[1]?.(success({ annotation: applyPatch(emptyAnnotation(AT), { note: 'kept' }, AT) }));
  await note;
  expect(annotations.get(paper.id)).toMatchObject({ starred: false, note: 'kept' });
});

test('what another tab stored shows beneath what is still under way here', () => {
  const { annotations } = setUp();
  void annotations.patch(paper.id, { note: 'typing' }, paper);
  annotations.settle(paper.id, applyPatch(emptyAnnotation(AT), { starred: true, note: 'old' }, AT));
  expect(annotations.get(paper.id)).toMatchObject({ starred: true, note: 'typing' });
});

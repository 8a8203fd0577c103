import { expect, test } from 'vitest';
import { createEdits } from '../../lib/edits/edits';
import type { Send } from '../../lib/messages/delivery';
import type { Request } from '../../lib/messages/messages';
import { failure, type Result, success } from '../../lib/messages/result';
import { type AnnotationPatch, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';

const AT = '2026-04-16T10:00:00.000Z';
const ID = 'arxiv:2604.00001';

function setUp() {
  const sent: AnnotationPatch[] = [];
  const answers: ((answer: Result<unknown>) => void)[] = [];
  const savings: boolean[] = [];
  const left: AnnotationPatch[] = [];
  const send = (_name: string, { patch }: Request<'annotation.patch'>) => {
    sent.push(patch);
    return new Promise<Result<unknown>>((resolve) => answers.push(resolve));
  };
  const edits = createEdits({
    send: send as Send<'annotation.patch'>, // asked for nothing else
    now: () => new Date(AT),
    apply: applyPatch,
    onChange: (id) => savings.push(edits.saving(id)),
    onSaved: () => {},
    onFailed: () => {},
    leaveBehind: ({ patch }) => left.push(patch),
  });
  const answer = async (result: Result<unknown>): Promise<void> => {
    answers.shift()?.(result);
    await new Promise((resolve) => setTimeout(resolve));
  };
  const saved = success({ annotation: emptyAnnotation(AT), undo: null });
  return { edits, sent, savings, left, answer, saved };
}

test('what is typed while an edit is under way is sent as one, typed over what was sent last', async () => {
  const { edits, sent, answer, saved } = setUp();
  for (const [noteWas, note] of [
    ['', 'a'],
    ['a', 'ab'],
    ['ab', 'abc'],
  ]) {
    edits.patch(ID, { note, noteWas });
  }
  await answer(saved);
  expect(sent).toEqual([
    { note: 'a', noteWas: '' },
    { note: 'abc', noteWas: 'a' },
  ]);
});

test('what was typed over another text than was sent last is sent by itself', async () => {
  const { edits, sent, answer, saved } = setUp();
  edits.patch(ID, { starred: true });
  edits.patch(ID, { note: 'a', noteWas: '' });
  edits.patch(ID, { note: 'another', noteWas: 'theirs' });
  await answer(saved);
  await answer(saved);
  expect(sent.slice(1)).toEqual([
    { note: 'a', noteWas: '' },
    { note: 'another', noteWas: 'theirs' },
  ]);
});

test('what could not be saved is typed over by what comes next, and both are over what is stored', async () => {
  const { edits, sent, answer, saved } = setUp();
  edits.patch(ID, { note: 'a', noteWas: 'stored' });
  await answer(failure('full', 'no room'));
  edits.patch(ID, { note: 'ab', noteWas: 'a' });
  edits.patch(ID, { note: 'abc', noteWas: 'ab' });
  await answer(failure('full', 'no room'));
  await answer(saved);
  expect(sent).toEqual([
    { note: 'a', noteWas: 'stored' },
    { note: 'ab', noteWas: 'stored' },
    { note: 'abc', noteWas: 'stored' },
  ]);
  expect(edits.saving(ID)).toBe(false);
});

test('what is shown is what the worker will make of it', () => {
  const { edits } = setUp();
  edits.patch(ID, { note: 'mine', noteWas: '' });
  const theirs = applyPatch(emptyAnnotation(AT), { note: 'theirs', noteWas: '' }, AT);
  expect(edits.shown(ID, theirs)?.note).toBe('mine\n\n---\n\ntheirs');
});

test('that all is saved is told, not only that it is being saved', async () => {
  const { edits, savings, answer, saved } = setUp();
  edits.patch(ID, { starred: true });
  await answer(saved);
  expect(savings).toEqual([true, false]);
});

test('a page that goes away leaves behind over which text a note was typed', () => {
  const { edits, left } = setUp();
  edits.patch(ID, { note: 'a', noteWas: '' });
  edits.patch(ID, { note: 'ab', noteWas: 'a' });
  edits.flush();
  expect(left).toEqual([
    { note: 'a', noteWas: '' },
    { note: 'ab', noteWas: 'a' },
  ]);
});

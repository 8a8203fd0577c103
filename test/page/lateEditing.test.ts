import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, type Result, success } from '../../lib/messages/result';
import type { EditingWorld } from '../../lib/page/editing';
import { createLateEditing, type LateEditing, type MakeEditing } from '../../lib/page/lateEditing';
import type { Paper } from '../../lib/papers/paper';
import { failureText } from '../../lib/text/failureText';
import { text } from '../../lib/text/text';

const paper: Paper = { id: 'arxiv:2604.00001', title: 'A paper', authors: [] };
const made = { key: vi.fn(), edit: vi.fn(), update: vi.fn(), refresh: vi.fn(), close: vi.fn() };
const make = vi.fn<MakeEditing>(() => made);
let ended: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  ended = new AbortController();
});
afterEach(() => ended.abort());

const notify = vi.fn();
const read = vi.fn<EditingWorld['annotations']['read']>(async () => undefined);
const loaded = success<MakeEditing>(make);

function editingWith(load: () => Promise<Result<MakeEditing>>): LateEditing {
  const world = { signal: ended.signal, notify, annotations: { read } };
  return createLateEditing(world as unknown as EditingWorld, load); // handed on as it is
}

test('the editor is loaded when it is first asked for, once, and hears what was asked in order', async () => {
  const load = vi.fn(async () => loaded);
  const editing = editingWith(load);
  editing.update(paper.id);
  editing.refresh('all');
  editing.close();
  expect(load).not.toHaveBeenCalled();
  await Promise.all([editing.edit(paper, 'tags'), editing.edit(paper, 'note')]);
  await editing.edit(paper, 'status');
  expect(made.edit.mock.calls.map(([, part]) => part)).toEqual(['tags', 'note', 'status']);
  expect(load).toHaveBeenCalledTimes(1);
  expect(make).toHaveBeenCalledTimes(1);
  editing.update(paper.id);
  editing.refresh('all');
  editing.close();
  for (const heard of [made.update, made.refresh, made.close])
    expect(heard).toHaveBeenCalledTimes(1);
});

test('an editor that cannot be had is asked for again the next time', async () => {
  const load = vi.fn<() => Promise<Result<MakeEditing>>>();
  const gone = failure('missing', '');
  const editing = editingWith(load.mockResolvedValueOnce(gone).mockResolvedValueOnce(loaded));
  await editing.edit(paper, 'tags');
  expect(made.edit).not.toHaveBeenCalled();
  expect(notify.mock.calls).toEqual([[text('editorNotLoaded')]]);
  await editing.edit(paper, 'tags');
  expect(made.edit).toHaveBeenCalledTimes(1);
});

test('where it cannot be had a key says nothing, which may be the page’s own, and an editor that was asked for does', async () => {
  const editing = editingWith(async () => failure('missing', ''));
  await editing.key('j', undefined, true);
  expect(notify).not.toHaveBeenCalled();
  await Promise.all([editing.key('j', undefined, true), editing.edit(paper, 'tags')]);
  expect(notify.mock.calls).toEqual([[text('editorNotLoaded')]]);
});

test('made ready before, it is there when it is asked for', async () => {
  const load = vi.fn(async () => loaded);
  const editing = editingWith(load);
  editing.ready();
  editing.ready();
  await expect.poll(() => make.mock.calls.length).toBe(1);
  await editing.edit(paper, 'note');
  expect(load).toHaveBeenCalledTimes(1);
  expect(made.edit).toHaveBeenCalledTimes(1);
});

test('what could not be made ready is said when it is asked for, and not before', async () => {
  const load = vi.fn(async () => failure('orphaned', ''));
  const editing = editingWith(load);
  editing.ready();
  await expect.poll(() => load.mock.calls.length).toBe(1);
  expect(notify).not.toHaveBeenCalled();
  editing.ready();
  await editing.edit(paper, 'note'); // asked for while it is being made ready
  expect(notify.mock.calls).toEqual([[failureText('orphaned')]]);
});

test('the annotation is read while the editor is loaded, once', async () => {
  let arrive = (_: Result<MakeEditing>): void => {};
  const editing = editingWith(() => new Promise((resolve) => (arrive = resolve)));
  const asked = editing.edit(paper, 'tags');
  expect(read.mock.calls).toEqual([[paper.id]]);
  arrive(loaded);
  await asked;
  expect(made.edit.mock.calls).toEqual([[paper, 'tags', read.mock.results[0]?.value]]);
  await editing.edit(paper, 'note');
  expect(made.edit.mock.lastCall).toEqual([paper, 'note', undefined]);
  expect(read).toHaveBeenCalledTimes(1);
});

test('a page that was left meanwhile gets no editor', async () => {
  let arrive = (_: Result<MakeEditing>): void => {};
  const editing = editingWith(() => new Promise((resolve) => (arrive = resolve)));
  const asked = editing.edit(paper, 'tags');
  ended.abort();
  arrive(loaded);
  await asked;
  expect(make).not.toHaveBeenCalled();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { EditingWorld } from '../../lib/page/editing';
import {
  createLateEditing,
  type EditingAndKeys,
  type LoadedEditor,
  type MakeEditing,
} from '../../lib/page/lateEditing';
import type { Paper } from '../../lib/papers/paper';

const paper: Paper = { id: 'arxiv:2604.00001', title: 'A paper', authors: [] };
const made = { key: vi.fn(), edit: vi.fn(), update: vi.fn(), refresh: vi.fn(), close: vi.fn() };
const make = vi.fn<MakeEditing>(() => made);
let ended: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  ended = new AbortController();
});
afterEach(() => ended.abort());

const loaded: LoadedEditor = { make, singleKeys: true };

function editingWith(load: () => Promise<LoadedEditor | null>): EditingAndKeys {
  const world: Partial<EditingWorld> = { signal: ended.signal };
  return createLateEditing(world as EditingWorld, load); // handed on as it is
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
  const load = vi.fn<() => Promise<LoadedEditor | null>>();
  const editing = editingWith(load.mockResolvedValueOnce(null).mockResolvedValueOnce(loaded));
  await editing.edit(paper, 'tags');
  expect(made.edit).not.toHaveBeenCalled();
  await editing.edit(paper, 'tags');
  expect(made.edit).toHaveBeenCalledTimes(1);
});

test('a page that was left meanwhile gets no editor', async () => {
  let arrive = (_: LoadedEditor): void => {};
  const editing = editingWith(() => new Promise((resolve) => (arrive = resolve)));
  const asked = editing.edit(paper, 'tags');
  ended.abort();
  arrive(loaded);
  await asked;
  expect(make).not.toHaveBeenCalled();
});

test.each([true, false])(
  'keys do something where the reader left them on (%s)',
  async (singleKeys) => {
    const editing = editingWith(async () => ({ make, singleKeys }));
    editing.key('s', paper);
    await editing.edit(paper, 'tags');
    expect(made.key.mock.calls).toEqual(singleKeys ? [['s', paper]] : []);
  },
);

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { createEditorPopover } from '../../lib/page/editorPopover';
import { createOverlay, type LoadEditor } from '../../lib/page/overlay';

const editor = { edit: vi.fn(), close: vi.fn() };
const create = vi.fn(() => editor) as typeof createEditorPopover;
const closed = vi.fn();
const props = { title: 'A title' } as Parameters<typeof editor.edit>[0]; // handed on as it is
const button = (): null => null;
let ended: AbortController;

beforeEach(() => {
  vi.clearAllMocks();
  ended = new AbortController();
});
afterEach(() => ended.abort());

function overlayWith(load: LoadEditor) {
  return createOverlay(document, load, ended.signal);
}

test('the editor is loaded when it is first asked for, once, and opens with what was asked last', async () => {
  const load = vi.fn(async () => create);
  const overlay = overlayWith(load);
  expect(load).not.toHaveBeenCalled();
  overlay.edit(props, button, closed);
  overlay.edit({ ...props, title: 'Another' }, button, closed);
  await expect.poll(() => editor.edit).toHaveBeenCalledTimes(1);
  expect(editor.edit).toHaveBeenCalledWith({ title: 'Another' }, button, closed);
  overlay.edit(props, button, closed);
  expect(editor.edit).toHaveBeenCalledTimes(2);
  expect(load).toHaveBeenCalledTimes(1);
  expect(create).toHaveBeenCalledTimes(1);
});

test('an editor that is closed before it was there does not open', async () => {
  let arrive = (_: typeof create): void => {};
  const overlay = overlayWith(() => new Promise((resolve) => (arrive = resolve)));
  overlay.edit(props, button, closed);
  overlay.close();
  expect(closed).toHaveBeenCalledTimes(1);
  arrive(create);
  await expect.poll(() => create).toHaveBeenCalledTimes(1);
  expect(editor.edit).not.toHaveBeenCalled();
});

test('an editor that cannot be had is closed, and is asked for again the next time', async () => {
  const load = vi.fn<LoadEditor>().mockResolvedValueOnce(null).mockResolvedValueOnce(create);
  const overlay = overlayWith(load);
  overlay.edit(props, button, closed);
  await expect.poll(() => closed).toHaveBeenCalledTimes(1);
  overlay.edit(props, button, closed);
  await expect.poll(() => editor.edit).toHaveBeenCalledTimes(1);
});

test('a page that was left meanwhile gets no editor', async () => {
  let arrive = (_: typeof create): void => {};
  const overlay = overlayWith(() => new Promise((resolve) => (arrive = resolve)));
  overlay.edit(props, button, closed);
  ended.abort();
  arrive(create);
  await new Promise((resolve) => setTimeout(resolve));
  expect(create).not.toHaveBeenCalled();
});

test('a notice needs no editor', () => {
  const load = vi.fn(async () => null);
  const overlay = overlayWith(load);
  overlay.notify('Saved.');
  expect(document.querySelectorAll('[data-asterism=notice]')).toHaveLength(1);
  expect(load).not.toHaveBeenCalled();
  ended.abort();
  expect(document.querySelectorAll('[data-asterism=notice]')).toHaveLength(0);
});

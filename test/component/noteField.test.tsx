import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { NoteField } from '../../components/annotation/NoteField';
import { takeEnglishTexts } from './englishTexts';

let place: HTMLElement;
const onInput = vi.fn();

beforeEach(() => {
  takeEnglishTexts();
  onInput.mockReset();
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

/** The field of a paper with this note, as its page shows it now. */
function show(note: string, saving = false): HTMLTextAreaElement {
  render(<NoteField note={note} saving={saving} onInput={onInput} />, place);
  return place.querySelector('textarea') as HTMLTextAreaElement;
}

const quiet = (): Promise<unknown> => new Promise((resolve) => setTimeout(resolve, 50));

test('every keystroke says over which text it was typed', async () => {
  await userEvent.click(show('A note'));
  await userEvent.keyboard('{End}, too');
  expect(onInput.mock.calls.slice(0, 2)).toEqual([
    ['A note,', 'A note'],
    ['A note, ', 'A note,'],
  ]);
});

test('with the focus and nothing unsaved the field follows its paper, the caret stays with its text', async () => {
  const area = show('mine');
  await userEvent.click(area);
  area.setSelectionRange(2, 2);
  show('theirs\n\n---\n\nmine');
  await expect.poll(() => area.value).toBe('theirs\n\n---\n\nmine');
  await userEvent.keyboard('!');
  expect(onInput.mock.calls).toEqual([['theirs\n\n---\n\nmi!ne', 'theirs\n\n---\n\nmine']]);
});

test('what is typed and not saved stays as it is; when it is saved the field shows what came of it', async () => {
  const area = show('');
  await userEvent.click(area);
  await userEvent.keyboard('a');
  show('a', true);
  await quiet();
  show('a\n\n---\n\ntheirs', true);
  await quiet();
  expect(area.value).toBe('a');
  await userEvent.keyboard('b');
  show('ab\n\n---\n\ntheirs', true);
  await quiet();
  show('ab\n\n---\n\ntheirs');
  await expect.poll(() => area.value).toBe('ab\n\n---\n\ntheirs');
  expect(area.selectionStart).toBe(2);
  expect(onInput.mock.calls).toEqual([
    ['a', ''],
    ['ab', 'a'],
  ]);
});

test.each([
  ['nothing was typed', async () => {}],
  [
    'it was typed in before',
    async () => {
      await userEvent.keyboard('{End}!');
      show('one!', true);
      await quiet();
      show('one!');
    },
  ],
])('leaving a field whose paper changed elsewhere sends nothing (%s)', async (_name, before) => {
  const area = show('one');
  await userEvent.click(area);
  await before();
  onInput.mockReset();
  show('another one');
  await expect.poll(() => area.value).toBe('another one');
  area.blur();
  area.focus();
  render(null, place);
  expect(onInput).not.toHaveBeenCalled();
});

test('leaving a note with line breaks of another system sends nothing, and typing in it says what it was', async () => {
  const area = show('one\r\ntwo');
  await userEvent.click(area);
  area.blur();
  expect(onInput).not.toHaveBeenCalled();
  area.focus();
  area.setSelectionRange(7, 7);
  await userEvent.keyboard('!');
  expect(onInput.mock.calls).toEqual([['one\ntwo!', 'one\r\ntwo']]);
});

test('a letter that is being composed is not taken away; what came meanwhile shows after it', async () => {
  const area = show('');
  area.focus();
  area.value = 'に';
  area.dispatchEvent(new InputEvent('input', { bubbles: true, isComposing: true }));
  show('に', true);
  await quiet();
  show('に\n\n---\n\ntheirs');
  await quiet();
  expect(area.value).toBe('に');
  area.dispatchEvent(new CompositionEvent('compositionend', { bubbles: true }));
  expect(area.value).toBe('に\n\n---\n\ntheirs');
});

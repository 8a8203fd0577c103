import { render } from 'preact';
import { useState } from 'preact/hooks';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { TagField } from '../../components/annotation/TagField';
import { takeEnglishTexts } from './englishTexts';

const IN_USE = [
  { tag: 'reinforcement learning', count: 3 },
  { tag: 'robots', count: 9 },
  { tag: 'agents', count: 1 },
];
let place: HTMLElement;
let tags: string[];
let added: string[];

function Field({ start }: { start: string[] }) {
  const [current, setCurrent] = useState(start);
  tags = current;
  return (
    <TagField
      tags={current}
      inUse={IN_USE}
      onAdd={(tag) => {
        added.push(tag);
        setCurrent((before) => [...before, tag]);
      }}
      onRemove={(tag) => setCurrent(current.filter((other) => other !== tag))}
      focus
    />
  );
}

function show(start: string[] = []): HTMLInputElement {
  render(<Field start={start} />, place);
  const input = place.querySelector<HTMLInputElement>('input[role=combobox]');
  if (!input) throw new Error('no combobox');
  return input;
}

beforeEach(() => {
  takeEnglishTexts();
  added = [];
  place = document.createElement('div');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

test('Enter adds what is typed', async () => {
  await userEvent.type(show(), 'planning{Enter}');
  expect(tags).toEqual(['planning']);
});

test('a comma adds too, so that a list can be typed or pasted', async () => {
  await userEvent.type(show(), 'planning, search,');
  expect(tags).toEqual(['planning', 'search']);
});

test('a list longer than one tag may be is pasted whole', async () => {
  const list = Array.from({ length: 12 }, (_, n) => `a tag of some length ${n}`);
  show().focus();
  document.execCommand('insertText', false, `${list.join(', ')},`);
  await expect.poll(() => tags).toEqual(list);
});

test('one tag is no longer than a tag may be', async () => {
  const input = show();
  input.focus();
  document.execCommand('insertText', false, 'x'.repeat(150));
  await expect.poll(() => input.value).toHaveLength(100);
});

test('Backspace in the empty field removes the last tag', async () => {
  await userEvent.type(show(['a', 'b']), '{Backspace}');
  expect(tags).toEqual(['a']);
});

test('typing completes from the tags in use, the more used first; arrows choose, Enter adds', async () => {
  const input = show();
  await userEvent.type(input, 'r');
  const options = [...place.querySelectorAll('[role=option]')].map((option) => option.textContent);
  expect(options).toEqual(['robots', 'reinforcement learning']);
  expect(input.getAttribute('aria-expanded')).toBe('true');
  await userEvent.keyboard('{ArrowDown}{ArrowDown}');
  const active = document.getElementById(input.getAttribute('aria-activedescendant') ?? '');
  expect(active?.textContent).toBe('reinforcement learning');
  expect(active?.getAttribute('aria-selected')).toBe('true');
  await userEvent.keyboard('{Enter}');
  expect(tags).toEqual(['reinforcement learning']);
});

test('Escape closes the list first and leaves the rest alone', async () => {
  const input = show();
  await userEvent.type(input, 'ro{Escape}');
  expect(input.getAttribute('aria-expanded')).toBe('false');
  expect(input.value).toBe('ro');
  expect(tags).toEqual([]);
});

test('a tag is never there twice, whatever its case', async () => {
  await userEvent.type(show(['Robots']), 'robots{Enter}');
  expect(tags).toEqual(['Robots']);
});

test('what is typed when the focus leaves is added, not lost', async () => {
  const input = show();
  await userEvent.type(input, 'half typed');
  input.blur();
  await expect.poll(() => tags).toEqual(['half typed']);
});

test('what is typed when the field is taken away is added, not lost', async () => {
  show();
  await userEvent.keyboard('half');
  render(null, place);
  expect(added).toEqual(['half']);
});

test('a click on an option adds it and keeps the focus in the field', async () => {
  const input = show();
  await userEvent.type(input, 'ag');
  await userEvent.click(place.querySelector('[role=option]') as Element);
  expect(tags).toEqual(['agents']);
  expect(document.activeElement).toBe(input);
});

test('of thousands of tags a hundred are shown, and more on request', async () => {
  const many = Array.from({ length: 10_000 }, (_, n) => `tag ${String(n).padStart(4, '0')}`);
  const input = show(many);
  const chips = (): number => place.querySelectorAll('.tag').length;
  expect(chips()).toBe(100);
  await userEvent.type(input, '{Backspace}');
  expect(tags).not.toContain('tag 0099'); // the last that is seen
  expect(tags).toContain('tag 9999');
  await userEvent.click(page.getByRole('button', { name: 'Show more tags (9899)' }));
  expect(chips()).toBe(200);
});

test('a list that is pasted is added once each, up to what one edit may bring', async () => {
  const input = show(['a']);
  input.value = `A,b,B,${Array.from({ length: 100_000 }, (_, n) => `t${n}`).join(',')},rest`;
  input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  await expect.poll(() => tags.length).toBe(998);
  expect(tags.slice(0, 3)).toEqual(['a', 'b', 't0']);
});

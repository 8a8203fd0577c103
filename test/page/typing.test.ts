import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { hearIn, keepTyping } from '../../lib/page/typing';

// The page's listeners are added after ours, as they are where a content script runs at the start.
keepTyping(window);
const heard = vi.fn((event: Event) => event.type);
const TYPES = ['keydown', 'keypress', 'keyup', 'beforeinput', 'input', 'paste'];
for (const type of TYPES) window.addEventListener(type, heard, true);

let host: HTMLElement;
let field: HTMLInputElement;

beforeEach(() => {
  heard.mockClear();
  host = document.createElement('div');
  const root = host.attachShadow({ mode: 'closed' });
  field = document.createElement('input');
  root.append(field);
  Object.assign(host, hearIn(root));
  document.body.append(host);
});
afterEach(() => host.remove());

test('what is typed is in the field, known to it, and heard by nobody else', async () => {
  const keys: string[] = [];
  const values: string[] = [];
  field.addEventListener('keydown', ({ key, shiftKey }) =>
    keys.push(`${shiftKey ? '+' : ''}${key}`),
  );
  field.addEventListener('input', () => values.push(field.value));
  field.focus();
  await userEvent.keyboard('aB{Backspace}');
  expect(field.value).toBe('a');
  expect(values).toEqual(['a', 'aB', 'a']);
  expect(keys).toEqual(['a', 'B', 'Backspace']);
  expect(heard).not.toHaveBeenCalled();
});

test('what the field prevents does not happen', async () => {
  field.addEventListener('keydown', (event) => event.key === 'x' && event.preventDefault());
  field.focus();
  await userEvent.keyboard('axb');
  expect(field.value).toBe('ab');
});

test('what a script made up reaches neither the field nor the page', () => {
  const inside = vi.fn();
  field.addEventListener('keydown', inside);
  field.focus();
  host.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
  expect(inside).not.toHaveBeenCalled();
  expect(heard).not.toHaveBeenCalled();
});

test('what is typed elsewhere is the page’s', async () => {
  const other = document.createElement('input');
  document.body.append(other);
  other.focus();
  await userEvent.keyboard('a');
  expect(heard.mock.results.map(({ value }) => value)).toContain('keydown');
  other.remove();
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { dispatchOwn, refuseMadeUp } from '../../lib/page/madeUp';

let host: HTMLElement;
let root: ShadowRoot;
let button: HTMLButtonElement;
const pressed = vi.fn();

beforeEach(() => {
  pressed.mockClear();
  host = document.createElement('div');
  root = host.attachShadow({ mode: 'closed' });
  refuseMadeUp(root);
  button = document.createElement('button');
  button.textContent = 'Star';
  for (const type of ['click', 'keydown', 'input']) button.addEventListener(type, pressed);
  root.append(button);
  document.body.append(host);
});
afterEach(() => host.remove());

test.each([
  ['click()', () => button.click()],
  ['an event', () => button.dispatchEvent(new MouseEvent('click', { bubbles: true }))],
  ['a key', () => button.dispatchEvent(new KeyboardEvent('keydown', { key: 's' }))],
  ['a text', () => button.dispatchEvent(new InputEvent('input', { bubbles: true }))],
])('%s that a script made up reaches nothing in the root', (_, make) => {
  make();
  expect(pressed).not.toHaveBeenCalled();
});

test('a choice that a script clicks is not made', () => {
  const radio = Object.assign(document.createElement('input'), { type: 'radio' });
  root.append(radio);
  radio.click();
  expect(radio.checked).toBe(false);
});

test('what the reader presses, and what is our own, arrives', async () => {
  button.focus();
  await userEvent.keyboard('{Enter}');
  expect(pressed.mock.calls.map(([{ type }]) => type)).toEqual(['keydown', 'click']);
  pressed.mockClear();
  const own = new MouseEvent('click', { bubbles: true, cancelable: true });
  button.addEventListener('click', (event) => event.preventDefault(), { once: true });
  expect(dispatchOwn(button, own)).toBe(false);
  expect(pressed).toHaveBeenCalledOnce();
});

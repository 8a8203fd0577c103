import { expect, onTestFinished, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { hearSteps } from '../../lib/page/steppingKeys';

/** Puts an element on the page and the focus into what is found in it; gives what was asked for by keys. */
function focusIn(make: () => HTMLElement | undefined) {
  const go = vi.fn<(step: 1 | -1) => void>();
  const ended = new AbortController();
  hearSteps(() => [], go, ended.signal);
  const before = new Set(document.body.children);
  make()?.focus();
  onTestFinished(() => {
    ended.abort();
    for (const child of document.body.children) if (!before.has(child)) child.remove();
  });
  return go;
}

function added<K extends keyof HTMLElementTagNameMap>(name: K, to: ParentNode = document.body) {
  const element = document.createElement(name);
  to.append(element);
  return element;
}

/** A field within a component of the page, or of another extension on it. */
function fieldInShadow(mode: ShadowRootMode): HTMLElement {
  return added('input', added('div').attachShadow({ mode }));
}

test.each<[string, () => HTMLElement | undefined]>([
  ['the page', () => undefined],
  ['a link', () => Object.assign(added('a'), { href: '#' })],
  ['a button', () => added('button')],
])('with the focus on %s the keys are heard', async (_, make) => {
  const go = focusIn(make);
  await userEvent.keyboard('[[]');
  expect(go.mock.calls).toEqual([[-1], [1]]);
});

test.each<[string, () => HTMLElement]>([
  ['a field', () => added('input')],
  ['a field of many lines', () => added('textarea')],
  ['a choice', () => added('select')],
  ['a text that is edited', () => Object.assign(added('div'), { contentEditable: 'true' })],
  ['a field within a component', () => fieldInShadow('open')],
  ['a field within a component that shows nothing of itself', () => fieldInShadow('closed')],
  [
    'a field that is drawn by script',
    () => Object.assign(added('div'), { role: 'textbox', tabIndex: 0 }),
  ],
])('in %s they are typed', async (_, make) => {
  const go = focusIn(make);
  await userEvent.keyboard('[[]');
  expect(go).not.toHaveBeenCalled();
});

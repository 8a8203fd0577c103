import { expect, test, vi } from 'vitest';
import { createNewBarLayer } from '../../lib/page/newBarLayer';
import { takeEnglishTexts } from '../component/englishTexts';

const STATE = { fresh: 1, hidden: 0, marking: null };

test('a page that has no body at the moment gets the bar once it has one', () => {
  takeEnglishTexts();
  const ended = new AbortController();
  const bar = createNewBarLayer(document, ended.signal, () => {});
  const { body } = document;
  body.remove();
  try {
    expect(() => bar.show(STATE)).not.toThrow();
  } finally {
    document.documentElement.append(body);
  }
  bar.show(STATE);
  expect([...body.children].some((element) => bar.owns(element))).toBe(true);
  ended.abort();
});

test('a bar that the page throws out or puts elsewhere is shown again, and no layout is asked for', () => {
  takeEnglishTexts();
  const ended = new AbortController();
  const bar = createNewBarLayer(document, ended.signal, () => {});
  const asked = vi.spyOn(HTMLElement.prototype, 'checkVisibility');
  const shown = vi.spyOn(HTMLElement.prototype, 'showPopover');
  const own = () => [...document.querySelectorAll('[data-asterism]')].filter(bar.owns);
  bar.show(STATE);
  bar.show({ ...STATE, fresh: 2 });
  expect(shown).toHaveBeenCalledTimes(1);
  own()[0]?.remove();
  bar.show(STATE);
  expect(own()).toHaveLength(1);
  expect(shown).toHaveBeenCalledTimes(2);
  const elsewhere = document.body.appendChild(document.createElement('div'));
  elsewhere.append(...own()); // in no top layer any more
  bar.show(STATE);
  expect(shown).toHaveBeenCalledTimes(3);
  expect(asked).not.toHaveBeenCalled();
  ended.abort();
  elsewhere.remove();
  vi.restoreAllMocks();
});

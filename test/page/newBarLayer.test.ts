import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createNewBarLayer } from '../../lib/page/newBarLayer';
import * as targets from '../../lib/sites/targets';
import { takeEnglishTexts } from '../component/englishTexts';

const STATE = { fresh: 1, hidden: 0, marking: null };

test('a page that has no body at the moment gets the bar once it has one', () => {
  takeEnglishTexts();
  const ended = new AbortController();
  const bar = createNewBarLayer(document, ended.signal, targets, () => {});
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
  const bar = createNewBarLayer(document, ended.signal, targets, () => {});
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

describe('at the end of a page', () => {
  let ended: AbortController;
  let content: HTMLElement;
  beforeEach(() => {
    takeEnglishTexts();
    ended = new AbortController();
    content = document.createElement('main');
    document.body.append(content);
  });
  afterEach(() => {
    ended.abort();
    content.remove();
  });

  /** Something that can be pressed, so far from the end of the page's last screen. */
  function put(height: string, place: string): HTMLElement {
    content.style.cssText = `position: relative; height: ${height}`;
    document.body.style.margin = '0';
    const link = Object.assign(document.createElement('a'), { href: '#', textContent: 'A link' });
    link.style.cssText = `position: absolute; ${place}`;
    content.append(link);
    return link;
  }

  function isPressed(link: HTMLElement): boolean {
    const { left, top, width, height } = link.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top + height / 2) === link;
  }

  /** Whether the bar is in the window's lower right corner. */
  function isAtHome(): boolean {
    const at = document.elementFromPoint(innerWidth - 60, innerHeight - 30);
    return at?.matches('[data-asterism=new]') === true;
  }

  test.each(['right: 40px; bottom: 20px', 'right: 200px; bottom: 40px'])(
    'it hides nothing that cannot be reached: %s',
    async (place) => {
      const bar = createNewBarLayer(document, ended.signal, targets, () => {});
      const short = put('100vh', place);
      bar.show(STATE);
      expect(isPressed(short)).toBe(false); // it has just come
      await expect.poll(() => isPressed(short)).toBe(true);
      short.remove();

      const long = put('300vh', place);
      scrollTo(0, 10);
      await expect.poll(isAtHome).toBe(true);
      scrollTo(0, document.documentElement.scrollHeight);
      await expect.poll(() => isPressed(long)).toBe(true);
    },
  );

  test('what is pressed in both corners has it go higher, and in the middle of the page it is back in its own', async () => {
    const bar = createNewBarLayer(document, ended.signal, targets, () => {});
    const links = [
      put('300vh', 'right: 40px; bottom: 20px'),
      put('300vh', 'left: 40px; bottom: 20px'),
    ];
    bar.show(STATE);
    scrollTo(0, document.documentElement.scrollHeight);
    await expect.poll(() => links.every(isPressed)).toBe(true);
    scrollTo(0, 100);
    await expect.poll(isAtHome).toBe(true);
  });

  test('a control on a card is not hidden either, nor a picture that is one link moved away from', async () => {
    const bar = createNewBarLayer(document, ended.signal, targets, () => {});
    const control = document.createElement('span');
    control.setAttribute('data-asterism', 'card');
    control.style.cssText =
      'position: absolute; right: 100px; bottom: 20px; width: 60px; height: 30px';
    put('100vh', 'inset: 0 0 0 auto; width: 500px');
    content.append(control);
    bar.show(STATE);
    await expect.poll(() => isPressed(control)).toBe(true);
    control.remove();
    window.dispatchEvent(new Event('resize'));
    await expect.poll(isAtHome).toBe(true);
  });
});

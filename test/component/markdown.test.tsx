import fc from 'fast-check';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import { Markdown } from '../../components/reading/Markdown';
import { parseMarkdown } from '../../lib/markdown/parse';
import { HOSTILE_NOTES, HOSTILE_PIECES } from './hostileNotes';

const ELEMENTS = new Set(
  'a blockquote br code div em h4 h5 h6 hr input li ol p pre s strong table tbody td th thead tr ul'.split(
    ' ',
  ),
);
const ATTRIBUTES = new Set(
  'class dir href target rel start type disabled id tabindex aria-labelledby'.split(' '),
);
let place: HTMLElement;

beforeEach(() => {
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

function show(note: string): void {
  render(<Markdown blocks={parseMarkdown(note)} />, place);
}

/** What is on the page that no note may put there. */
function harm(): string[] {
  return [...place.querySelectorAll('*')].flatMap((element) => [
    ...(ELEMENTS.has(element.localName) && element.namespaceURI === 'http://www.w3.org/1999/xhtml'
      ? []
      : [`<${element.localName}>`]),
    ...[...element.attributes]
      .filter((attribute) => !isHarmless(element, attribute))
      .map(({ name, value }) => `${name}=${value}`),
    ...(element instanceof HTMLAnchorElement &&
    !(element.target === '_blank' && element.rel === 'noopener noreferrer')
      ? ['a link that says where it comes from']
      : []),
    ...(element.querySelector('a a') ? ['a link in a link'] : []),
  ]);
}

function isHarmless(element: Element, { name, value }: Attr): boolean {
  if (name === 'href') return element.localName === 'a' && /^(https?:\/\/|mailto:)/.test(value);
  return ATTRIBUTES.has(name) && !name.startsWith('on');
}

/** Requests that the page made so far. */
const requests = (): number =>
  performance.getEntriesByType('resource').filter(({ name }) => name.includes('evil.example'))
    .length;

test(`${HOSTILE_NOTES.length} hostile notes are text and safe links`, async () => {
  expect(HOSTILE_NOTES.length).toBeGreaterThan(4_000);
  const ran = vi.spyOn(window, 'alert').mockImplementation(() => {});
  for (const note of HOSTILE_NOTES) {
    show(note);
    expect(harm(), note).toEqual([]);
  }
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ran).not.toHaveBeenCalled();
  expect(requests()).toBe(0);
});

test('and so is whatever is made of their pieces', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...HOSTILE_PIECES), { maxLength: 12 }), (pieces) => {
      show(pieces.join(''));
      expect(harm()).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test('the same look at a harmful page finds it', () => {
  place.innerHTML =
    '<img src="data:,"><p onclick="x()">a</p><a href="javascript:x()">a</a><a href="https://e.com">b</a>';
  expect(harm()).toEqual([
    '<img>',
    'src=data:,',
    'onclick=x()',
    'href=javascript:x()',
    'a link that says where it comes from',
    'a link that says where it comes from',
  ]);
});

test('what a note says is all there, HTML to the letter', () => {
  show('<b>bold</b> & *so* on <!-- not hidden -->');
  expect(place.textContent).toBe('<b>bold</b> & so on <!-- not hidden -->');
});

test('every kind of part becomes its element', () => {
  show(
    '# A\n\ntext *em* **strong** ~~no~~ `c`  \nnext\n\n> quote\n\n- a\n  1. b\n\n```\ncode\n```\n\n| x | y |\n|---|:-:|\n| 1 | 2 |\n\n---',
  );
  const shown = (selector: string) => place.querySelector(selector)?.textContent;
  expect(shown('h4')).toBe('A');
  expect(shown('p > em')).toBe('em');
  expect(shown('p > strong')).toBe('strong');
  expect(shown('p > s')).toBe('no');
  expect(shown('p > code')).toBe('c');
  expect(place.querySelector('p > br')).not.toBeNull();
  expect(shown('blockquote > p')).toBe('quote');
  expect(shown('ul > li > ol > li')).toBe('b');
  expect(shown('pre > code')).toBe('code');
  expect(shown('thead th + th.center')).toBe('y');
  expect(shown('tbody td')).toBe('1');
  expect(place.querySelector('hr')).not.toBeNull();
});

test('a task has a box with its text as name, which tells of a tick', async () => {
  const onTick = vi.fn();
  render(
    <Markdown
      blocks={parseMarkdown('Read\n\n- [ ] the *proof*\n- [x] the code')}
      onTick={onTick}
    />,
    place,
  );
  await expect.element(page.getByRole('checkbox', { name: 'the code' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'the proof' }).click();
  expect(onTick).toHaveBeenCalledExactlyOnceWith(2, true);
});

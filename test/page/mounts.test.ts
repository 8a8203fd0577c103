import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createMounts, type Mounts } from '../../lib/page/mounts';
import { type Annotation, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import { takeEnglishTexts } from '../component/englishTexts';

const AT = '2026-04-16T10:00:00.000Z';
const starred = applyPatch(emptyAnnotation(AT), { starred: true, addTags: ['rl'] }, AT);
const paper = (number: number): Paper => ({
  id: `arxiv:2604.0000${number}`,
  title: `Title $& of <paper> ${number}`,
  authors: [],
});
const annotations = new Map<PaperId, Annotation | null>();
const onPress = vi.fn();
const EDGE = { on: 'edge', raised: false, narrow: false } as const;
let mounts: Mounts;
let element: HTMLElement;

beforeEach(() => {
  takeEnglishTexts();
  annotations.clear();
  onPress.mockClear();
  mounts = createMounts(
    document,
    {
      annotationOf: (id) => annotations.get(id),
      press: ({ id }, what) => onPress(id, what),
      near: () => {},
    },
    () => performance.now(),
  );
  element = document.createElement('article');
  document.body.append(element);
});
afterEach(() => {
  mounts.keepOnly([]);
  element.remove();
});

const put = (shown: Paper): void => mounts.mount({ element, id: shown.id }, shown, EDGE);
const star = (shown: Paper): HTMLElement => {
  const control = mounts.controlOf(shown.id);
  if (!control) throw new Error('there is no star');
  return control.star;
};

test('a control that was never touched has all its names, and its first click counts', () => {
  put(paper(1));
  expect(star(paper(1)).ariaLabel).toBe('Star paper: Title $& of <paper> 1');
  expect(mounts.controlOf(paper(1).id)?.wayTo('note').ariaLabel).toBe(
    'Edit status, tags and note: Title $& of <paper> 1',
  );
  const button = star(paper(1));
  button.focus();
  button.click();
  expect(onPress.mock.calls).toEqual([[paper(1).id, { starred: true }]]);
  expect(star(paper(1))).toBe(button); // the same node: the focus stays
});

test('a control is called by the title that the worker gives it, on every card of its paper', () => {
  const stated = { ...paper(1), title: String.raw`\textbf{Attention} in $O(n^2)$` };
  put(stated);
  const first = star(stated);
  expect(first.ariaLabel).toBe(String.raw`Star paper: \textbf{Attention} in $O(n^2)$`);
  mounts.rename(stated.id, 'Attention in O(n²)');
  expect(first.ariaLabel).toBe('Star paper: Attention in O(n²)');
  const another = document.createElement('article');
  element.after(another);
  mounts.mount({ element: another, id: stated.id }, stated, EDGE);
  expect(star(stated)).not.toBe(first);
  expect(star(stated).ariaLabel).toBe('Star paper: Attention in O(n²)');
  expect(mounts.titleOf(stated)).toBe('Attention in O(n²)');
  another.remove();
});

test('what is set shows at once, and what changes afterwards', () => {
  annotations.set(paper(1).id, starred);
  put(paper(1));
  expect(star(paper(1)).ariaPressed).toBe('true');
  annotations.delete(paper(1).id);
  mounts.update(paper(1).id);
  expect(star(paper(1)).ariaPressed).toBe('false');
});

test('what is not known yet shows as that, until it is', () => {
  annotations.set(paper(1).id, null);
  put(paper(1));
  expect(star(paper(1)).ariaPressed).toBeNull();
  annotations.set(paper(2).id, null);
  put(paper(2));
  expect(star(paper(2)).ariaPressed).toBeNull();
  annotations.delete(paper(2).id);
  mounts.update(paper(2).id);
  expect(star(paper(2)).ariaPressed).toBe('false');
});

test.each([
  ['untouched', () => {}],
  ['in use', () => star(paper(1)).click()],
])('a card that is reused has the control of its new paper (%s)', (_state, touch) => {
  put(paper(1));
  touch();
  onPress.mockClear();
  annotations.set(paper(2).id, starred);
  put(paper(2));
  expect(mounts.controlOf(paper(1).id)).toBeUndefined();
  expect(star(paper(2)).ariaLabel).toBe('Star paper: Title $& of <paper> 2');
  expect(star(paper(2)).ariaPressed).toBe('true');
  star(paper(2)).click();
  expect(onPress.mock.calls).toEqual([[paper(2).id, { starred: false }]]);
  expect(element.childElementCount).toBe(1);
});

test.each([
  ['on a picture', { ...EDGE, raised: true }],
  ['on an edge', EDGE],
  ['beside text', { ...EDGE, raised: true, narrow: true }],
])('all controls go to the corner that is set, those that come later too (%s)', (_, placement) => {
  element.style.cssText = 'position: relative; width: 500px; height: 60px';
  annotations.set(paper(1).id, starred);
  mounts.mount({ element, id: paper(1).id }, paper(1), placement);
  const room = (): number[] => {
    const strip = star(paper(1)).closest('.strip')?.getBoundingClientRect() ?? new DOMRect();
    const { left, right } = star(paper(1)).getBoundingClientRect();
    return [left - strip.left, strip.right - right].map(Math.round);
  };
  const [near, far] = room();
  expect(near).toBeLessThan(12);
  mounts.standAt(true);
  expect(room()).toEqual([far, near]);
  mounts.keepOnly([]);
  mounts.mount({ element, id: paper(1).id }, paper(1), placement);
  expect(room()).toEqual([far, near]);
  mounts.standAt(false);
  expect(room()).toEqual([near, far]);
});

test('a control that the page removed comes back, with what it showed', () => {
  annotations.set(paper(1).id, starred);
  const card = { element, id: paper(1).id };
  put(paper(1));
  element.replaceChildren();
  expect(mounts.has(card)).toBe(false);
  put(paper(1));
  expect(mounts.has(card)).toBe(true);
  expect(star(paper(1)).ariaPressed).toBe('true');
});

test('of two cards of one paper, the one that was used last has the buttons: there the editor opens', () => {
  const again = { element: document.createElement('article'), id: paper(1).id };
  element.after(again.element);
  put(paper(1));
  const first = star(paper(1));
  mounts.mount(again, paper(1), EDGE);
  const second = star(paper(1));
  for (const button of [first, second, first]) {
    button.click();
    expect(star(paper(1))).toBe(button);
  }
  mounts.keepOnly([again]);
  expect(star(paper(1))).toBe(second);
  again.element.remove();
});

test.each(['relative', 'static'])(
  'the control stands on its card and moves nothing (%s)',
  (position) => {
    element.style.cssText = `position: ${position}; margin: 50px; width: 300px`;
    const title = document.createElement('h3');
    title.style.margin = '40px';
    element.append(title);
    const places = (): DOMRect[] => [element, title].map((one) => one.getBoundingClientRect());
    const before = places();
    put(paper(1));
    expect(places()).toEqual(before);
    const card = element.getBoundingClientRect();
    const button = star(paper(1)).getBoundingClientRect();
    expect(button.top).toBeGreaterThan(card.top);
    expect(button.bottom - card.top).toBeLessThanOrEqual(29);
    expect(button.left).toBeGreaterThan(card.left);
    expect(button.right).toBeLessThan(card.right);
  },
);

test.each(['constructor', '__proto__', 'toString', ''])(
  'a card has its control on itself, whatever its class is called (%s)',
  (name) => {
    element.className = name;
    element.style.cssText = 'margin-top: 300px; width: 300px';
    element.textContent = 'A card';
    put(paper(1));
    const { top, left } = element.getBoundingClientRect();
    const button = star(paper(1)).getBoundingClientRect();
    expect(button.top - top).toBeLessThan(10);
    expect(button.left - left).toBeLessThan(20);
  },
);

test('of cards that share a class, each has its control on itself, positioned or not', () => {
  const cards = [1, 2, 3, 4].map((number) => {
    const card = document.createElement('article');
    card.className = 'shared';
    card.textContent = `Card ${number}`;
    card.style.cssText = `margin-top: 100px; position: ${number % 2 ? 'relative' : 'static'}`;
    element.append(card);
    return { element: card, id: paper(number).id };
  });
  mounts.look(cards, () => EDGE);
  for (const [at, card] of cards.entries()) mounts.mount(card, paper(at + 1), EDGE);
  for (const [at, card] of cards.entries()) {
    const { top } = card.element.getBoundingClientRect();
    const button = star(paper(at + 1)).getBoundingClientRect();
    expect(button.top).toBeGreaterThan(top);
    expect(button.bottom).toBeLessThan(top + 30);
  }
  // Put back, a control asks again how its card is laid out.
  const [, second] = cards;
  if (!second) throw new Error('there is no second card');
  second.element.style.position = 'relative';
  second.element.style.paddingTop = '50px';
  second.element.textContent = 'Card 2, made again';
  mounts.look([second], () => EDGE);
  mounts.mount(second, paper(2), EDGE);
  const { top } = second.element.getBoundingClientRect();
  expect(star(paper(2)).getBoundingClientRect().bottom).toBeLessThan(top + 30);
  expect(second.element.lastElementChild?.childElementCount).toBe(0);
});

test('what the page puts before our element does not move the control off its card', () => {
  element.style.cssText = 'margin-top: 300px';
  put(paper(1));
  element.prepend('A badge ', document.createElement('b'));
  const button = star(paper(1)).getBoundingClientRect();
  expect(button.top).toBeGreaterThan(element.getBoundingClientRect().top);
});

test('a control that was taken into another document and back has its style again', () => {
  element.style.position = 'relative';
  put(paper(1));
  const card = { element, id: paper(1).id };
  const before = star(paper(1)).getBoundingClientRect();
  const host = element.lastElementChild as Element; // the control's
  const frame = document.createElement('iframe');
  document.body.append(frame);
  frame.contentDocument?.body.append(host);
  expect(mounts.has(card)).toBe(false);
  element.append(host);
  expect(mounts.has(card)).toBe(false);
  put(paper(1));
  expect(mounts.has(card)).toBe(true);
  expect(star(paper(1)).getBoundingClientRect()).toEqual(before);
  frame.remove();
});

test('the page sees an element of ours and nothing of what is in it', () => {
  put(paper(1));
  const plain = element.innerHTML;
  annotations.set(paper(1).id, starred);
  mounts.update(paper(1).id);
  expect(element.innerHTML).toBe(plain);
  expect(element.firstElementChild?.shadowRoot).toBeNull();
});

test.each([
  ['a frame for what is absolute', 'relative'],
  ['none', 'static'],
])(
  'at the foot of a card that is %s the buttons stand at its end, and what is set fills one of them',
  (_, position) => {
    element.style.cssText = 'width: 300px';
    element.style.position = position;
    const text = document.createElement('div');
    text.style.height = '60px';
    element.append(text);
    annotations.set(paper(1).id, starred);
    mounts.mount({ element, id: paper(1).id }, paper(1), { on: 'foot' });
    const card = element.getBoundingClientRect();
    const buttons = [star(paper(1)), mounts.controlOf(paper(1).id)?.wayTo('tags')];
    for (const button of buttons) {
      const { left, right, top, bottom } = button?.getBoundingClientRect() ?? new DOMRect();
      expect(left).toBeGreaterThan(card.right - 70);
      expect(right).toBeLessThan(card.right);
      expect(top).toBeGreaterThan(card.top + 20);
      expect(bottom).toBeLessThan(card.bottom);
    }
    expect(buttons[1]?.className).toContain('set');
  },
);

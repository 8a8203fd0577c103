import type { Glance } from '../../lib/papers/glance';
import { text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import { statusIcon, statusText } from '../annotation/status';
import * as pictures from '../pictures';

// Plain DOM, since a page may have a thousand of them and most are never touched (docs/decisions/0003).

/** What a card of a listing gets: what is set at a glance, and the way to set it. */
export interface CardControl {
  element: HTMLElement;
  /** The star, then one for each of `PARTS`. The same nodes whatever they show, so that the focus stays. */
  buttons: HTMLElement[];
  /** Says whose control it is. */
  name(title: string): void;
  /** Shows what is set; undefined where the paper has no annotation, null while that is not known. */
  show(annotation: Glance | null | undefined): void;
}

/** The parts with a button, in the order of the buttons. */
export const PARTS = ['status', 'tags', 'note'] as const satisfies Part[];

/** Of the control and of its buttons. */
const NAMES = ['cardControls', 'starPaper', 'editStatus', 'editTags', 'editNote'] as const;

/** Stands for a title. */
const TITLE = '\u{F8FF}';

/** What a button does: it sets the star or takes it off, or opens the editor at one of its parts. */
export type Pressed = { starred: boolean } | Part;

/** Makes controls that show nothing and have no name yet: copies of one. */
export function createControlMaker(
  document: Document,
): (press: (what: Pressed) => void) => CardControl {
  const original = made(
    document.createElement('div'),
    { class: 'card-control', role: 'group' },
    made(document.createElement('div'), { class: 'card-chips', 'aria-hidden': 'true' }),
  );
  for (const picture of [pictures.star, statusIcon(null), pictures.tag, pictures.note]) {
    original.append(
      made(
        document.createElement('button'),
        picture === pictures.star
          ? { type: 'button', class: 'icon-button star-button' }
          : { type: 'button', class: 'icon-button part-button', 'aria-haspopup': 'dialog' },
        icon(document, picture),
      ),
    );
  }
  // Asked once: a text is not put together for every button of every card.
  const names = NAMES.map((name) => text(name, TITLE).split(TITLE));
  controlIn(document, original, names, false).show(undefined);
  return (press) => {
    const copy = original.cloneNode(true) as HTMLElement; // of an element, one
    const control = controlIn(document, copy, names, true);
    control.element.addEventListener('click', ({ target }) => {
      const at = control.buttons.findIndex((button) => button.contains(target as Node)); // in a document
      const part = PARTS[at - 1];
      if (at === 0) press({ starred: control.buttons[0]?.ariaPressed !== 'true' });
      else if (part) press(part);
    });
    return control;
  };
}

/** @param isBlank whether it shows that nothing is set, as most do before and after it is known */
function controlIn(
  document: Document,
  element: HTMLElement,
  names: string[][],
  isBlank: boolean,
): CardControl {
  const buttons = [...element.querySelectorAll('button')];
  const [star, ...parts] = buttons;
  const chips = element.firstElementChild;
  let states = [statusText(null), '', ''];
  return {
    element,
    buttons,
    name(title) {
      [element, ...buttons].forEach((one, at) => {
        one.ariaLabel = names[at]?.join(title) ?? '';
      });
      parts.forEach((button, at) => {
        if (states[at] === '') button.title = button.ariaLabel ?? '';
      });
    },
    show(annotation) {
      element.ariaBusy = annotation === null ? 'true' : null;
      if (isBlank && !annotation && star) star.ariaPressed = annotation === null ? null : 'false';
      if (isBlank && !annotation) return;
      isBlank = !annotation;
      const { starred = false, status = null, tags = [], note = '', more = 0 } = annotation ?? {};
      states = [statusText(status), tags.join(', '), note.trim()];
      if (star) showStar(star, annotation === null ? null : starred);
      parts.forEach((button, at) => {
        const state = (states[at] ?? '').slice(0, 300); // for a hint and for screen readers
        button.ariaDescription = state;
        button.title = state || (button.ariaLabel ?? '');
        button.classList.toggle('set', at === 0 ? status !== null : state !== '');
        // The picture stays the same node: a press on it may be under way.
        if (at === 0) button.querySelector('path')?.setAttribute('d', statusIcon(status));
      });
      chips?.replaceChildren(
        ...(status ? [chip(document, 'card-status', statusText(status))] : []),
        ...(tags.length > 0 ? tagsIn(document, tags, more) : []),
      );
    },
  };
}

function showStar(button: HTMLElement, starred: boolean | null): void {
  button.ariaPressed = starred === null ? null : String(starred);
  button.title = text(starred ? 'unstarHint' : 'starHint');
  button.firstElementChild?.classList.toggle('filled', starred ?? false);
}

/** How many tags a card shows, and how much of each, for each of the widths that card.css knows. */
const ROOMS = { roomy: [2, 14], tight: [1, 14], short: [1, 8] } as const;

/** The first tags, and how many more there are, once for each width: what changes with it is never moved (card.css). */
function tagsIn(document: Document, tags: string[], others: number): HTMLElement[] {
  return Object.entries(ROOMS).map(([room, [most, letters]]) => {
    const more = tags.length + others - most;
    return made(
      document.createElement('span'),
      { class: `card-tags ${room}` },
      ...tags.slice(0, most).map((tag) => chip(document, 'card-tag', cut(tag, letters))),
      ...(more > 0 ? [chip(document, 'card-tag more', text('moreTags', more))] : []),
    );
  });
}

/** As much of a text as fits into so many letters; Chinese, Japanese and Korean ones are as wide as two. */
function cut(whole: string, room: number): string {
  let width = 0;
  let shown = '';
  for (const letter of whole) {
    width += letter < '\u1100' ? 1 : 2;
    if (width > room) return `${shown}…`;
    shown += letter;
  }
  return whole;
}

/** Drawn by a rule: a page could find and select what is text, in a closed root too (docs/decisions/0017). */
function chip(document: Document, kind: string, shown: string): HTMLElement {
  return made(document.createElement('span'), { class: `card-chip ${kind}`, 'data-shown': shown });
}

/** As `components/Icon.tsx` renders it. */
function icon(document: Document, picture: string): Element {
  const shape = (name: string) => document.createElementNS('http://www.w3.org/2000/svg', name);
  return made(
    shape('svg'),
    { class: 'icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' },
    made(shape('path'), { d: picture }),
  );
}

function made<T extends Element>(
  element: T,
  attributes: Record<string, string>,
  ...content: (Element | string)[]
): T {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...content);
  return element;
}

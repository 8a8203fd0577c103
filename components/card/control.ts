import type { Glance } from '../../lib/papers/glance';
import { text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import * as pictures from '../pictures';
import { type Chip, chipsOf, ROOMS } from './chips';
import { icon, made } from './elements';

// Plain DOM, since a page may have a thousand of them and most are never touched (docs/decisions/0003).

/** What a card of a listing gets: what is set at a glance, and the way to set it. */
export interface CardControl {
  element: HTMLElement;
  /** The same node whatever it shows, so that the focus stays; so is the button that opens the editor. */
  star: HTMLElement;
  /** What leads to a part: its chip where there is one in sight, else the button that opens the editor. */
  wayTo(part: Part): HTMLElement;
  /** What stands behind the chips, from now on: boxes of lines as they are (card.css). */
  mark(...marks: Element[]): void;
  /** Says whose control it is. */
  name(title: string): void;
  /**
   * Shows what is set, and what else is to be said; undefined where the paper has no annotation, null while that is not
   * known.
   */
  show(annotation: Glance | null | undefined): void;
}

/** What a press does: it sets the star or takes it off, opens the editor at one of its parts, or is a key of one letter. */
export type Pressed = { starred: boolean } | { key: string } | Part;

/** Stands for a title. */
const TITLE = '\u{F8FF}';

/** How long the pointer rests on what opens the editor before it looks like a click to come, in milliseconds. */
const RESTING = 60;

/**
 * Makes controls that show nothing and have no name yet: copies of one.
 * @param near what opens the editor has the focus, or the pointer rests on it
 * @param star the picture on the star's button
 */
export function createControlMaker(
  document: Document,
  near: () => void,
  star = pictures.star,
): (press: (what: Pressed) => void) => CardControl {
  const original = blankControl(document, star);
  // Asked once: a text is not put together for every button of every card.
  const names = (['cardControls', 'starPaper', 'editPaper'] as const).map((name) =>
    text(name, TITLE).split(TITLE),
  );
  controlIn(original, names, false).show(undefined);
  return (press) => {
    const control = controlIn(original.cloneNode(true) as HTMLElement, names, true); // of an element, one
    const { element, star } = control;
    element.addEventListener('click', ({ target }) => {
      const part = wayAt(target)?.dataset['part'];
      // What is clicked is a node.
      if (star.contains(target as Node))
        press({ starred: star.ariaPressed !== 'true' }); // in a document
      else if (part) press(part as Part); // put there below
    });
    for (const type of ['pointerover', 'focusin']) {
      element.addEventListener(type, ({ target }) => {
        const way = wayAt(target);
        if (way) setTimeout(() => way.matches(':hover, :focus') && near(), RESTING);
      });
    }
    element.addEventListener('keydown', (event) => onKeyDown(event, press));
    return control;
  };
}

/** What opens the editor, at or around what an event in a control is about. */
function wayAt(target: EventTarget | null): HTMLElement | null {
  return (target as Element).closest<HTMLElement>('[data-part]'); // in a document
}

function blankControl(document: Document, star: string): HTMLElement {
  const button = (picture: string, attributes: Record<string, string>): Element =>
    made(document, 'button', { type: 'button', ...attributes }, icon(document, picture));
  return made(
    document,
    'div',
    { class: 'card-control', role: 'toolbar', lang: text('languageTag') },
    made(
      document,
      'div',
      { class: 'card-pill' },
      button(star, { class: 'icon-button star-button' }),
      button(pictures.edit, {
        class: 'icon-button',
        title: text('edit'),
        tabindex: '-1',
        'aria-haspopup': 'dialog',
        'data-part': 'tags', // its first field
      }),
      made(document, 'div', { class: 'card-chips' }),
    ),
  );
}

/** @param isBlank whether it shows that nothing is set, as most do before and after it is known */
function controlIn(element: HTMLElement, names: string[][], isBlank: boolean): CardControl {
  const [star, edit] = element.querySelectorAll('button') as unknown as [HTMLElement, HTMLElement]; // blankControl
  const chips = edit.nextElementSibling as HTMLElement;
  let title = '';
  let known: Glance | null = null;
  let shown = '';
  let marked: Element[] = [];

  /** Anew, since what is new has not moved (card.css); not while nothing is, for a press may be under way. */
  function showChips(annotation: Glance): void {
    const rooms = Object.keys(ROOMS) as (keyof typeof ROOMS)[]; // its own keys
    const sets = rooms.map((room) => chipsOf(annotation, room));
    const now = title + JSON.stringify(sets);
    if (now === shown) return;
    shown = now;
    const focused = chips.querySelector<HTMLElement>(':focus')?.dataset['part'];
    chips.replaceChildren(
      ...sets.map((set, at) =>
        made(element.ownerDocument, 'span', { class: rooms[at] ?? '' }, ...set.map(chip)),
      ),
      ...marked,
    );
    if (focused) wayTo(focused as Part).focus(); // put there by `chip`
  }

  function chip({ part, name, state, picture, shown = '' }: Chip): Element {
    const { ownerDocument } = element;
    const said = state.trim().slice(0, 300);
    return made(
      ownerDocument,
      'span',
      {
        class: 'card-chip',
        role: 'button',
        tabindex: '-1',
        'aria-haspopup': 'dialog',
        'aria-label': text(name, title),
        'aria-description': said,
        title: said,
        'data-part': part,
      },
      // Drawn by a rule: a page could find and select what is text, in a closed root too (docs/decisions/0017).
      made(
        ownerDocument,
        'span',
        { class: 'chip-face', ...(shown && { 'data-shown': shown }) },
        ...(picture ? [icon(ownerDocument, picture)] : []),
      ),
    );
  }

  function wayTo(part: Part): HTMLElement {
    const ways = [...chips.querySelectorAll<HTMLElement>(`[data-part=${part}]`)];
    return ways.find((way) => way.checkVisibility()) ?? edit;
  }

  return {
    element,
    star,
    wayTo,
    mark(...marks) {
      for (const mark of marked) mark.remove();
      marked = marks;
      chips.append(...marks);
    },
    name(of) {
      title = of;
      [element, star, edit].forEach((one, at) => {
        one.ariaLabel = names[at]?.join(title) ?? '';
      });
      if (known) showChips(known);
    },
    show(annotation) {
      element.ariaBusy = annotation === null ? 'true' : null;
      if (isBlank && !annotation) star.ariaPressed = annotation === null ? null : 'false';
      if (isBlank && !annotation) return;
      isBlank = !annotation;
      showStar(star, annotation);
      known = annotation ?? null;
      showChips(known ?? { starred: false, status: null, tags: [], note: '' });
      edit.classList.toggle('set', chips.querySelector('.card-chip') !== null);
    },
  };
}

function showStar(button: HTMLElement, annotation: Glance | null | undefined): void {
  const starred = annotation?.starred === true;
  button.ariaPressed = annotation === null ? null : String(starred);
  button.title = text(starred ? 'unstarHint' : 'starHint');
  button.firstElementChild?.classList.toggle('filled', starred);
}

/** What keys do comes with the editor (`controlKeys.ts`); here the page is kept from scrolling. */
function onKeyDown(event: KeyboardEvent, press: (what: Pressed) => void): void {
  if (isWithModifier(event)) return;
  const { key, repeat, target } = event;
  const isChip = (target as Element).matches('.card-chip'); // an element
  const isOurs = (isChip ? /^( $|Enter|Arrow[LR])/ : /^Arrow[LR]/).test(key);
  if (isOurs) event.preventDefault();
  // A key that is held goes on to the next card, and sets nothing thirty times a second.
  if (repeat ? /^[jk]$|^Arrow/.test(key) : isOurs || /^[jkstnx?0-3]$/.test(key)) press({ key });
}

/** Whether a key is the browser's or the system's. */
export function isWithModifier({ ctrlKey, altKey, metaKey }: KeyboardEvent): boolean {
  return ctrlKey || altKey || metaKey;
}

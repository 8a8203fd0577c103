import type { Label } from '../../lib/labels/label';
import { cut, type ROOMS } from '../card/chips';
import { made } from '../card/elements';

/** Letters of the first label: most cards have no tags beside it. */
const LETTERS: Record<keyof typeof ROOMS, number> = { roomy: 24, tight: 8 };

/** What is said about a paper, as it stands behind the chips of its control: once for each room that a card has. */
export function labelMarks(document: Document, labels: readonly Label[]): HTMLElement[] {
  if (labels.length === 0) return [];
  const rooms = Object.keys(LETTERS) as (keyof typeof LETTERS)[]; // its own keys
  return rooms.map((room) =>
    made(
      document,
      'span',
      { class: room },
      ...labels.map((one, place) =>
        mark(document, one, place > 0 ? '' : cut(one.shown, LETTERS[room])),
      ),
    ),
  );
}

/** What the labels on a control say, each once: where a line has room for the buttons alone, they are not to be seen there. */
export function saidOn(control: Element | undefined): string[] {
  const labels = control?.querySelectorAll('.card-label') ?? [];
  return [...new Set(Array.from(labels, ({ ariaLabel }) => ariaLabel ?? ''))];
}

/** Drawn by rules, as chips are. */
function mark(
  document: Document,
  { sign, colours = [''], said }: Label,
  shown: string,
): HTMLElement {
  const drawn = (what: string, colour = ''): HTMLElement => {
    const one = made(document, 'span', { 'data-shown': what });
    one.style.color = colour;
    return one;
  };
  return made(
    document,
    'span',
    { class: 'card-label', role: 'img', 'aria-label': said, title: said },
    ...colours.map((colour) => drawn(sign, colour)),
    drawn(shown && ` ${shown}`),
  );
}

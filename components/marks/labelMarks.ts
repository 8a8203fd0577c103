import type { Label } from '../../lib/labels/label';
import { cut, ROOMS } from '../card/chips';
import { made } from '../card/elements';

/** What is said about a paper, as it stands behind the chips of its control: once for each room that a card has. */
export function labelMarks(document: Document, labels: readonly Label[]): HTMLElement[] {
  if (labels.length === 0) return [];
  const rooms = Object.keys(ROOMS) as (keyof typeof ROOMS)[]; // its own keys
  return rooms.map((room) =>
    made(
      document,
      'span',
      { class: room },
      ...labels.map((one, place) =>
        mark(document, one, place > 0 ? '' : cut(one.shown, ROOMS[room])),
      ),
    ),
  );
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

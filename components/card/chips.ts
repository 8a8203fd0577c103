import type { Glance } from '../../lib/papers/glance';
import { type TextKey, text } from '../../lib/text/text';
import type { Part } from '../annotation/AnnotationEditor';
import { statusIcon, statusText } from '../annotation/status';
import * as pictures from '../pictures';

/** What a chip says about a part of an annotation that is set. */
export interface Chip {
  part: Part;
  /** The text that names it; $1 is the paper's title. */
  name: TextKey;
  /** All of it, for a hint and for screen readers. */
  state: string;
  picture?: string;
  /** What it shows beside the picture, if anything. */
  shown?: string;
}

/** Letters of a tag that a card shows where there is room and where there is little, beside a note and a status; card.css knows these names. */
export const ROOMS = { roomy: 14, tight: 5 } as const;

/**
 * The chips of what is set, in their order: pictures before texts. A picture behind a text counts as moved when the page
 * zooms, since letters do not grow evenly (docs/decisions/0017).
 */
export function chipsOf(
  { status, tags, note, more = 0 }: Glance,
  room: keyof typeof ROOMS,
): Chip[] {
  const chips: Chip[] = [];
  if (note.trim())
    chips.push({ part: 'note', name: 'editNote', state: note, picture: pictures.note });
  if (status) {
    const state = statusText(status);
    const shown = room === 'roomy' ? state : '';
    chips.push({ part: 'status', name: 'editStatus', state, picture: statusIcon(status), shown });
  }
  const [first, ...others] = tags;
  if (first !== undefined) {
    const count = others.length + more;
    const shown = cut(first, ROOMS[room]) + (count > 0 ? ` ${text('moreTags', count)}` : '');
    chips.push({ part: 'tags', name: 'editTags', state: tags.join(', '), shown });
  }
  return chips;
}

/** As much of a text as fits into so many letters; Chinese, Japanese and Korean ones are as wide as two. */
export function cut(whole: string, room: number): string {
  let width = 0;
  let shown = '';
  for (const letter of whole) {
    width += letter < '\u1100' ? 1 : 2;
    if (width > room) return `${shown}…`;
    shown += letter;
  }
  return whole;
}

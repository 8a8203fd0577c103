import type { TagColour } from '../papers/tagColours';
import type { WatchWord } from '../papers/watchWords';
import { listText, text } from '../text/text';
import { type Label, shortened } from './label';

/** Most signs on a card: more would be no sign of anything. */
const MOST_SIGNS = 3;

/** The colours of tags where no style of ours says them (components/tags/palette.css; a test compares the two). */
export const COLOURS: Record<TagColour, string> = {
  red: 'light-dark(#cf2f27, #ff8a80)',
  orange: 'light-dark(#c25a00, #ffab5e)',
  yellow: 'light-dark(#9a7400, #f2cf4a)',
  green: 'light-dark(#2b8a3e, #7bd88f)',
  teal: 'light-dark(#0b8484, #5fd3d0)',
  blue: 'light-dark(#2867d9, #84adff)',
  purple: 'light-dark(#7b45c9, #bf9cff)',
  pink: 'light-dark(#c22e7a, #ff94c8)',
  brown: 'light-dark(#8a5a3b, #cfa283)',
  grey: 'light-dark(#667080, #aab3c2)',
};

/** Says which watch words a paper has; null: none. */
export function watchLabel(found: readonly WatchWord[]): Label | null {
  const [first, ...others] = found;
  if (first === undefined) return null;
  const more = others.length > 0 ? ` ${text('moreTags', others.length)}` : '';
  return {
    sign: '●',
    colours: found.slice(0, MOST_SIGNS).map(({ colour }) => COLOURS[colour]),
    shown: shortened(bare(first.text)) + more,
    said: text('watchedFor', listText(found.map((word) => word.text))),
  };
}

/** A phrase without its quotation marks. */
function bare(typed: string): string {
  return /^"([^"]*)"$/.exec(typed)?.[1] ?? typed;
}

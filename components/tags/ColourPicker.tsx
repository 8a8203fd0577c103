import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { TAG_COLOURS, type TagColour } from '../../lib/papers/tagColours';
import { type TextKey, text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

/** The colours in the reader's words. */
export const COLOUR_NAMES: Record<TagColour, TextKey> = {
  red: 'colourRed',
  orange: 'colourOrange',
  yellow: 'colourYellow',
  green: 'colourGreen',
  teal: 'colourTeal',
  blue: 'colourBlue',
  purple: 'colourPurple',
  pink: 'colourPink',
  brown: 'colourBrown',
  grey: 'colourGrey',
};

export interface ColourPickerProps {
  tag: string;
  colour: TagColour | null;
  onPick: (colour: TagColour | null) => void;
  onClose: () => void;
}

/** One of ten colours, or none; each has a name, and the chosen one a tick. */
export function ColourPicker({ tag, colour, onPick, onClose }: ColourPickerProps): JSX.Element {
  const group = useId();
  const box = useRef<HTMLFieldSetElement>(null);
  useLayoutEffect(() => box.current?.querySelector<HTMLInputElement>('input:checked')?.focus(), []);
  return (
    <fieldset
      ref={box}
      class="colour-picker"
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return; // it is chosen with the arrows already
        onClose();
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <legend class="for-screen-readers">{text('colourTag', tag)}</legend>
      {[null, ...TAG_COLOURS].map((choice) => (
        <label key={choice} title={choice === null ? text('noColour') : text(COLOUR_NAMES[choice])}>
          <input
            type="radio"
            name={group}
            checked={choice === colour}
            aria-label={choice === null ? text('noColour') : text(COLOUR_NAMES[choice])}
            onChange={() => onPick(choice)}
          />
          <span class={`swatch ${choice === null ? 'none' : `tag-${choice}`}`}>
            {choice === colour && <Icon picture={pictures.tick} />}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { countText, text } from '../../lib/text/text';

export interface LongTextProps {
  value: string;
  /** How many characters are shown before the reader asks for more. */
  most: number;
}

/** No page is the better for more letters than this; they are counted instead. */
const LONGEST = 20_000;

/** A text in its own lines; a long one is cut until the reader asks for all of it. */
export function LongText({ value, most }: LongTextProps): JSX.Element {
  const [isWhole, setWhole] = useState(false);
  // A cut that would spare a word or two is not worth the button.
  if (value.length <= most * 1.2) return <span class="long-text">{value}</span>;
  const left = value.length - LONGEST;
  return (
    <>
      <span class="long-text">
        {isWhole ? cut(value, LONGEST) : `${cut(value, most).replace(/[\s.,;:–-]+$/u, '')}…`}
        {isWhole && left > 0 && ` ${countText('importCutText', left)}`}
      </span>{' '}
      <button
        type="button"
        class="link-button"
        aria-expanded={isWhole}
        onClick={() => setWhole(!isWhole)}
      >
        {text(isWhole ? 'importShowLess' : 'importShowAll')}
      </button>
    </>
  );
}

/** The beginning of a text. A character of two units is not cut in half. */
function cut(value: string, most: number): string {
  return value.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}

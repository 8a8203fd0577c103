import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface StarButtonProps {
  /** The paper's title: the button's name is "Star paper: <title>" whatever its state. */
  title: string;
  starred: boolean;
  onToggle: (starred: boolean) => void;
  /** -1 where keys do the same. */
  tabIndex?: number;
}

/** A toggle: one click stars, one click unstars. */
export function StarButton(props: StarButtonProps): JSX.Element {
  const { title, starred, onToggle, tabIndex } = props;
  return (
    <button
      type="button"
      class="icon-button star-button"
      tabIndex={tabIndex}
      aria-label={text('starPaper', title)}
      aria-pressed={starred}
      title={text(starred ? 'unstarHint' : 'starHint')}
      onClick={() => onToggle(!starred)}
    >
      <Icon picture={pictures.star} filled={starred} />
    </button>
  );
}

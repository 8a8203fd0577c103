import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface CopyButtonProps {
  /** The paper's. */
  title: string;
  tabIndex?: number;
  /** The menu opens at this button, or closes. */
  onPress: (button: HTMLElement) => void;
}

/** Opens the menu of what can be copied of a paper. */
export function CopyButton({ title, tabIndex, onPress }: CopyButtonProps): JSX.Element {
  return (
    <button
      type="button"
      class="icon-button copy-button"
      tabIndex={tabIndex}
      aria-haspopup="menu"
      aria-label={text('copyPaper', title)}
      title={text('copy')}
      onClick={(event) => onPress(event.currentTarget)}
    >
      <Icon picture={pictures.copy} />
    </button>
  );
}

import type { JSX } from 'preact';
import { Icon } from './Icon';

export interface IconButtonProps {
  icon: string;
  /** What it does: its name, and its hint. */
  name: string;
  onPress: () => void;
}

/** A button that shows a picture alone. */
export function IconButton({ icon, name, onPress }: IconButtonProps): JSX.Element {
  return (
    <button type="button" class="icon-button" aria-label={name} title={name} onClick={onPress}>
      <Icon picture={icon} />
    </button>
  );
}

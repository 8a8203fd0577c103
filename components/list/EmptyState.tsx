import type { ComponentChildren, JSX } from 'preact';
import { Icon } from '../Icon';

export interface EmptyStateProps {
  icon: string;
  title: string;
  text: string;
  /** What to do next. */
  children?: ComponentChildren;
}

/** What stands where a list has nothing to show: why, and what to do next. */
export function EmptyState({ icon, title, text, children }: EmptyStateProps): JSX.Element {
  return (
    <div class="empty-state">
      <Icon picture={icon} />
      <h2>{title}</h2>
      <p>{text}</p>
      {children}
    </div>
  );
}

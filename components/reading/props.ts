import type { ComponentChildren } from 'preact';
import type { Paper } from '../../lib/papers/paper';
import type { TagCount } from '../../lib/papers/tags';
import type { Reading, ReadingState } from '../../lib/views/readingPane';

/** What can be done to the paper that is read. */
export type ReadingActions = Pick<
  Reading,
  | 'patch'
  | 'takeStatus'
  | 'remove'
  | 'write'
  | 'stopWriting'
  | 'tick'
  | 'showWholeNote'
  | 'tag'
  | 'retry'
>;

export interface ReadingPaneProps extends ReadingState {
  tagsInUse: TagCount[];
  actions: ReadingActions;
  /** Shows what has a keyword or comes from an organization; absent: they are text. */
  onSearch?: ((query: string) => void) | undefined;
  /** Opens the menu of what can be copied, at a button; absent: it is not offered. */
  onCopy?: ((paper: Paper, button: HTMLElement) => void) | undefined;
  /** Whether it is another paper, too: below its facts. */
  same?: ComponentChildren;
  /** What comes between the note and the paper's history. */
  related?: ComponentChildren;
  /** Escape: back to the list. */
  onLeave: () => void;
}

import type { Tags, TagsState } from '../../lib/views/tags';

/** What can be done to tags. */
export type TagActions = Omit<Tags, 'state' | 'subscribe' | 'changed'>;

export interface TagPageProps extends TagsState {
  actions: TagActions;
  /** A tag was chosen: its papers are wanted. */
  onPick: (tag: string) => void;
}

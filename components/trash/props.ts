import type { Trash, TrashState } from '../../lib/views/trash';

/** What can be done to what is in the trash. */
export type TrashActions = Omit<Trash, 'state' | 'subscribe' | 'changed'>;

export interface TrashPageProps extends TrashState {
  actions: TrashActions;
}

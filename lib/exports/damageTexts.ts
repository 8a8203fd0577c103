import type { Restored } from '../backup/restoring';
import { countText, text } from '../text/text';

/** What of a copy is damaged, in the reader's words; none where it is whole. */
export function damageTexts({
  unreadable,
  lacksShelves,
  lacksChanges,
}: Pick<Restored, 'unreadable' | 'lacksShelves' | 'lacksChanges'>): string[] {
  return [
    ...(unreadable > 0 ? [countText('backupUnreadable', unreadable)] : []),
    ...(lacksChanges ? [text('backupLacksChanges')] : []),
    ...(lacksShelves ? [text('backupLacksShelves')] : []),
  ];
}

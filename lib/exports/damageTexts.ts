import type { Restored } from '../backup/restoring';
import { countText, text } from '../text/text';

/** What of a copy is damaged, in the reader's words; none where it is whole. */
export function damageTexts({
  unreadable,
  lacksSearches,
  lacksChanges,
}: Pick<Restored, 'unreadable' | 'lacksSearches' | 'lacksChanges'>): string[] {
  return [
    ...(unreadable > 0 ? [countText('backupUnreadable', unreadable)] : []),
    ...(lacksChanges ? [text('backupLacksChanges')] : []),
    ...(lacksSearches ? [text('backupLacksSearches')] : []),
  ];
}

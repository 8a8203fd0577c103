import type { PopupDeps } from '../../lib/views/popup';

const KEY = 'popup.tab';

/** The tab that the reader chose on a listing. `localStorage`, as it is read before anything is shown. */
export function tabChoice(storage: Pick<Storage, 'getItem' | 'setItem'>): PopupDeps['choice'] {
  return {
    read() {
      const tab = storage.getItem(KEY);
      return tab === 'page' || tab === 'list' ? tab : null;
    },
    write: (tab) => storage.setItem(KEY, tab),
  };
}

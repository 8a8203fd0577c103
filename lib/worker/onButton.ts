import { showBadge } from '../badge/badge';
import type { PaperId } from '../papers/ids';
import type { AsterismDatabase } from '../store/database';
import { readShown } from '../store/tabPapers';
import { text } from '../text/text';
import { showState } from './badges';

/** Says on the toolbar's button of a tab what came of something that was asked for outside of a page. */
export interface OnButton {
  /** It is done. Where the tab shows the paper that changed, the page and the button say so by themselves. */
  done(tabId: number, changed: PaperId | null): Promise<void>;
  /** It was not done; `why` is a sentence that one reads at the button. It stays until the button changes. */
  failed(tabId: number, why: string): Promise<void>;
}

/** How long "done" stays, in milliseconds. */
const DONE_MS = 1_500;

/** See `OnButton`. */
export function createOnButton(
  db: AsterismDatabase,
  log: (where: string, error: unknown) => void,
  later: (work: () => void, ms: number) => unknown = setTimeout,
): OnButton {
  async function restore(tabId: number): Promise<void> {
    const shown = await readShown(tabId);
    await showState(db, tabId, shown?.ids ?? []);
  }

  return {
    async done(tabId, changed) {
      const shown = await readShown(tabId);
      if (changed !== null && shown?.ids.includes(changed)) return;
      await showBadge(tabId, { text: '✓', title: text('buttonDone') });
      later(() => void restore(tabId).catch((error: unknown) => log('button', error)), DONE_MS);
    },
    async failed(tabId, why) {
      await showBadge(tabId, { text: '!', title: text('buttonSays', why) });
    },
  };
}

import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type Offer, readOffer } from '../../lib/backup/offer';
import { type Overview, overview } from '../../lib/backup/restoring';
import { HEADS, OFFER } from '../../lib/backup/storage';

/** What the copy has, and what of it is on offer. */
export interface Copies {
  found: Overview | null;
  offer: Offer | null;
}

/** The copies as they are now and after every change; null until they are known. */
export function useCopies(): Copies | null {
  const [copies, setCopies] = useState<Copies | null>(null);
  useEffect(() => {
    const { local } = browser.storage;
    let isWanted = true;
    const read = async (): Promise<void> => {
      const [found, offer] = await Promise.all([overview(local), readOffer(local)]);
      if (isWanted) setCopies({ found, offer });
    };
    const listener = (changes: Record<string, unknown>): void => {
      const concerns = Object.keys(changes).some(
        (key) =>
          key === OFFER || HEADS.some((head) => head === key) || key.startsWith('backup.journal'),
      );
      if (concerns) void read();
    };
    void read();
    local.onChanged.addListener(listener);
    return () => {
      isWanted = false;
      local.onChanged.removeListener(listener);
    };
  }, []);
  return copies;
}

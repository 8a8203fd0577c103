import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { send } from '../messages/client';
import { isNewer } from '../store/connection';
import { DATABASE } from '../store/rows';
import type { Unreadable } from '../text/failureText';

/** Why a page could not read the library; null where nothing is known that trying again would not mend. */
export function useUnreadable(): Unreadable | null {
  const [why, setWhy] = useState<Unreadable | null>(null);
  useEffect(() => {
    void findReason().then(setWhy);
  }, []);
  return why;
}

async function findReason(): Promise<Unreadable | null> {
  if (import.meta.env.FIREFOX && browser.extension.inIncognitoContext) {
    // The worker is where the browser's own setting puts it: in private as well, or with the library.
    const answer = await send('tags.list', {});
    return answer.ok ? 'privateWindow' : 'neverRemembers';
  }
  return (await isNewer(DATABASE)) ? 'newer' : null;
}

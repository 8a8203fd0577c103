import { browser } from 'wxt/browser';
import { OFFER } from '../backup/storage';
import { success } from '../messages/result';
import type { Handlers } from '../messages/server';

/** What restoring a copy needs beside an import. */
export function restoring(): Pick<Handlers, 'backup.settle'> {
  return {
    'backup.settle': async () => {
      const isOffered = (await browser.storage.local.get(OFFER))[OFFER] !== undefined;
      // What is not on offer any more is kept for some weeks: the next copying sees to it.
      await browser.storage.local.remove(OFFER);
      return success({ settled: isOffered });
    },
  };
}

import { browser } from 'wxt/browser';
import { OFFER } from '../backup/storage';
import type { Change } from '../messages/announce';
import { success } from '../messages/result';
import type { Handlers } from '../messages/server';
import { startAnew } from '../store/commands/startingAnew';
import type { AsterismDatabase } from '../store/database';

interface Needs {
  db: AsterismDatabase;
  changed: (change: Change) => void;
}

/** What restoring a copy needs beside an import. */
export function restoring({
  db,
  changed,
}: Needs): Pick<Handlers, 'backup.settle' | 'library.startAnew'> {
  return {
    'library.startAnew': async () => {
      const started = await startAnew(db);
      if (started.ok) changed('all');
      return started;
    },
    'backup.settle': async () => {
      const isOffered = (await browser.storage.local.get(OFFER))[OFFER] !== undefined;
      // What is not on offer any more is kept for some weeks: the next copying sees to it.
      await browser.storage.local.remove(OFFER);
      return success({ settled: isOffered });
    },
  };
}

import { browser } from 'wxt/browser';
import { OFFER } from '../backup/storage';
import type { Change } from '../messages/pulse';
import { type Result, success } from '../messages/result';
import type { Handlers } from '../messages/server';
import { addShelves } from '../store/commands/copying';
import type { AsterismDatabase } from '../store/database';

interface Needs {
  db: AsterismDatabase;
  run: <T>(command: () => Promise<T>) => Promise<Result<T>>;
  changed: (change: Change) => void;
}

/** What restoring a copy needs beside an import. */
export function restoring({
  db,
  run,
  changed,
}: Needs): Pick<Handlers, 'shelves.add' | 'backup.settle'> {
  return {
    'shelves.add': async (shelves) => {
      const added = await run(() => addShelves(db, shelves));
      if (added.ok) changed([]);
      return added;
    },
    'backup.settle': async () => {
      const isOffered = (await browser.storage.local.get(OFFER))[OFFER] !== undefined;
      // What is not on offer any more is kept for some weeks: the next copying sees to it.
      await browser.storage.local.remove(OFFER);
      return success({ settled: isOffered });
    },
  };
}

import { vi } from 'vitest';
import type { AsterismDatabase } from '../../lib/store/database';

/** How Chromium says that there is no room: by refusing a write, or by giving up on a transaction without a reason. */
export type Fullness = 'refuses' | 'gives up';

/** A disk that is full from some write on. */
export interface FakeDisk {
  /** Writes so far, tried ones included. */
  writes(): number;
  /** Gives room again. */
  free(): void;
  /** Puts the browser's own methods back. */
  remove(): void;
}

/** From its write number `at` on, a database has no room; how much there is the browser says, too. */
export function fakeDisk(db: AsterismDatabase, at: number, how: Fullness): FakeDisk {
  let writes = 0;
  let isFree = false;
  const estimate = vi
    .spyOn(navigator.storage, 'estimate')
    .mockImplementation(async () => ({ quota: 1e9, usage: isFree ? 0 : 1e9 }));
  const removes = [() => estimate.mockRestore()];
  const store = IDBObjectStore.prototype;
  for (const name of ['put', 'add', 'delete', 'clear'] as const) {
    const real = store[name];
    const watched = function (this: IDBObjectStore, ...args: unknown[]): unknown {
      if (this.transaction.db.name === db.name) {
        writes += 1;
        if (writes > at && !isFree) {
          if (how === 'refuses') throw new DOMException('no room', 'QuotaExceededError');
          this.transaction.abort();
        }
      }
      return Reflect.apply(real, this, args);
    };
    Object.assign(store, { [name]: watched });
    removes.push(() => Object.assign(store, { [name]: real }));
  }
  return {
    writes: () => writes,
    free: () => {
      isFree = true;
    },
    remove: () => {
      for (const remove of removes) remove();
    },
  };
}

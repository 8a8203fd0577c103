const KEY = 'library.singleKeys';

/** Whether keys of one letter are shortcuts, as the reader set it. */
export interface SingleKeys {
  read(): boolean;
  write(on: boolean): void;
}

/** `localStorage`, as it is read before the first key. */
export function singleKeys(storage: Pick<Storage, 'getItem' | 'setItem'>): SingleKeys {
  return {
    read: () => storage.getItem(KEY) !== 'off',
    write: (on) => storage.setItem(KEY, on ? 'on' : 'off'),
  };
}

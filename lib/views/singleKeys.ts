const KEY = 'library.singleKeys';

/** Whether keys of one letter are shortcuts, on all our pages. `localStorage`, as it is read before the first key. */
export function singleKeys(storage: Pick<Storage, 'getItem' | 'setItem'>) {
  return {
    read: () => storage.getItem(KEY) !== 'off',
    write: (on: boolean) => storage.setItem(KEY, on ? 'on' : 'off'),
  };
}

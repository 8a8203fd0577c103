import { type EarlySetting, earlySetting } from './early';
import { writeSetting } from './stored';

/** Whether keys of one letter are shortcuts: on our own pages, which read it early, and on cards, for which the worker does. */
export function singleKeysSetting(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): EarlySetting<boolean> {
  const { read, write } = earlySetting('singleKeys', storage);
  return {
    read,
    write(on) {
      write(on);
      void writeSetting('cardKeys', on);
    },
  };
}

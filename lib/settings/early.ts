import { type EarlyName, settingOf, type ValueOf } from './settings';

/** A setting that is read before a page shows anything. */
export interface EarlySetting<T> {
  read(): T;
  write(value: T): void;
}

/** See `EarlySetting`. All our pages share the storage, so it holds in each of them at once. */
export function earlySetting<N extends EarlyName>(
  name: N,
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): EarlySetting<ValueOf<N>> {
  const key = earlyKey(name);
  return {
    read: () => settingOf(name, parsed(storage.getItem(key))),
    write: (value) => storage.setItem(key, JSON.stringify(value)),
  };
}

/** Where in the storage a setting is: a page that hears of a change asks whether it is this one. */
export function earlyKey(name: EarlyName): string {
  return `settings.${name}`;
}

function parsed(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined; // another version's, or damaged
  }
}

import { sharedStorage, watchShared } from './sharedStorage';

const KEY = 'cards';

/** What the reader has set about what is on cards. A page of somebody else's cannot read settings: it is told. */
export interface CardSettings {
  /** Whether keys of one letter are not shortcuts. */
  noKeys: boolean;
  /** Whether controls stand at the right corner of their cards. */
  atRight: boolean;
}

/** Tells every page that has cards, and those that are opened later. Called by the worker. */
export async function tellCards(settings: CardSettings): Promise<void> {
  await sharedStorage().set({ [KEY]: settings });
}

/**
 * Calls back with what is set, and again whenever it changes, until the signal aborts; resolves after the first time.
 * Undefined: the worker has not run in this session, and the storage is closed to pages.
 */
export async function followCardSettings(
  heard: (settings: CardSettings | undefined) => void,
  signal: AbortSignal,
): Promise<void> {
  const take = heard as (told: unknown) => void; // nobody but the worker tells
  watchShared(KEY, take, signal);
  const stored = await sharedStorage()
    .get(KEY)
    .catch((): Record<string, unknown> => ({}));
  take(stored[KEY]);
}

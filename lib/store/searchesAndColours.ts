import { deepEqual } from '../papers/deepEqual';
import type { SearchesAndColours } from '../papers/searchesAndColours';
import { setColour } from './colours';
import type { AsterismDatabase } from './database';
import type { ColourChange, SearchChange } from './rows';

// Called inside a transaction over `searches` and `colours`.

/** What adding searches and colours changed. */
export interface AddedSearchesAndColours {
  searches: SearchChange[];
  colours: ColourChange[];
}

/** Adds saved searches and colours where there is none of that name or tag. */
export async function addSearchesAndColours(
  db: AsterismDatabase,
  { searches, colours }: SearchesAndColours,
): Promise<AddedSearchesAndColours> {
  const added: AddedSearchesAndColours = { searches: [], colours: [] };
  for (const left of searches) {
    const { name } = left;
    if (await db.searches.get(name)) continue;
    await db.searches.add(left);
    added.searches.push({ name, was: null, left });
  }
  for (const left of colours) {
    const { key } = left;
    const change = (await db.colours.get(key)) ? null : await setColour(db, key, left);
    if (change) added.colours.push(change);
  }
  return added;
}

/** Takes back what a step did to saved searches, where they are as it left them. */
export async function takeBackSearches(
  db: AsterismDatabase,
  changes: readonly SearchChange[],
): Promise<void> {
  for (const { name, was, left } of changes) {
    if (!deepEqual((await db.searches.get(name)) ?? null, left)) continue;
    if (was) await db.searches.put(was);
    else await db.searches.delete(name);
  }
}

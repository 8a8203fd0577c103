import type { Table } from 'dexie';
import { deepEqual } from '../../papers/deepEqual';
import type { DismissedPaper } from '../../papers/dismissed';
import { isPaperId } from '../../papers/ids';
import type { StepChange } from '../../papers/steps';
import type { PaperHere } from '../../sync/elements';
import { captureAll, type Self, type Tools } from '../../sync/machine';
import { captureShelved } from '../../sync/shelf';
import { type Shelved, shelfId, shelfKey } from '../../sync/shelfThings';
import { setColour } from '../colours';
import type { AsterismDatabase } from '../database';
import { type ColourChange, nothingKnown, type SearchChange } from '../rows';
import { factsOf, forgetFacts, writeFacts } from '../writeRows';
import { SLICE } from './capturing';
import { papersHere, writeSaid } from './papersHere';
import { idsSaidIn } from './replica';

// Called inside a transaction over what changes papers, `colours`, `searches` and `replica`.

/** The tables in which things are that are no bookmarks. */
export function shelfTables(db: AsterismDatabase): Table[] {
  return [db.colours, db.searches, db.dismissed];
}

/** What commands put on the shelf or took away goes into batches, some of it. `count`: how many things that were. */
export async function captureShelf(
  db: AsterismDatabase,
  self: Self,
  tools: Tools,
): Promise<{ self: Self; count: number }> {
  const [colours, searches, dismissed] = await Promise.all([
    db.colours.toArray(),
    db.searches.toArray(),
    db.dismissed.toCollection().primaryKeys(),
  ]);
  const ids = new Set<string>([
    ...colours.map((one) => shelfId('colour', one)),
    ...searches.map((one) => shelfId('search', one)),
    ...dismissed.map((id) => `dismissed:${id}`),
    ...(await idsSaidIn(db.replica, ['colour:', 'search:', 'dismissed:'])),
  ]);
  const papers = await papersHere(db, ids);
  const changed = [...papers.values()].filter((one) => captureShelved(one, '') !== null);
  const some = changed.slice(0, SLICE).map(({ id }) => id);
  return { self: await captureThings(db, self, some, tools), count: some.length };
}

/** Those of some ids that are on the shelf: what commands did to them goes into batches. */
export async function captureThings(
  db: AsterismDatabase,
  self: Self,
  ids: Iterable<string>,
  tools: Tools,
): Promise<Self> {
  const things = [...ids].filter((id) => shelfKey(id) !== null);
  if (things.length === 0) return self;
  const papers = await papersHere(db, things);
  const done = captureAll(self, [...papers.values()], tools);
  await writeSaid(db, papers, done.papers);
  return done.self;
}

/** What became of the shelf: what a step needs to take it back. */
export interface ShelfChanges {
  colours: ColourChange[];
  searches: SearchChange[];
  changes: StepChange[];
}

/** Stores what became of things on the shelf, where that is something. */
export async function writeShelf(
  db: AsterismDatabase,
  before: ReadonlyMap<string, PaperHere>,
  after: readonly PaperHere[],
): Promise<ShelfChanges> {
  const made: ShelfChanges = { colours: [], searches: [], changes: [] };
  for (const { id, shelved: left = null } of after) {
    const named = shelfKey(id);
    const was = before.get(id)?.shelved ?? null;
    if (named === null || deepEqual(was, left)) continue;
    if (named.kind === 'colour') await writeColour(db, named.key, left, made);
    else if (named.kind === 'search') await writeSearch(db, named.key, left, made);
    else await writeDismissed(db, named.key, left, made);
  }
  return made;
}

async function writeColour(
  db: AsterismDatabase,
  key: string,
  left: Shelved | null,
  { colours }: ShelfChanges,
): Promise<void> {
  const change = await setColour(db, key, left && 'colour' in left ? left : null);
  if (change) colours.push(change);
}

async function writeSearch(
  db: AsterismDatabase,
  name: string,
  thing: Shelved | null,
  { searches }: ShelfChanges,
): Promise<void> {
  const was = (await db.searches.get(name)) ?? null;
  const left = thing && 'query' in thing ? thing : null;
  if (left) await db.searches.put(left);
  else await db.searches.delete(name);
  searches.push({ name, was, left });
}

/** A star is lost in no merge: a paper that has one is not dismissed. */
async function writeDismissed(
  db: AsterismDatabase,
  id: string,
  thing: Shelved | null,
  { changes }: ShelfChanges,
): Promise<void> {
  if (!isPaperId(id)) return;
  const left: DismissedPaper | null = thing && 'dismissedAt' in thing ? thing : null;
  const was = (await db.dismissed.get(id))?.at ?? null;
  if (left === null) {
    await db.dismissed.delete(id);
    await forgetFacts(db, [id]);
  } else {
    if ((await db.bookmarks.get(id))?.annotation.starred) return;
    await db.dismissed.put({ id, at: left.dismissedAt });
    const isKnown = (await factsOf(db, [id])).has(id);
    const paper = { ...nothingKnown(id), ...(left.title === '' ? {} : { title: left.title }) };
    if (!isKnown) await writeFacts(db, [{ id, paper }], []);
  }
  changes.push({ id, was: {}, left: {}, dismissed: { was, left: left?.dismissedAt ?? null } });
}

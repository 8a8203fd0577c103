import type { ImportOutcome } from '../../messages/contract';
import { isEmpty } from '../../papers/annotation';
import type { Bookmark, Incoming } from '../../papers/bookmark';
import { deepEqual } from '../../papers/deepEqual';
import { fits } from '../../papers/limits';
import { combinePapers, mergeIncoming } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import type { Shelves } from '../../papers/shelves';
import { changing, saidOf, store } from '../changes';
import type { AsterismDatabase } from '../database';
import { rowsOf } from '../manyRows';
import { addShelves } from '../searchesAndColours';
import { OUTCOME_PART } from '../staging';
import { nextStep, writePart } from '../stepLog';
import { changeBetween, type StepChange } from '../steps';
import { bookmarkIn, NOTHING, type Said } from '../trash';

export interface PartOfImport {
  import: string;
  part: number;
  bookmarks: Incoming[];
  shelves?: Shelves | undefined;
}

const NOTHING_DONE = { added: 0, merged: 0, same: 0, searches: 0, colours: 0, undo: null };
const NO_SHELVES: Shelves = { searches: [], colours: [] };

/** Puts a part of an import aside and gives its number of bookmarks. */
export async function stagePart(
  db: AsterismDatabase,
  part: PartOfImport,
  now: () => Date,
): Promise<number> {
  await db.staged.put({ ...part, stagedAt: now().toISOString() });
  return part.bookmarks.length;
}

/**
 * Merges a staged import into the library: all of it or, if anything fails, nothing. One part is in memory at a time.
 * The outcome stays in place of the parts, so that applying again changes nothing and says the same.
 */
export function applyImport(
  db: AsterismDatabase,
  importId: string,
  now: () => Date,
): Promise<ImportOutcome> {
  const tables = [...changing(db), db.staged, db.papers, db.searches, db.colours];
  return db.transaction('rw', tables, async () => {
    const before = await db.staged.get([importId, OUTCOME_PART]);
    if (before?.outcome) return before.outcome;
    const at = now().toISOString();
    const step = await nextStep(db);
    const outcome: ImportOutcome = { ...NOTHING_DONE };
    let written = 0;
    for (const key of await partsOf(db, importId).primaryKeys()) {
      const { bookmarks = [], shelves = NO_SHELVES } = (await db.staged.get(key)) ?? {};
      const changes = await mergePart(db, bookmarks, outcome);
      const { colours, searches } = await addShelves(db, shelves);
      outcome.searches += searches.length;
      outcome.colours += colours.length;
      if (changes.length + colours.length + searches.length > 0) {
        await writePart(db, step, written++, changes, at, colours, searches);
      }
    }
    if (written > 0) outcome.undo = step;
    await partsOf(db, importId).delete();
    await db.staged.put({
      import: importId,
      part: OUTCOME_PART,
      stagedAt: at,
      bookmarks: [],
      outcome,
    });
    return outcome;
  });
}

/** Drops a staged import and gives the number of bookmarks that were in it. */
export function abandonImport(db: AsterismDatabase, importId: string): Promise<number> {
  return db.transaction('rw', db.staged, async () => {
    let count = 0;
    await partsOf(db, importId).each(({ bookmarks }) => {
      count += bookmarks.length;
    });
    await partsOf(db, importId).delete();
    return count;
  });
}

/** Drops what imports have left behind that nobody finished within a day; also under a clock that ran ahead. */
export async function dropOrphans(db: AsterismDatabase, now: () => Date): Promise<number> {
  const dayAgo = new Date(now().getTime() - 86_400_000).toISOString();
  const inADay = new Date(now().getTime() + 86_400_000).toISOString();
  return db.staged.where('stagedAt').below(dayAgo).or('stagedAt').above(inADay).delete();
}

function partsOf(db: AsterismDatabase, importId: string) {
  return db.staged.where('[import+part]').between([importId], [importId, []]);
}

/** Merges bookmarks into the library, counts them into the outcome, and gives what changed. */
async function mergePart(
  db: AsterismDatabase,
  bookmarks: readonly Incoming[],
  outcome: ImportOutcome,
): Promise<StepChange[]> {
  const ids = bookmarks.map(({ paper }) => paper.id);
  const before = await saidOf(db, ids);
  const history = await rowsOf(db.papers, [...new Set(ids)]);
  const after = new Map(before);
  for (const bookmark of bookmarks) {
    const { id } = bookmark.paper;
    const known = after.get(id) ?? NOTHING;
    const next = withImported(known, bookmark, history.get(id)?.paper);
    if (next === known) {
      outcome.same += 1;
    } else {
      outcome[known.bookmark ? 'merged' : 'added'] += 1;
      after.set(id, next);
    }
  }
  const turns = [...before].flatMap(([id, said]) => {
    const next = after.get(id) ?? said;
    return next === said ? [] : { id, before: said, after: next };
  });
  await store(db, turns);
  return turns.flatMap(({ id, before: was, after: is }) => changeBetween(id, was, is) ?? []);
}

/**
 * What is imported brings back what the trash has of it, and a new bookmark gets the facts that the history has.
 * The same object where nothing is new.
 */
function withImported(known: Said, imported: Incoming, facts: Paper | undefined): Said {
  const { bookmark, trashed } = known;
  if (bookmark === null && isEmpty(imported.annotation)) return known;
  const merged = mergeIncoming(bookmark ?? (trashed && bookmarkIn(trashed)), imported);
  if (!fits(merged)) {
    // The preview leaves out what is too large together with the library; what is in the trash stays there.
    return bookmark
      ? known
      : { bookmark: withFacts(mergeIncoming(null, imported), facts), trashed };
  }
  if (deepEqual(merged, bookmark)) return known;
  return { bookmark: bookmark ? merged : withFacts(merged, facts), trashed: bookmark && trashed };
}

function withFacts(bookmark: Bookmark, facts: Paper | undefined): Bookmark {
  return facts ? { ...bookmark, paper: combinePapers(bookmark.paper, facts) } : bookmark;
}

import type { ImportOutcome } from '../../messages/contract';
import { isEmpty } from '../../papers/annotation';
import { type Incoming, keptIn } from '../../papers/bookmark';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperId } from '../../papers/ids';
import { fits } from '../../papers/limits';
import { combinePapers, mergeIncoming } from '../../papers/merging';
import type { Paper } from '../../papers/paper';
import { NO_SEARCHES_OR_COLOURS, type SearchesAndColours } from '../../papers/searchesAndColours';
import type { StepChange } from '../../papers/steps';
import { type PaperState, UNTOUCHED } from '../../papers/trash';
import { changesOf, changing, statesOf, takeDismissalsBack } from '../changes';
import type { AsterismDatabase } from '../database';
import { addDismissed } from '../dismissals';
import { addSearchesAndColours } from '../searchesAndColours';
import { OUTCOME_PART } from '../staging';
import { nextStep, writePart } from '../stepLog';
import { factsOf, type Turn, writeTurns } from '../writeRows';

export interface PartOfImport {
  import: string;
  part: number;
  bookmarks: Incoming[];
  shelves?: SearchesAndColours | undefined;
}

const NOTHING_DONE = { added: 0, merged: 0, same: 0, searches: 0, colours: 0, undo: null };

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
  const tables = [...changing(db), db.staged, db.searches, db.colours];
  return db.transaction('rw', tables, async () => {
    const before = await db.staged.get([importId, OUTCOME_PART]);
    if (before?.outcome) return before.outcome;
    const at = now().toISOString();
    const step = await nextStep(db);
    const outcome: ImportOutcome = { ...NOTHING_DONE };
    let written = 0;
    for (const key of await partsOf(db, importId).primaryKeys()) {
      const { bookmarks = [], shelves = NO_SEARCHES_OR_COLOURS } = (await db.staged.get(key)) ?? {};
      const changes = await mergePart(db, bookmarks, outcome);
      changes.push(...(await addDismissed(db, shelves.dismissed ?? [])));
      const { colours, searches } = await addSearchesAndColours(db, shelves);
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
  const [states, facts] = await Promise.all([statesOf(db, ids), factsOf(db, ids)]);
  const turns = new Map<PaperId, Turn>();
  for (const bookmark of bookmarks) {
    const { id } = bookmark.paper;
    const before = states.get(id) ?? UNTOUCHED;
    const state = turns.get(id)?.after ?? before;
    const known = turns.get(id)?.facts ?? facts.get(id);
    const next = withImported(state, known, bookmark);
    if (next === null) {
      outcome.same += 1;
    } else {
      outcome[state.bookmark ? 'merged' : 'added'] += 1;
      turns.set(id, { id, before, ...next });
    }
  }
  const changed = [...turns.values()];
  await takeDismissalsBack(db, changed);
  const changes = await changesOf(db, changed, facts);
  await writeTurns(db, changed);
  return changes;
}

/**
 * What is imported brings back what the trash has about it, and a new bookmark gets the facts that the history has.
 * Null where nothing is new.
 */
function withImported(
  state: PaperState,
  known: Paper | undefined,
  imported: Incoming,
): Pick<Turn, 'after' | 'facts'> | null {
  const { bookmark, trashed } = state;
  if (bookmark === null && isEmpty(imported.annotation)) return null;
  const before = bookmark ?? trashed;
  const merged = keptIn(mergeIncoming(before && { paper: imported.paper, ...before }, imported));
  const facts = known ? combinePapers(known, imported.paper) : imported.paper;
  const told = deepEqual(facts, known) ? {} : { facts };
  if (!fits(merged)) {
    // The preview leaves out what is too large together with the library; what is in the trash stays there.
    if (bookmark) return null;
    return { after: { bookmark: keptIn(mergeIncoming(null, imported)), trashed }, ...told };
  }
  if (!deepEqual(merged, bookmark)) {
    // The trash keeps what it has about a paper that is in the library.
    return { after: { bookmark: merged, trashed: bookmark && trashed }, ...told };
  }
  return told.facts ? { after: state, ...told } : null;
}

import type { PaperHere } from '../../sync/elements';
import { BATCH_LIMITS, captureAll, type Self, type Tools } from '../../sync/machine';
import { meet } from '../../sync/receiving';
import { type PartOfStep, storeAsStep } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, writePart } from '../stepLog';
import { lastNoted, noteCaptured } from './captured';
import { SLICE } from './capturing';
import { papersHere, turnsBetween, writeSaid } from './papersHere';
import { idsSaidAfter } from './replica';
import { writeShelf } from './shelf';
import type { SyncState } from './state';

/** From so many papers on a base is sent at once: logs would be as long, and a base would follow. */
const MANY = BATCH_LIMITS.papers;

/**
 * The next papers of a library that was here before meet what came; after the last the machine has joined. What
 * commands do meanwhile is captured then. Inside a transaction over all that sync writes.
 */
export async function meetSome(
  db: AsterismDatabase,
  state: SyncState,
  tools: Tools,
): Promise<SyncState> {
  const noted = await lastNoted(db);
  const met = state.own.met ?? { through: '', step: await nextStep(db), parts: 0, noted };
  const ids = await idsAfter(db, met.through);
  const last = ids.at(-1);
  if (last === undefined) {
    const { met: _, ...own } = state.own;
    await noteCaptured(db, met.noted);
    const joiningStep = met.parts > 0 ? met.step : undefined;
    return { ...state, own: { ...own, isJoining: false, joiningStep } };
  }
  const papers = await papersHere(db, ids);
  const both = [...papers.values()].map(meet);
  const captured = captureAll(state.self, both, tools);
  const { papers: after } = captured;
  await writeSaid(db, papers, after);
  const part = { step: met.step, part: met.parts, at: tools.now() };
  const known = [...papers.values()].flatMap(({ facts }) => (facts ? [facts] : []));
  const facts = new Map(known.map((paper) => [paper.id, paper]));
  const changed = await storeAsStep(db, turnsBetween(papers, after), part, true, facts);
  const parts = met.parts + (changed > 0 ? 1 : 0);
  const isOnShelf = await meetShelf(db, papers, after, { ...part, part: parts });
  const next = {
    through: last,
    step: met.step,
    parts: parts + (isOnShelf ? 1 : 0),
    // What was noted by this alone is captured.
    noted: noted === met.noted ? await lastNoted(db) : met.noted,
  };
  await noteCaptured(db, next.noted);
  return withSaid({ ...state, own: { ...state.own, met: next } }, captured.self);
}

/** Where very much is to be said it is in no log, and never in memory as a whole: a base has it. */
function withSaid(state: SyncState, self: Self): SyncState {
  const papers = self.outbox.reduce((all, { records }) => all + records.length, 0);
  if (papers <= MANY && !state.memory.owesBase) return { ...state, self };
  return { ...state, self: { ...self, outbox: [] }, memory: { ...state.memory, owesBase: true } };
}

/** Ids of bookmarks, and of papers about which something was said. */
async function idsAfter(db: AsterismDatabase, id: string): Promise<string[]> {
  const own = await db.bookmarks.where('id').above(id).limit(SLICE).primaryKeys();
  const said = await idsSaidAfter(db.replica, id, SLICE);
  return [...new Set([...own, ...said])].sort().slice(0, SLICE);
}

/** What became of the shelf, as a part of the step. Whether that was something. */
async function meetShelf(
  db: AsterismDatabase,
  before: ReadonlyMap<string, PaperHere>,
  after: readonly PaperHere[],
  { step, part, at }: PartOfStep,
): Promise<boolean> {
  const { changes, colours, searches } = await writeShelf(db, before, after);
  if (changes.length + colours.length + searches.length === 0) return false;
  await writePart(db, step, part, changes, at, colours, searches);
  return true;
}

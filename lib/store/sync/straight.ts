import type { PaperId } from '../../papers/ids';
import type { Elements } from '../../sync/bases';
import type { PaperHere } from '../../sync/elements';
import { type Applied, joined, type Tools } from '../../sync/machine';
import { meet, takeSome } from '../../sync/receiving';
import type { Seen } from '../../sync/seen';
import { shelfKey } from '../../sync/shelfThings';
import { changesOf, type PartOfStep, takeDismissalsBack } from '../changes';
import type { AsterismDatabase } from '../database';
import { nextStep, writePart } from '../stepLog';
import { type Turn, writeTurns } from '../writeRows';
import { lastNoted, noteCaptured } from './captured';
import { papersHere, turnsBetween, writeSaid } from './papersHere';
import { addReplicas, idsThatDiffer, isNothingUpTo, writeReplicas } from './replica';
import type { Straight } from './rows';
import { writeShelf } from './shelf';
import { type SyncState, takingIn } from './state';

// A machine that is new, with a library that is empty, has nothing that a state which did not come whole could harm: each
// part is in the library as soon as it has come. Called inside a transaction over all that sync writes.

/** Papers that are written in one transaction: into an empty library more than elsewhere. */
export const STRAIGHT_SLICE = 600;

/** Null where something was here before: that meets what comes when all has come. */
export async function beginStraight(
  db: AsterismDatabase,
  { own, self }: SyncState,
): Promise<Straight | null> {
  if (!own.isJoining || self.seen.size > 0) return null;
  const [bookmarks, trash] = await Promise.all([db.bookmarks.count(), db.trash.count()]);
  if (bookmarks + trash > 0) return null;
  const noted = await lastNoted(db);
  await noteCaptured(db, noted); // what is noted from now on is kept
  return { step: 0, stepParts: 0, noted };
}

/**
 * Some papers of the next part, into the library. Gives also which.
 * @param meanwhile called when all is on its way to the disk but for a little
 */
export async function writeStraight(
  db: AsterismDatabase,
  state: SyncState,
  elements: Elements,
  tools: Tools,
  meanwhile: () => void = () => undefined,
): Promise<{ state: SyncState; ids: PaperId[] | null }> {
  const { seen, straight } = takingIn(state);
  if (straight === null) return { state, ids: null };
  const { step: begun, stepParts: part } = straight;
  const [before, step, { papers, coming, isFirst }] = await Promise.all([
    lastNoted(db),
    part > 0 ? begun : nextStep(db),
    papersThatCome(db, elements),
  ]);
  const done = takenInto(state, papers, coming, seen, tools);
  const turns = turnsBetween(papers, done.papers);
  // Asked at once: what waits for an answer of its own makes a first sync slower.
  const writing = Promise.all([
    writeLibrary(db, turns, papers, done.papers, { step, part, at: tools.now() }),
    writeSaid(db, papers, done.papers, isFirst ? addReplicas : writeReplicas),
  ]);
  meanwhile();
  const [isStep] = await writing;
  const after: Straight = {
    step,
    stepParts: part + (isStep ? 1 : 0),
    // What was noted by this alone is captured.
    noted: before === straight.noted ? await lastNoted(db) : straight.noted,
  };
  await noteCaptured(db, after.noted);
  const taking = { ...takingIn(state), straight: after };
  const unsettled =
    done.unsettled.length > 0
      ? [...new Set([...state.unsettled, ...done.unsettled])]
      : state.unsettled;
  return { state: { ...state, taking, unsettled }, ids: turns.map(({ id }) => id) };
}

/** Stores what became of papers and of the shelf, and what takes that back: whether that is anything. */
async function writeLibrary(
  db: AsterismDatabase,
  turns: readonly Turn[],
  before: ReadonlyMap<string, PaperHere>,
  after: readonly PaperHere[],
  { step, part, at }: PartOfStep,
): Promise<boolean> {
  await takeDismissalsBack(db, turns);
  const changes = await changesOf(db, turns);
  const writing = writeTurns(db, turns);
  // After the papers: one that has a star is not dismissed.
  if (after.some(({ id }) => shelfKey(id) !== null)) await writing;
  const shelf = await writeShelf(db, before, after);
  const { colours, searches } = shelf;
  const all = [...changes, ...shelf.changes];
  const isStep = all.length + colours.length + searches.length > 0;
  await Promise.all([writing, isStep && writePart(db, step, part, all, at, colours, searches)]);
  return isStep;
}

/** What the reader has said meanwhile about a paper meets what comes, as in an import; it is said when all has come. */
function takenInto(
  { self }: SyncState,
  papers: ReadonlyMap<string, PaperHere>,
  elements: Elements,
  seen: Seen,
  tools: Tools,
): Pick<Applied, 'papers' | 'unsettled'> {
  const [untouched, touched] = [true, false].map((isWanted) => {
    const some = [...papers].filter(([, paper]) => isUntouched(paper) === isWanted);
    const ids = new Set(some.map(([id]) => id));
    const theirs = new Map([...elements].filter(([id]) => ids.has(id)));
    const side = { self, papers: new Map(some), changed: new Set<string>(), isJoining: !isWanted };
    return takeSome(side, { seen, elements: theirs }, tools);
  });
  return {
    papers: [...(untouched?.papers ?? []), ...(touched?.papers ?? []).map(meet)],
    unsettled: untouched?.unsettled ?? [],
  };
}

function isUntouched({ state, shelved = null }: PaperHere): boolean {
  return state.bookmark === null && state.trashed === null && shelved === null;
}

/** What is not here yet: a machine that stopped goes on in the midst of a part. */
async function papersThatCome(db: AsterismDatabase, elements: Elements) {
  const greatest = [...elements.keys()].reduce((last, id) => (id > last ? id : last), '');
  const [all, isFirst] = await Promise.all([
    papersHere(db, elements.keys()),
    isNothingUpTo(db.replica, greatest),
  ]);
  const own = new Map([...all].map(([id, { replica }]) => [id, replica]));
  const ids = idsThatDiffer(own, elements);
  return {
    papers: new Map([...all].filter(([id]) => ids.has(id))),
    coming: new Map([...elements].filter(([id]) => ids.has(id))),
    isFirst,
  };
}

/** All of it is in the library. */
export function endStraight(state: SyncState, { step, stepParts }: Straight): SyncState {
  const self = joined(state.self, takingIn(state).seen);
  const own = { ...state.own, isJoining: false, ...(stepParts > 0 && { joiningStep: step }) };
  return { ...state, self, own, taking: null };
}

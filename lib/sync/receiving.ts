import { isPaperId } from '../papers/ids';
import { combinePapers, mergeKept } from '../papers/merging';
import { UNTOUCHED } from '../papers/trash';
import { broughtBack } from './applying';
import type { Elements } from './bases';
import { type Dot, dotOf, partsOf } from './dots';
import type { Batch, PaperHere } from './elements';
import {
  type Applied,
  applyBatch,
  captureAll,
  joined,
  joinPapers,
  type Self,
  type Tools,
  unknownPaper,
} from './machine';
import { renamed, renameReplica } from './renaming';
import { hasSeen, type Seen } from './seen';
import { shelvedOf } from './shelf';
import { shelfKey } from './shelfThings';
import { shown } from './showing';

/** A machine's side of what comes. */
export interface Side {
  self: Self;
  /** Papers by id; those that are not there are `unknownPaper`s. */
  papers: ReadonlyMap<string, PaperHere>;
  /** Those whose commands are not captured yet. */
  changed: ReadonlySet<string>;
  /** Whether the library was here before it was joined with what is in the folder: its rows wait for `meet`. */
  isJoining: boolean;
}

/** The ids of papers that `receive` needs. */
export function idsToReceive({ self }: Pick<Side, 'self'>, batch: Batch): string[] {
  const batches = isStranger(self, batch.dot) ? [batch, ...self.outbox] : [batch];
  return [...new Set(batches.flatMap(({ records }) => records.map(({ id }) => id)))];
}

/** Papers after a batch that is ready and new. `unsettled`: see `settle`. */
export function receive(side: Side, batch: Batch, tools: Tools): Applied {
  const { machine, n } = partsOf(batch.dot);
  const theirs = (dot: Dot): boolean => partsOf(dot).n < n;
  const ready = prepared(side, idsToReceive(side, batch), tools);
  const own = machine === ready.self.machine ? underNewId(ready, theirs, tools) : ready;
  const ids = batch.records.map(({ id }) => id);
  const papers = papersFor(side, own, ids);
  return finished(side, own, applyBatch(own.self, papers, batch, tools));
}

/** The same for a whole state; `side` has all papers of the machine. */
export function takeIn(
  side: Side,
  state: { seen: Seen; elements: Elements },
  tools: Tools,
): Applied {
  const ids = [...new Set([...side.papers.keys(), ...state.elements.keys()])];
  const ready = prepared(side, ids, tools);
  const own = knowsMore(ready.self, state.seen) ? underIdNotIn(ready, state.seen, tools) : ready;
  const done = finished(side, own, joinPapers(own.self, papersFor(side, own, ids), state, tools));
  return { ...done, self: joined(done.self, state.seen) };
}

/**
 * Some papers after a whole state, where it comes a few at a time; `side` has those of them that are here. First of all
 * comes `beforeState`, last of all `joined`; nothing may be captured in between, nor sent: what it would say of papers
 * that have come already names what the machine has not seen.
 */
export function takeSome(
  side: Side,
  state: { seen: Seen; elements: Elements },
  tools: Tools,
): Applied {
  const ids = [...new Set([...side.papers.keys(), ...state.elements.keys()])];
  const ready = prepared(side, ids, tools);
  return finished(side, ready, joinPapers(ready.self, papersFor(side, ready, ids), state, tools));
}

/**
 * A machine before it takes in a whole state, a few papers at a time: under a new id, where that knows more of the one it
 * has. Null: it stays as it is.
 * @returns also the papers that unsent batches are about
 */
export function beforeState(
  { self, papers }: Side,
  theirs: Seen,
  tools: Tools,
): Pick<Applied, 'self' | 'papers'> | null {
  if (!knowsMore(self, theirs)) return null;
  const done = underIdNotIn(withUnsent({ self, papers }), theirs, tools);
  return { self: done.self, papers: [...done.papers.values()] };
}

/**
 * A machine under a new id, where a file under the old one goes on from something that is lost: nobody can say whose
 * batches are in it. What is not sent goes along under new names.
 * @returns the papers that unsent batches are about
 */
export function leaveId({ self, papers }: Side, tools: Tools): Pick<Applied, 'self' | 'papers'> {
  const done = underNewId(withUnsent({ self, papers }), () => false, tools);
  return { self: done.self, papers: [...done.papers.values()] };
}

/**
 * Papers that were left unsettled, once all has come that there is. In the midst of it nothing is written about them:
 * what comes next may know more, and a removal that was long since decided would be contradicted again.
 */
export function settle(
  { self, papers }: Pick<Side, 'self' | 'papers'>,
  unsettled: Iterable<string>,
  tools: Tools,
): Pick<Applied, 'self' | 'papers'> {
  return captureAll(self, listed(papers, [...unsettled]).map(broughtBack), tools);
}

/**
 * A paper of a library that was here before with what the folder has about it: as in an import, nothing of either is
 * lost, and what says the same is not said again.
 */
export function meet(paper: PaperHere): PaperHere {
  if (shelfKey(paper.id)) {
    // Nobody knows which of two is newer: what the others have stays, and a file's is treated so, too.
    const shelved = shelvedOf(paper.id, paper.replica.elements) ?? paper.shelved;
    return { ...paper, shelved };
  }
  if (!isPaperId(paper.id)) return paper;
  const there = shown(paper.id, paper.replica.elements);
  const { bookmark } = paper.state;
  const coming = there.isBookmark ? there.kept : null;
  const both = bookmark && coming ? mergeKept(bookmark, coming) : (bookmark ?? coming);
  const facts =
    paper.facts && there.facts
      ? combinePapers(paper.facts, there.facts)
      : (paper.facts ?? there.facts);
  return { ...paper, state: { ...paper.state, bookmark: both }, facts };
}

interface Ready {
  self: Self;
  papers: Map<string, PaperHere>;
}

/** Commands come before what comes: they did not know of it. */
function prepared({ self, papers, changed, isJoining }: Side, ids: string[], tools: Tools): Ready {
  const needed = new Map(listed(papers, ids).map((paper) => [paper.id, paper]));
  const before = isJoining ? [] : [...needed.values()].filter(({ id }) => changed.has(id));
  const done = captureAll(self, before, tools);
  for (const paper of done.papers) needed.set(paper.id, paper);
  return { self: done.self, papers: needed };
}

/** With the papers that unsent batches are about, and no others. */
function withUnsent({ self, papers }: Pick<Side, 'self' | 'papers'>): Ready {
  const ids = self.outbox.flatMap(({ records }) => records.map(({ id }) => id));
  return { self, papers: new Map(listed(papers, ids).map((paper) => [paper.id, paper])) };
}

/** Everything under a new id, but for what another state has of the old one. */
function underIdNotIn(ready: Ready, theirs: Seen, tools: Tools): Ready {
  return underNewId(ready, (dot) => hasSeen(theirs, dot), tools);
}

/** Papers as what comes meets them: a library that was here before waits for `meet`. */
function papersFor({ isJoining }: Side, { papers }: Ready, ids: readonly string[]): PaperHere[] {
  return isJoining ? ids.map((id) => bare(papers, id)) : listed(papers, ids);
}

/** Everything under a new id: somebody else writes under the one that this machine had. */
function underNewId({ self, papers }: Ready, theirs: (dot: Dot) => boolean, tools: Tools): Ready {
  const next = renamed(self, theirs, tools);
  const renames = [...papers].map(([id, paper]): [string, PaperHere] => [
    id,
    { ...paper, replica: renameReplica(paper.replica, next.names) },
  ]);
  return { self: next.self, papers: new Map(renames) };
}

function finished({ isJoining }: Side, { papers }: Ready, applied: Applied): Applied {
  const after = new Map(papers);
  for (const paper of applied.papers) {
    const known = after.get(paper.id) ?? unknownPaper(paper.id);
    after.set(paper.id, isJoining ? { ...known, replica: paper.replica } : paper);
  }
  return {
    self: applied.self,
    papers: [...after.values()],
    unsettled: isJoining ? [] : applied.unsettled,
  };
}

/** Whether a batch is under this machine's id and not its own. */
function isStranger(self: Self, dot: Dot): boolean {
  return partsOf(dot).machine === self.machine && !hasSeen(self.seen, dot);
}

function knowsMore(self: Self, seen: Seen): boolean {
  return (seen.get(self.machine) ?? []).some((nonces, at) =>
    nonces.some((nonce) => isStranger(self, dotOf({ machine: self.machine, n: at + 1, nonce }))),
  );
}

function listed(papers: ReadonlyMap<string, PaperHere>, ids: readonly string[]): PaperHere[] {
  return ids.map((id) => papers.get(id) ?? unknownPaper(id));
}

/** A paper's replica alone, as if there were no rows. */
function bare(papers: ReadonlyMap<string, PaperHere>, id: string): PaperHere {
  const { replica } = papers.get(id) ?? unknownPaper(id);
  return { id, state: UNTOUCHED, facts: null, replica };
}

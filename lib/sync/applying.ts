import type { Kept } from '../papers/bookmark';
import { isPaperId } from '../papers/ids';
import { combinePapers, mergeKept } from '../papers/merging';
import type { Paper } from '../papers/paper';
import { type PaperState, removed, restored } from '../papers/trash';
import { capture } from './capturing';
import type { Dot } from './dots';
import {
  type Element,
  type PaperHere,
  type Replica,
  type SyncRecord,
  sortElements,
  withRecord,
} from './elements';
import { hasSeen, type Seen } from './seen';
import { type Shown, shown } from './showing';

/** What a batch says about a paper whose changes here are captured. */
export interface Coming {
  record: SyncRecord;
  dot: Dot;
  /** Whether the batch's writer had seen another batch. */
  knew: (dot: Dot) => boolean;
}

/** A paper after something came. `mustCapture`: what is here says more than came, and has to be written. */
export interface Arrived {
  paper: PaperHere;
  mustCapture: boolean;
}

/**
 * A paper after a record of another machine.
 * @param at now, by this machine's clock: what goes to the trash goes there now
 */
export function applyRecord(paper: PaperHere, { record, dot, knew }: Coming, at: string): Arrived {
  const elements = withRecord(paper.replica.elements, record, dot);
  const there = shown(paper.id, elements);
  const { goneBy } = paper.replica;
  const isComing = Object.keys(record.set).length > 0;
  const isUnaware = isComing && goneBy !== undefined && !knew(goneBy);
  const state = record.gone
    ? withGone(paper.state, there, record.gone === 'trash', at)
    : withShown(paper.state, there, isUnaware);
  const isRemovedNow = record.gone === 'trash' && paper.state.bookmark !== null;
  return arrived(paper, state, there, { elements, goneBy: isRemovedNow ? dot : goneBy });
}

/**
 * A paper after the whole state of another machine: what one has and the other lacks is new where the other has not seen
 * its batch, and removed where it has.
 * @param seen what each side had seen
 */
export function joinElements(
  paper: PaperHere,
  theirs: readonly Element[],
  seen: { here: Seen; there: Seen },
  at: string,
): Arrived {
  const own = paper.replica.elements;
  const isSame = (a: Element) => (b: Element) => a.register === b.register && a.dot === b.dot;
  const kept = own.filter((one) => !hasSeen(seen.there, one.dot) || theirs.some(isSame(one)));
  const coming = theirs.filter((one) => !hasSeen(seen.here, one.dot));
  const elements = sortElements([...kept, ...coming]);
  const there = shown(paper.id, elements);
  const isGone = wasRemoved(own, elements);
  const { goneBy } = paper.replica;
  const isUnaware = coming.length > 0 && goneBy !== undefined && !hasSeen(seen.there, goneBy);
  const state = isGone
    ? withGone(paper.state, there, true, at)
    : withShown(paper.state, there, isUnaware);
  return arrived(paper, state, there, { elements, goneBy });
}

/** Whether a paper was removed as a whole: only that takes away when it was created without saying it anew. */
function wasRemoved(before: readonly Element[], after: readonly Element[]): boolean {
  const isCreated = ({ register }: Element): boolean => register === 'created';
  return before.some(isCreated) && !after.some(isCreated);
}

/** After a removal elsewhere. What was said here meanwhile brings all of it back: it is here still. */
function withGone(state: PaperState, there: Shown, toTrash: boolean, at: string): PaperState {
  if (there.isBookmark) {
    const { bookmark } = state;
    if (!toTrash || bookmark === null) return { ...state, bookmark: there.kept };
    return { ...state, bookmark: mergeKept(bookmark, there.kept) };
  }
  return toTrash ? removed(state, at) : { ...state, bookmark: null };
}

/** After what was said elsewhere; by somebody who did not know that the paper is in the trash, it comes back whole. */
function withShown(state: PaperState, there: Shown, isUnaware: boolean): PaperState {
  const bookmark: Kept | null = there.isBookmark ? there.kept : null;
  const after = { ...state, bookmark };
  return isUnaware && bookmark !== null ? restored(after) : after;
}

function arrived(paper: PaperHere, state: PaperState, there: Shown, replica: Replica): Arrived {
  // A kind of paper that only a newer version knows has no row here.
  if (!isPaperId(paper.id)) return { paper: { ...paper, replica }, mustCapture: false };
  const facts = both(paper.facts, there.facts);
  const after = { ...paper, state, facts, replica: remembering(replica, state) };
  return { paper: after, mustCapture: capture(after) !== null };
}

/** What removed a paper is remembered as long as it can be brought back. */
export function remembering({ elements, goneBy }: Replica, state: PaperState): Replica {
  const isInTrash = state.bookmark === null && state.trashed !== null;
  return isInTrash && goneBy !== undefined ? { elements, goneBy } : { elements };
}

function both(a: Paper | null, b: Paper | null): Paper | null {
  return a === null || b === null ? (a ?? b) : combinePapers(a, b);
}

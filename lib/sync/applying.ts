import { isPaperId } from '../papers/ids';
import { combinePapers } from '../papers/merging';
import { type PaperState, removed, restored, UNTOUCHED } from '../papers/trash';
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
import { shelvedOf } from './shelf';
import { shelfKey } from './shelfThings';
import { type Shown, shown } from './showing';

/** No trash has anything since then: no word from elsewhere empties it. */
const NEVER = '';

/** What a batch says about a paper whose changes here are captured. */
export interface Coming {
  record: SyncRecord;
  dot: Dot;
  /** Whether the batch's writer had seen another batch. */
  knew: (dot: Dot) => boolean;
}

/** A paper after something came. `isUnsettled`: once all has come, `broughtBack` and `capture` have something to do. */
export interface Arrived {
  paper: PaperHere;
  isUnsettled: boolean;
}

/**
 * A paper after a record of another machine.
 * @param at now, by this machine's clock: what goes to the trash goes there now
 */
export function applyRecord(paper: PaperHere, { record, dot, knew }: Coming, at: string): Arrived {
  const elements = withRecord(paper.replica.elements, record, dot);
  const there = shown(paper.id, elements);
  const { goneBy, goneAt, returns } = paper.replica;
  if (record.gone === 'trash' && paper.state.bookmark !== null) {
    // What the trash had before, nobody may know of who empties theirs.
    const goneAt = paper.state.trashed ? NEVER : undefined;
    return trashed(paper, there, { elements, goneBy: dot, goneAt }, at);
  }
  const isAware = goneBy === undefined || knew(goneBy);
  const isSaid = Object.keys(record.set).length > 0;
  const mayReturn = isAware ? false : isSaid || returns;
  const isEmptied = record.emptied === true && goneBy !== undefined && knew(goneBy);
  const isAsKnown = paper.state.bookmark === null && paper.state.trashed?.trashedAt === goneAt;
  const state = isEmptied && isAsKnown ? UNTOUCHED : paper.state;
  return arrived(paper, state, there, { elements, goneBy, goneAt, returns: mayReturn });
}

/**
 * A paper after the whole state of another machine: what one has and the other lacks is new where the other has not seen
 * its batch, and removed where it has.
 * @param has whether each side has seen a batch
 */
export function joinElements(
  paper: PaperHere,
  theirs: readonly Element[],
  has: { here: (dot: Dot) => boolean; there: (dot: Dot) => boolean },
  at: string,
): Arrived {
  const own = paper.replica.elements;
  const elements = joinedElements(own, theirs, has);
  const there = shown(paper.id, elements);
  if (wasRemoved(own, elements) && paper.state.bookmark !== null) {
    return trashed(paper, there, { elements }, at);
  }
  const { goneBy, goneAt, returns } = paper.replica;
  const isAware = goneBy === undefined || has.there(goneBy);
  const isSaid = elements.some((one) => !own.includes(one));
  const mayReturn = isAware ? false : isSaid || returns;
  return arrived(paper, paper.state, there, { elements, goneBy, goneAt, returns: mayReturn });
}

/** A paper's elements on two sides together. `has`: see `joinElements`. */
export function joinedElements(
  own: readonly Element[],
  theirs: readonly Element[],
  has: { here: (dot: Dot) => boolean; there: (dot: Dot) => boolean },
): readonly Element[] {
  const isSame = (a: Element) => (b: Element) => a.register === b.register && a.dot === b.dot;
  const kept = own.filter((one) => !has.there(one.dot) || theirs.some(isSame(one)));
  // Of a state that was half taken in, some is here whose batch was not seen yet.
  const isNew = (one: Element): boolean => !has.here(one.dot) && !own.some(isSame(one));
  const coming = theirs.every(isNew) ? theirs : theirs.filter(isNew);
  // What comes alone stays the same array: it may be known already what it shows (`showAhead`).
  return sortElements(kept.length === 0 ? coming : [...kept, ...coming]);
}

/** Whether a paper was removed as a whole: only that takes away when it was created without saying it again. */
function wasRemoved(before: readonly Element[], after: readonly Element[]): boolean {
  const isCreated = ({ register }: Element): boolean => register === 'created';
  return before.some(isCreated) && !after.some(isCreated);
}

/** After a removal elsewhere. What was said meanwhile by somebody who did not know of it brings the paper back. */
function trashed(paper: PaperHere, there: Shown, replica: Replica, at: string): Arrived {
  const state = removed(paper.state, at);
  return arrived(paper, state, there, { ...replica, returns: there.isBookmark });
}

function arrived(paper: PaperHere, state: PaperState, there: Shown, replica: Replica): Arrived {
  if (shelfKey(paper.id)) {
    const shelved = shelvedOf(paper.id, replica.elements);
    // What cannot be here, as a dismissed paper that has a star, is said to be gone once all has come.
    return { paper: { ...paper, shelved, replica }, isUnsettled: shelved !== null };
  }
  // A kind of paper that only a newer version knows has no row here.
  if (!isPaperId(paper.id)) return { paper: { ...paper, replica }, isUnsettled: false };
  const facts =
    paper.facts && there.facts
      ? combinePapers(paper.facts, there.facts)
      : (paper.facts ?? there.facts);
  const next = { ...state, bookmark: there.isBookmark ? there.kept : null };
  const after = { ...paper, state: next, facts, replica: remembering(replica, next) };
  return {
    paper: after,
    isUnsettled: after.replica.returns === true || capture(after, there) !== null,
  };
}

/** What removed a paper is remembered as long as the paper can come back. */
export function remembering(
  { elements, goneBy, goneAt, returns }: Replica,
  state: PaperState,
): Replica {
  const isReturning = returns === true && state.bookmark !== null && state.trashed !== null;
  const isInTrash = state.bookmark === null && state.trashed !== null;
  return {
    elements,
    ...(goneBy !== undefined &&
      (isInTrash || isReturning) && { goneBy, goneAt: goneAt ?? state.trashed?.trashedAt }),
    ...(isReturning && { returns }),
  };
}

/** A paper once all has come that there is: what was removed and said at once is here whole, as if it were annotated again. */
export function broughtBack(paper: PaperHere): PaperHere {
  const { elements, returns } = paper.replica;
  if (returns !== true) return paper;
  return { ...paper, state: restored(paper.state), replica: { elements } };
}

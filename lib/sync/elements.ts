import type { Paper } from '../papers/paper';
import type { PaperState } from '../papers/trash';
import type { Dot } from './dots';
import type { Shelved } from './shelfThings';

/** One thing that a machine said about a paper: the value of a register, and the batch in which it was said. */
export interface Element {
  register: string;
  dot: Dot;
  /** As JSON has it. What this version does not understand is kept as it is. */
  value: unknown;
}

/** What a machine knows of what was said about one paper. */
export interface Replica {
  elements: readonly Element[];
  /** The batch that removed the paper, as long as it can be brought back from the trash here. */
  goneBy?: Dot | undefined;
  /** Since when the trash here has it by that removal; what is put there later nobody else knows of. */
  goneAt?: string | undefined;
  /** Somebody said something who did not know of the removal: the paper comes back whole (`broughtBack`). */
  returns?: boolean | undefined;
}

/** One paper on one machine. */
export interface PaperHere {
  /** See `SyncRecord`. */
  id: string;
  state: PaperState;
  /** What is known of the paper; null: nothing. */
  facts: Paper | null;
  /** Of an id of the shelf (`shelf.ts`): what is here. */
  shelved?: Shelved | null | undefined;
  replica: Replica;
}

/** Nothing was said. */
export const UNSAID: Replica = { elements: [] };

/** What a batch says about one paper. */
export interface SyncRecord {
  /** Of a paper, or of something on the shelf; an id that this version does not know is kept, and shows nothing. */
  id: string;
  /** Elements that its writer knew and that are no more, by register. */
  over: Readonly<Record<string, readonly Dot[]>>;
  /** New elements, by register. */
  set: Readonly<Record<string, unknown>>;
  /** The bookmark was removed to the trash, or it does not say anything any more. All that its writer knew is `over`. */
  gone?: Gone | undefined;
  /** The reader deleted for good what the trash had: trashes that have it by a removal that was known there drop it. */
  emptied?: true | undefined;
}

export type Gone = 'trash' | 'empty';

/** What is written at once and applied at once. */
export interface Batch {
  dot: Dot;
  /** The nonce of the machine's batch before; empty for the first. */
  before: string;
  /** When it was written, by that machine's clock. Nothing is decided by it. */
  at: string;
  /** What its writer had seen (`headsOf`). */
  seen: readonly Dot[];
  records: readonly SyncRecord[];
  /** What its machine is called, where that is known. */
  by?: string | undefined;
}

/** Elements after a record of the batch that `dot` names. */
export function withRecord(
  elements: readonly Element[],
  { over, set }: SyncRecord,
  dot: Dot,
): readonly Element[] {
  const kept = elements.filter(({ register, dot: own }) => {
    const gone = Object.hasOwn(over, register) ? over[register] : undefined;
    return own !== dot && !gone?.includes(own);
  });
  const coming = Object.entries(set).map(([register, value]) => ({ register, dot, value }));
  return sortElements([...kept, ...coming]);
}

/** Elements in the one order in which they are kept and written; the same array where they are in it. */
export function sortElements(elements: readonly Element[]): readonly Element[] {
  const isInOrder = elements.every((one, at) => at === 0 || inOrder(elements[at - 1], one) < 0);
  return isInOrder ? elements : elements.toSorted(inOrder);
}

/** Never equal. */
function inOrder(a: Element | undefined, b: Element): number {
  return a === undefined ? -1 : compare(a.register, b.register) || compare(a.dot, b.dot);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

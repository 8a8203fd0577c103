import { type Arrived, applyRecord, joinElements, remembering } from './applying';
import { capture, captureAgain } from './capturing';
import { type Dot, dotOf, partsOf } from './dots';
import {
  type Batch,
  type Element,
  type PaperHere,
  type SyncRecord,
  UNSAID,
  withRecord,
} from './elements';
import { hasSeen, headsOf, knew, rememberingSeen, type Seen, unionSeen, withSeen } from './seen';
import { captureShelved } from './shelf';
import { shelfKey } from './shelfThings';

/** What a machine knows of itself. */
export interface Self {
  /** Hexadecimal. */
  machine: string;
  /** Its own batches included. */
  seen: Seen;
  /** Batches that are not in the folder yet, the oldest first. */
  outbox: readonly Batch[];
}

/** What a machine takes from outside. */
export interface Tools {
  /** Now, ISO 8601 in UTC. */
  now: () => string;
  /** So many random bytes, hexadecimal. */
  random: (bytes: number) => string;
}

/** Most papers in one batch, and most characters unless one paper alone has more. */
export const BATCH_LIMITS = { papers: 500, characters: 256_000 } as const;

/** A machine that has neither seen nor said anything. */
export function newMachine({ random }: Tools): Self {
  return { machine: random(8), seen: new Map(), outbox: [] };
}

/** Some papers after what commands did to them went into batches of their own. */
export function captureAll(
  self: Self,
  papers: readonly PaperHere[],
  tools: Tools,
): { self: Self; papers: PaperHere[] } {
  const records = papers.flatMap((paper) => {
    const record = shelfKey(paper.id) ? captureShelved(paper, tools.now()) : capture(paper);
    return record ?? [];
  });
  return say(self, papers, records, tools);
}

/** Some papers after all that their rows say was said again. What commands did to them is captured with it. */
export function sayAgain(
  self: Self,
  papers: readonly PaperHere[],
  tools: Tools,
): { self: Self; papers: PaperHere[] } {
  const records = papers.flatMap((paper) => captureAgain(paper) ?? []);
  return say(self, papers, records, tools);
}

function say(
  self: Self,
  papers: readonly PaperHere[],
  records: readonly SyncRecord[],
  tools: Tools,
): { self: Self; papers: PaperHere[] } {
  const after = new Map(papers.map((paper) => [paper.id, paper]));
  let next = self;
  for (const some of inBatches(records)) {
    const batch = nextBatch(next, some, tools);
    next = withBatch(next, batch);
    for (const record of some) {
      const paper = after.get(record.id);
      if (paper) after.set(record.id, captured(paper, record, batch.dot));
    }
  }
  return { self: next, papers: [...after.values()] };
}

function captured(paper: PaperHere, record: SyncRecord, dot: Dot): PaperHere {
  const elements = withRecord(paper.replica.elements, record, dot);
  const { goneBy, goneAt } = paper.replica;
  const gone = record.gone === 'trash' ? { goneBy: dot } : { goneBy, goneAt };
  return { ...paper, replica: remembering({ elements, ...gone }, paper.state) };
}

function nextBatch({ machine, seen }: Self, records: SyncRecord[], tools: Tools): Batch {
  const own = seen.get(machine) ?? [];
  const dot = dotOf({ machine, n: own.length + 1, nonce: tools.random(4) });
  return { dot, before: own.at(-1)?.[0] ?? '', at: tools.now(), seen: headsOf(seen), records };
}

function withBatch(self: Self, batch: Batch): Self {
  return {
    ...self,
    seen: withSeen(self.seen, batch.dot),
    outbox: [...self.outbox, batch],
  };
}

function* inBatches(records: readonly SyncRecord[]): Generator<SyncRecord[]> {
  let batch: SyncRecord[] = [];
  let characters = 0;
  for (const record of records) {
    const length = JSON.stringify(record).length;
    const isFull =
      batch.length === BATCH_LIMITS.papers || characters + length > BATCH_LIMITS.characters;
    if (batch.length > 0 && isFull) {
      yield batch;
      [batch, characters] = [[], 0];
    }
    batch.push(record);
    characters += length;
  }
  if (batch.length > 0) yield batch;
}

/**
 * Whether a batch may be applied: all is there that its writer had seen, and what it takes away, whatever it says that it
 * had seen: else a removal could come before what it removes, and machines would differ by the order in which they read.
 */
export function isReady(seen: Seen, batch: Batch): boolean {
  const { machine, n } = partsOf(batch.dot);
  const follows = n === 1 || hasSeen(seen, dotOf({ machine, n: n - 1, nonce: batch.before }));
  const isSeen = (dot: Dot): boolean => hasSeen(seen, dot);
  return (
    follows &&
    batch.seen.every(isSeen) &&
    batch.records.every(({ over }) => Object.values(over).every((dots) => dots.every(isSeen)))
  );
}

/** Papers after something came; those in `unsettled` wait until all has come (`settle`). */
export interface Applied {
  self: Self;
  papers: PaperHere[];
  unsettled: string[];
}

/**
 * Some papers after a batch that is ready and new. What commands did to them is captured.
 * @param papers all that the batch is about
 */
export function applyBatch(
  self: Self,
  papers: readonly PaperHere[],
  { dot, seen: heads, records }: Batch,
  { now }: Tools,
): Applied {
  const seen = withSeen(self.seen, dot);
  const here = new Map(papers.map((paper) => [paper.id, paper]));
  const at = now();
  const arrived = records.map((record) => {
    const paper = here.get(record.id) ?? unknownPaper(record.id);
    return applyRecord(paper, { record, dot, knew: (other) => knew(heads, other, seen) }, at);
  });
  return applied({ ...self, seen }, arrived);
}

/**
 * Some papers after the whole state of another machine has come; `papers` are all of either that are among them. What
 * commands did to them is captured. What the machine has seen changes when all papers were taken in (`joined`).
 */
export function joinPapers(
  self: Self,
  papers: readonly PaperHere[],
  theirs: { seen: Seen; elements: ReadonlyMap<string, readonly Element[]> },
  { now }: Tools,
): Applied {
  const sides = { here: rememberingSeen(self.seen), there: rememberingSeen(theirs.seen) };
  const at = now();
  const arrived = papers.map((paper) =>
    joinElements(paper, theirs.elements.get(paper.id) ?? [], sides, at),
  );
  return applied(self, arrived);
}

/** A machine that has taken in all papers of a whole state. */
export function joined(self: Self, theirs: Seen): Self {
  const seen = unionSeen(self.seen, theirs);
  const outbox = self.outbox.filter(({ dot }) => !hasSeen(theirs, dot));
  return { ...self, seen, outbox };
}

function applied(self: Self, arrived: readonly Arrived[]): Applied {
  return {
    self,
    papers: arrived.map(({ paper }) => paper),
    unsettled: arrived.flatMap(({ paper, isUnsettled }) => (isUnsettled ? paper.id : [])),
  };
}

/** A paper about which nobody has said anything here. */
export function unknownPaper(id: string): PaperHere {
  return { id, state: { bookmark: null, trashed: null }, facts: null, replica: UNSAID };
}

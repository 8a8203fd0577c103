import { type Base, type Elements, readPart } from './bases';
import type { Dot } from './dots';
import { type Element, sortElements } from './elements';
import { fetchedAhead } from './fetchingAhead';
import type { Round } from './round';
import { rememberingSeen } from './seen';
import { showAhead } from './showing';
import type { NextParts } from './store';

/** From so many papers on what has come of a whole state is handed on: parts are small, and each time costs a transaction. */
const ENOUGH = 400;

/** A part of a base: all that it says about papers from an id on, up to where the part before begins. */
export interface Part {
  from: string;
  elements: Elements;
}

/** `late`: a part cannot be had; `wrong`: they say what no machine would. */
export type NotWhole = 'late' | 'wrong';

/**
 * The parts of a base, the last first: papers' ids follow the calendar. Where the base cannot be had whole, why is the
 * last that comes.
 * @param begun parts that are not needed any more
 * @param mostAhead see `fetchedAhead`
 */
export async function* readParts(
  round: Round,
  { seen, parts }: Base,
  { begun = 0, mostAhead }: { begun?: number; mostAhead?: number } = {},
): AsyncGenerator<Part | NotWhole> {
  const has = rememberingSeen(seen);
  let below: string | null = null;
  for await (const text of fetchedAhead(round, parts.toReversed().slice(begun), mostAhead)) {
    const elements = text === null ? null : readPart(text);
    const ids = [...(elements?.keys() ?? [])].sort();
    const [first, last] = [ids[0], ids.at(-1)];
    const isInOrder = last !== undefined && (below === null || last < below);
    if (elements === null || first === undefined || !isInOrder || !isSeen(elements, has)) {
      yield text === null ? 'late' : 'wrong';
      return;
    }
    below = first;
    yield { from: first, elements };
  }
}

/** Whether all that is said was said in batches that were seen: else it would be neither new nor removed where those come. */
function isSeen(elements: Elements, has: (dot: Dot) => boolean): boolean {
  return [...elements.values()].every((all) => all.every(({ dot }) => has(dot)));
}

/** The same, some parts at a time. What they show is found, too. */
export async function* partsInTurn(
  round: Round,
  base: Base,
  begun: number,
): AsyncGenerator<NextParts | NotWhole> {
  let wanted = base.parts.length - begun;
  let [elements, count] = [new Map<string, readonly Element[]>(), 0];
  for await (const part of readParts(round, base, { begun })) {
    if (typeof part === 'string') return yield part;
    wanted -= 1;
    count += 1;
    for (const [id, unsorted] of part.elements) {
      const all = sortElements(unsorted);
      showAhead(id, all);
      elements.set(id, all);
    }
    if (elements.size < ENOUGH && wanted > 0) continue;
    yield { from: wanted === 0 ? '' : part.from, elements, count };
    [elements, count] = [new Map(), 0];
  }
}

/** Does something with each that comes, one after the other. When that calls `meanwhile` the next is made, once. */
export async function oneByOne<T>(
  source: AsyncGenerator<T, void>,
  work: (one: T, meanwhile: () => void) => Promise<void>,
): Promise<void> {
  let next: Promise<IteratorResult<T, void>> | null = null;
  const ahead = (): Promise<IteratorResult<T, void>> => {
    next ??= source.next();
    next.catch(() => undefined); // told when it is its turn
    return next;
  };
  try {
    for (let one = await ahead(); one.done !== true; one = await ahead()) {
      next = null;
      await work(one.value, ahead);
    }
  } finally {
    await source.return();
  }
}

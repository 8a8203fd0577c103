import { joinedElements } from './applying';
import type { Elements } from './bases';
import type { Dot } from './dots';
import type { Element } from './elements';
import { MOST_AHEAD } from './fetchingAhead';
import { readParts } from './partsInTurn';
import type { Round } from './round';
import { NOTHING_SEEN, rememberingSeen, unionSeen } from './seen';
import type { KnownBase } from './store';

/**
 * What bases say together, each paper once and some papers at a time, those with the greatest ids first: never more than
 * some parts are in memory. The name of a base that cannot be had whole ends it; what came before it then does not count.
 */
export async function* readTogether(
  round: Round,
  bases: readonly (readonly [string, KnownBase])[],
): AsyncGenerator<Elements | string> {
  const readers = readersOf(round, bases);
  try {
    for (;;) {
      for (const one of readers) if (!(await one.readOn())) return yield one.name;
      if (readers.every(({ papers }) => papers.size === 0)) return;
      yield together(readers);
    }
  } finally {
    for (const one of readers) await one.stop();
  }
}

function readersOf(
  round: Round,
  bases: readonly (readonly [string, KnownBase])[],
): readonly BaseReader[] {
  let before = NOTHING_SEEN;
  return bases.map(([name, base]) => {
    const has = { here: rememberingSeen(before), there: rememberingSeen(base.seen) };
    before = unionSeen(before, base.seen);
    const parts = readParts(round, base, { mostAhead: MOST_AHEAD / bases.length });
    return new BaseReader(name, has, parts);
  });
}

/** Papers of which every base is read that has them. */
function together(readers: readonly BaseReader[]): Elements {
  const from = readers.reduce((last, one) => (one.from > last ? one.from : last), '');
  const taken = readers.map((one) => ({ has: one.has, papers: one.take(from) }));
  const ids = new Set(taken.flatMap(({ papers }) => [...papers.keys()]));
  const said = (id: string): readonly Element[] =>
    taken.reduce<readonly Element[]>(
      (all, { has, papers }) => joinedElements(all, papers.get(id) ?? [], has),
      [],
    );
  return new Map([...ids].map((id) => [id, said(id)]));
}

/** One of several bases that are read together. */
class BaseReader {
  readonly name: string;
  /** Whether the bases before it, and it itself, have seen a batch. */
  readonly has: { here: (dot: Dot) => boolean; there: (dot: Dot) => boolean };
  /** Papers that were read and not taken. */
  papers: Elements = new Map();
  /** All is read about papers from this id on. */
  from = '';
  readonly #parts: ReturnType<typeof readParts>;

  constructor(name: string, has: BaseReader['has'], parts: ReturnType<typeof readParts>) {
    this.name = name;
    this.has = has;
    this.#parts = parts;
  }

  /** Reads the next part where all was taken of the one before; false: the base cannot be had whole. */
  async readOn(): Promise<boolean> {
    if (this.papers.size > 0) return true;
    const { value } = await this.#parts.next();
    if (typeof value === 'string') return false;
    this.papers = value?.elements ?? new Map();
    this.from = value?.from ?? '';
    return true;
  }

  /** Takes papers from an id on. */
  take(from: string): Elements {
    const all = Map.groupBy(this.papers, ([id]) => id >= from);
    this.papers = new Map(all.get(false));
    return new Map(all.get(true));
  }

  /** Nothing more is fetched. */
  async stop(): Promise<void> {
    await this.#parts.return(undefined);
  }
}

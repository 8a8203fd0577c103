import type { PaperId } from '../../papers/ids';
import type { Paper } from '../../papers/paper';
import { eachBit } from '../index/bits';
import type { CurrentIndex } from '../index/currentIndex';
import type { Index } from '../index/searchIndex';
import type { Source } from '../index/source';
import { type FitOf, idOf } from './order';

/** What was learned about the reader, as far as a search needs it. */
export interface Fits {
  /** How well the papers fit that it was learned from. */
  known: ReadonlyMap<PaperId, number>;
  /** How well another one fits. */
  score(paper: Paper): number;
}

/** Reads what was learned; the same object again where it is still the same, null where nothing was. */
export type ReadFits = (last: Fits | null) => Promise<Fits | null>;

/** How well the papers of an index fit. */
export interface Fitting {
  /** Reads what is not known yet. Afterwards the index as it is can be sorted. */
  ready(): Promise<void>;
  fitOf: FitOf;
  /** Changes with what was learned: a sequence from before is out of date. */
  learned(): number;
}

/** Papers that are scored here, as they came after the training; of more than these the rest comes last. */
const MOST = 2_000;
/** Papers that are read at once. */
const AT_ONCE = 200;

/** See `Fitting`. */
export function createFitting(
  source: Pick<Source, 'documents'>,
  following: Pick<CurrentIndex, 'index'>,
  read: ReadFits,
): Fitting {
  let fits: Fits | null = null;
  let turn = 0;
  let done: Index | null = null;
  /** Those that came later. */
  const later = new Map<PaperId, number>();
  const fitOf: FitOf = (id) => later.get(id) ?? fits?.known.get(id);

  async function ready(): Promise<void> {
    const index = following.index();
    if (index === done) return;
    const now = await read(fits);
    if (now !== fits) {
      fits = now;
      turn += 1;
      later.clear();
    }
    if (fits !== null) await scoreOthers(index, fits);
    done = index;
  }

  async function scoreOthers(index: Index, { score }: Fits): Promise<void> {
    const others: PaperId[] = [];
    eachBit(index.live, (document) => {
      const id = idOf(index, document);
      if (others.length < MOST && fitOf(id) === undefined) others.push(id);
    });
    for (let at = 0; at < others.length; at += AT_ONCE) {
      const documents = await source.documents(others.slice(at, at + AT_ONCE));
      for (const { id, paper } of documents) later.set(id, score(paper));
    }
  }

  return { ready, fitOf, learned: () => turn };
}

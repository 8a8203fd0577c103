import type { Annotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { PaperCache } from './paperCache';

export interface FittingPapersState {
  /** `unknown`: nobody knows what fits, and nothing is on offer. */
  phase: 'unknown' | 'loading' | 'ready' | 'failed';
  /** The best first. */
  ids: PaperId[];
}

/** A paper with what was said about it; null: nothing. */
export type Said = [paper: Paper, annotation: Annotation | null];

/** The papers that fit the reader, for the popup. Read when they are first asked for. */
export interface FittingPapers {
  state(): FittingPapersState;
  /** From now on they can be had. */
  offer(read: () => Promise<Said[]>): void;
  load(): Promise<void>;
}

/** See `FittingPapers`. */
export function createFittingPapers(listed: PaperCache, onChange: () => void): FittingPapers {
  let state: FittingPapersState = { phase: 'unknown', ids: [] };
  let read: (() => Promise<Said[]>) | undefined;

  function publish(next: FittingPapersState): void {
    state = next;
    onChange();
  }

  return {
    state: () => state,
    offer(how) {
      read = how;
      publish({ phase: 'loading', ids: [] });
    },
    async load() {
      try {
        const found = (await read?.()) ?? [];
        for (const [paper, annotation] of found) listed.put(paper, annotation);
        if (read) publish({ phase: 'ready', ids: found.map(([{ id }]) => id) });
      } catch {
        publish({ ...state, phase: 'failed' }); // the view offers to try again
      }
    },
  };
}

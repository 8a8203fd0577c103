import type { Annotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { PaperCache } from './paperCache';

export interface FittingPapersState {
  phase: 'loading' | 'ready' | 'failed';
  /** The best first. */
  ids: PaperId[];
}

/** A paper with what was said about it; null: nothing. */
export type Said = [paper: Paper, annotation: Annotation | null];

/** The papers that fit the reader, for the popup. Read when they are first asked for. */
export interface FittingPapers {
  state(): FittingPapersState;
  load(): Promise<void>;
}

/** See `FittingPapers`. */
export function createFittingPapers(
  read: () => Promise<Said[]>,
  listed: PaperCache,
  onChange: () => void,
): FittingPapers {
  let state: FittingPapersState = { phase: 'loading', ids: [] };

  function publish(next: FittingPapersState): void {
    state = next;
    onChange();
  }

  return {
    state: () => state,
    async load() {
      try {
        const found = await read();
        for (const [paper, annotation] of found) listed.put(paper, annotation);
        publish({ phase: 'ready', ids: found.map(([{ id }]) => id) });
      } catch {
        publish({ ...state, phase: 'failed' }); // the view offers to try again
      }
    },
  };
}

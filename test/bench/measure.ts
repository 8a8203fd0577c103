import type { Figure, Samples } from './figures.ts';
import type { Stage } from './stage.ts';

/** Something that is measured at every size. */
export interface Measure {
  name: string;
  figures: readonly Figure[];
  /** Most runs: of what takes long, few. */
  most?: number;
  /** Measures once; what cannot be measured (yet) is left out. */
  once(stage: Stage, run: number): Promise<Samples>;
}

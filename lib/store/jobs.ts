import type { PaperId } from '../papers/ids';
import type { Task } from '../papers/tasks';

/**
 * A command for many papers, done a part at a time so that others get their turn between. It survives the worker: what
 * is left in `jobParts` is still to do. Afterwards it says what it did, for a sender whose answer was lost.
 */
export interface Job {
  id: string;
  task: Task;
  at: string;
  /** The step that takes all of it back. */
  step: number;
  /** Papers: all, those done so far, and of these those that changed and those that are unknown. */
  total: number;
  done: number;
  changed: number;
  missing: number;
  /** Whether it changed colours of tags. */
  recoloured: boolean;
  finished: boolean;
}

/** Papers of a job that are not done yet. A job that takes back a step has that step's parts, without ids. */
export interface JobPart {
  job: string;
  part: number;
  ids: PaperId[];
}

/** Papers in one transaction: about 50 ms, for which a star on a card may have to wait. */
export const PART = 500;

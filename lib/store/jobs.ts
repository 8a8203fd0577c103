import type { AnnotationPatch } from '../papers/annotation';
import { inOrderAfter, isEmpty } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import { retagged } from '../papers/tagTree';
import type { Said } from './trash';
import { patched, removed, restored } from './trash';

/** What is done to each of many papers. */
export type Task =
  | { kind: 'patch'; patch: AnnotationPatch }
  | { kind: 'remove' }
  | { kind: 'restore' }
  /** `to` is null: the tag is deleted. */
  | { kind: 'retag'; from: string; to: string | null }
  | { kind: 'undo'; step: number };

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

/** One paper after a task; null where it is unknown. */
export function after(said: Said, task: Task, at: string, facts?: Paper): Said | null {
  switch (task.kind) {
    case 'patch':
      return patched(said, task.patch, at, facts);
    case 'remove':
      return removed(said, at);
    case 'restore':
      return restored(said);
    case 'retag':
      return afterRetag(said, task.from, task.to, at);
    case 'undo':
      return said;
  }
}

function afterRetag(said: Said, from: string, to: string | null, at: string): Said {
  if (said.bookmark === null) return said;
  const { annotation } = said.bookmark;
  const tags = retagged(annotation.tags, from, to);
  if (tags.join('\n') === annotation.tags.join('\n')) return said;
  const next = inOrderAfter(annotation, { ...annotation, tags, tagsAt: at });
  return { ...said, bookmark: isEmpty(next) ? null : { ...said.bookmark, annotation: next } };
}

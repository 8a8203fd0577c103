import { type AnnotationPatch, inOrderAfter, isEmpty } from './annotation';
import { retagged } from './tagTree';
import { type PaperState, patched, removed, restored } from './trash';

/** What is done to each of many papers. */
export type Task =
  | { kind: 'patch'; patch: AnnotationPatch }
  | { kind: 'remove' }
  | { kind: 'restore' }
  /** `to` is null: the tag is deleted. */
  | { kind: 'retag'; from: string; to: string | null }
  | { kind: 'undo'; step: number };

/** One paper after a task: the same object where nothing changes. Undoing is the step's own (`takeBack`). */
export function afterTask(state: PaperState, task: Task, at: string): PaperState {
  switch (task.kind) {
    case 'patch':
      return patched(state, task.patch, at);
    case 'remove':
      return removed(state, at);
    case 'restore':
      return restored(state);
    case 'retag':
      return afterRetag(state, task.from, task.to, at);
    case 'undo':
      return state;
  }
}

function afterRetag(state: PaperState, from: string, to: string | null, at: string): PaperState {
  if (state.bookmark === null) return state;
  const { annotation } = state.bookmark;
  const tags = retagged(annotation.tags, from, to);
  if (tags.join('\n') === annotation.tags.join('\n')) return state;
  const next = inOrderAfter(annotation, { ...annotation, tags, tagsAt: at });
  return { ...state, bookmark: isEmpty(next) ? null : { ...state.bookmark, annotation: next } };
}

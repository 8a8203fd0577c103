import { type Annotation, emptyAnnotation, isEmpty } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { same } from './same';

/** The parts of an annotation that are taken back each by itself, a value never without its time. */
const PARTS = [
  ['starred', 'starredAt'],
  ['status', 'statusAt'],
  ['tags', 'tagsAt'],
  ['note', 'noteAt'],
  ['createdAt'],
] as const satisfies (keyof Annotation)[][];

/** A bookmark that is no more, less its annotation's parts. */
type Gone = Omit<Bookmark, 'annotation'> & { createdAt: string };

/** What a step did to one paper: only the parts that changed, so that a step of 10,000 papers stays small. */
export interface StepChange {
  id: PaperId;
  /** The parts before the step. */
  was: Partial<Annotation>;
  /** The same parts after it. */
  left: Partial<Annotation>;
  /** Where the step took the bookmark out: what is needed to put it back. */
  gone?: Gone;
}

/** A row of the step log. A step of many papers has several parts, so that no row is large. */
export interface StepPart {
  step: number;
  part: number;
  at: string;
  changes: StepChange[];
}

/** What changed from one state of a bookmark to the next (null: none), or null if nothing did. */
export function changeBetween(
  id: PaperId,
  before: Bookmark | null,
  after: Bookmark | null,
): StepChange | null {
  // No bookmark is an annotation that says nothing; when it was created is then no part of the change.
  const createdAt = (after ?? before)?.annotation.createdAt ?? '';
  const was = before?.annotation ?? emptyAnnotation(createdAt);
  const left = after?.annotation ?? emptyAnnotation(createdAt);
  const changed = PARTS.filter((part) => !same(pick(was, part), pick(left, part))).flat();
  if (changed.length === 0) return null;
  return {
    id,
    was: pick(was, changed),
    left: pick(left, changed),
    ...(before && !after ? { gone: goneOf(before) } : {}),
  };
}

/** Whether a paper is now just as the change left it. */
export function isAsLeft(change: StepChange, current: Bookmark | null): boolean {
  if (current === null) return change.gone !== undefined;
  return same(pick(current.annotation, PARTS.flat(), change.left), change.left);
}

/**
 * A bookmark (null: none) after a change is taken back: each part is as it was, with its time, unless it was
 * changed again since. Taking back twice is the same as once.
 */
export function takeBack(current: Bookmark | null, change: StepChange): Bookmark | null {
  const { gone, was, left } = change;
  const paper = current?.paper ?? gone?.paper;
  if (paper === undefined) return null;
  const now = current?.annotation ?? emptyAnnotation(gone?.createdAt ?? '');
  const annotation = { ...now };
  for (const part of PARTS) {
    const mine = pick(left, part);
    if (Object.keys(mine).length > 0 && same(pick(now, part), mine)) {
      Object.assign(annotation, pick(was, part));
    }
  }
  if (isEmpty(annotation)) return null;
  if (gone && gone.createdAt < annotation.createdAt) annotation.createdAt = gone.createdAt;
  const extra = current?.extra ?? gone?.extra;
  return { paper, annotation, ...(extra === undefined ? {} : { extra }) };
}

function goneOf({ paper, extra, annotation: { createdAt } }: Bookmark): Gone {
  return { paper, createdAt, ...(extra === undefined ? {} : { extra }) };
}

/** Some fields of an annotation, those that it (and `like`) has. */
function pick(
  annotation: Partial<Annotation>,
  keys: readonly (keyof Annotation)[],
  like: Partial<Annotation> = annotation,
): Partial<Annotation> {
  const entries = keys.filter((key) => key in annotation && key in like);
  return Object.fromEntries(entries.map((key) => [key, annotation[key]]));
}

import { type Annotation, emptyAnnotation, isEmpty } from './annotation';
import type { Kept } from './bookmark';
import { deepEqual } from './deepEqual';
import { type FieldChange, fieldsBetween, fieldsTakenBack } from './fieldChanges';
import type { PaperId } from './ids';
import type { Paper } from './paper';
import { PART_NAMES, timeOf } from './parts/parts';
import { isThere, type PaperState, type Trashed } from './trash';

/** The fields of an annotation that are taken back together: a value never without its time. */
const UNITS: readonly (keyof Annotation)[][] = [
  ...PART_NAMES.map((part) => [part, timeOf(part)]),
  ['createdAt'],
];

/**
 * A bookmark that is no longer there, less its annotation's parts. What is in the trash is not kept twice; of what is
 * not there the facts are kept too, because nothing else may know them.
 */
interface Gone extends Pick<Kept, 'extra'> {
  paper?: Paper;
  createdAt: string;
}

/** What a step did to one paper: only the parts that changed, so that a step of 10,000 papers stays small. */
export interface StepChange {
  id: PaperId;
  /** The parts before the step. */
  was: Partial<Annotation>;
  /** The same parts after it. */
  left: Partial<Annotation>;
  /** Where the step took the bookmark out: what is needed to put it back. */
  gone?: Gone;
  /** Where the step changed the trash: what was in it, less what `extra` says, and when what it left was put there. */
  trash?: { was: Pick<Trashed, 'annotation' | 'trashedAt'> | null; left: string | null };
  /** Where a step that tells facts, as an import does, changed some that were known (`factsTakenBack`). */
  facts?: FieldChange;
  /** Where it changed fields that this version does not know. */
  extra?: FieldChange;
  /** Where it dismissed the paper or took that back: since when it was and is dismissed, null: it is not. */
  dismissed?: Dismissal;
}

/** Since when a paper was dismissed before a change and is after it; null: it is not. */
export interface Dismissal {
  was: string | null;
  left: string | null;
}

/**
 * What changed from one state of a paper to the next, or null if nothing did.
 * @param facts the paper's, where the bookmark goes and not into the trash
 * @param told what changes of them and is taken back with the step (`factsBetween`)
 * @param dismissed whether the paper is for the reader, where that changes
 */
export function changeBetween(
  id: PaperId,
  before: PaperState,
  after: PaperState,
  facts?: Paper,
  told: FieldChange | null = null,
  dismissed?: Dismissal,
): StepChange | null {
  const [old, next] = [before.bookmark, after.bookmark];
  // No bookmark is an annotation that says nothing; when it was created is then no part of the change.
  const createdAt = (next ?? old)?.annotation.createdAt ?? '';
  const was = old?.annotation ?? emptyAnnotation(createdAt);
  const left = next?.annotation ?? emptyAnnotation(createdAt);
  const changed = UNITS.filter((unit) => !deepEqual(pick(was, unit), pick(left, unit))).flat();
  const trash = trashBetween(before.trashed, after.trashed);
  const extra = extraBetween(before, after);
  if (changed.length === 0 && !trash && !told && !extra && !dismissed) return null;
  return {
    id,
    was: pick(was, changed),
    left: pick(left, changed),
    ...(old && !next ? { gone: goneOf(old, trash !== null, facts) } : {}),
    ...(trash ? { trash } : {}),
    ...(told ? { facts: told } : {}),
    ...(extra ? { extra } : {}),
    ...(dismissed ? { dismissed } : {}),
  };
}

/** Whether an annotation is now just as the change left it. */
export function isAsLeft(change: StepChange, current: Kept | null): boolean {
  if (current === null) return change.gone !== undefined;
  // A note that came back from the trash onto the same note changes the trash alone; facts are not part of this.
  if (Object.keys(change.left).length === 0) return change.trash !== undefined;
  return deepEqual(pick(current.annotation, UNITS.flat(), change.left), change.left);
}

/**
 * A paper's state after a change is taken back: each part is as it was, with its time, unless it was changed again
 * since. Taking back twice is the same as once. The same bookmark, as an object, where it stays as it is.
 */
export function takeBack(state: PaperState, change: StepChange): PaperState {
  const trashed = trashTakenBack(state, change);
  const bookmark = bookmarkTakenBack(state, change);
  return { bookmark: deepEqual(bookmark, state.bookmark) ? state.bookmark : bookmark, trashed };
}

function bookmarkTakenBack(state: PaperState, change: StepChange): Kept | null {
  const { gone, was, left, trash } = change;
  const mine = trash && isLeft(state.trashed, trash.left) ? state.trashed : null;
  // What was removed and has been deleted for good since stays away.
  const isBack = gone !== undefined && (trash === undefined || mine !== null);
  if (state.bookmark === null && !isBack) return null;
  const now = state.bookmark?.annotation ?? emptyAnnotation(gone?.createdAt ?? '');
  const annotation = { ...now };
  for (const unit of UNITS) {
    const own = pick(left, unit);
    if (Object.keys(own).length > 0 && deepEqual(pick(now, unit), own)) {
      Object.assign(annotation, pick(was, unit));
    }
  }
  if (isEmpty(annotation)) return null;
  if (gone && gone.createdAt < annotation.createdAt) annotation.createdAt = gone.createdAt;
  const extra = (state.bookmark ?? mine)?.extra ?? gone?.extra;
  return { annotation, ...extraTakenBack(extra, change) };
}

function trashTakenBack({ bookmark, trashed }: PaperState, change: StepChange): Trashed | null {
  const { trash, gone } = change;
  if (!trash || !isLeft(trashed, trash.left)) return trashed;
  if (trash.was === null) return null;
  const extra = (trashed ?? bookmark ?? gone)?.extra;
  return { ...trash.was, ...extraTakenBack(extra, change) };
}

function extraBetween(before: PaperState, after: PaperState): FieldChange | null {
  if (!isThere(before) || !isThere(after)) return null;
  const extraOf = ({ bookmark, trashed }: PaperState) => (bookmark ?? trashed)?.extra ?? {};
  return fieldsBetween(extraOf(before), extraOf(after));
}

function extraTakenBack(now: Kept['extra'], { extra: change }: StepChange): Pick<Kept, 'extra'> {
  const extra = change ? fieldsTakenBack(now ?? {}, change) : now;
  return extra === undefined || Object.keys(extra).length === 0 ? {} : { extra };
}

function trashBetween(was: Trashed | null, left: Trashed | null): StepChange['trash'] | null {
  if (was === left) return null;
  return {
    was: was && { annotation: was.annotation, trashedAt: was.trashedAt },
    left: left?.trashedAt ?? null,
  };
}

function isLeft(trashed: Trashed | null, left: string | null): boolean {
  return (trashed?.trashedAt ?? null) === left;
}

function goneOf(
  { extra, annotation: { createdAt } }: Kept,
  isInTrash: boolean,
  paper: Paper | undefined,
): Gone {
  if (isInTrash) return { createdAt };
  return {
    ...(paper === undefined ? {} : { paper }),
    createdAt,
    ...(extra === undefined ? {} : { extra }),
  };
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

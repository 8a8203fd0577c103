import { type Annotation, emptyAnnotation, isEmpty } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import { deepEqual } from '../papers/deepEqual';
import type { PaperId } from '../papers/ids';
import type { SavedSearch } from '../papers/savedSearch';
import type { ColouredTag } from '../papers/tagColours';
import type { Said, TrashRow } from './trash';

/** The parts of an annotation that are taken back each by itself, a value never without its time. */
const PARTS = [
  ['starred', 'starredAt'],
  ['status', 'statusAt'],
  ['tags', 'tagsAt'],
  ['note', 'noteAt'],
  ['createdAt'],
] as const satisfies (keyof Annotation)[][];

/** A bookmark that is no more, less its annotation's parts. What is in the trash is not kept twice. */
type Gone = Partial<Omit<Bookmark, 'annotation'>> & { createdAt: string };

/** What a step did to one paper: only the parts that changed, so that a step of 10,000 papers stays small. */
export interface StepChange {
  id: PaperId;
  /** The parts before the step. */
  was: Partial<Annotation>;
  /** The same parts after it. */
  left: Partial<Annotation>;
  /** Where the step took the bookmark out: what is needed to put it back. */
  gone?: Gone;
  /** Where the step changed the trash: what was in it, less the paper's facts, and when what it left was put there. */
  trash?: { was: Pick<TrashRow, 'annotation' | 'trashedAt'> | null; left: string | null };
}

/** What a step did to the colour of one tag. */
export interface ColourChange {
  key: string;
  was: ColouredTag | null;
  left: ColouredTag | null;
}

/** What a step did to one saved search. */
export interface SearchChange {
  name: string;
  was: SavedSearch | null;
  left: SavedSearch | null;
}

/** A row of the step log. A step of many papers has several parts, so that no row is large. */
export interface StepPart {
  step: number;
  part: number;
  at: string;
  changes: StepChange[];
  colours?: ColourChange[];
  searches?: SearchChange[];
}

/** What changed from one state of a paper to the next, or null if nothing did. */
export function changeBetween(id: PaperId, before: Said, after: Said): StepChange | null {
  const [old, next] = [before.bookmark, after.bookmark];
  // No bookmark is an annotation that says nothing; when it was created is then no part of the change.
  const createdAt = (next ?? old)?.annotation.createdAt ?? '';
  const was = old?.annotation ?? emptyAnnotation(createdAt);
  const left = next?.annotation ?? emptyAnnotation(createdAt);
  const changed = PARTS.filter((part) => !deepEqual(pick(was, part), pick(left, part))).flat();
  const trash = trashBetween(before.trashed, after.trashed);
  if (changed.length === 0 && !trash) return null;
  return {
    id,
    was: pick(was, changed),
    left: pick(left, changed),
    ...(old && !next ? { gone: goneOf(old, trash !== null) } : {}),
    ...(trash ? { trash } : {}),
  };
}

/** Whether a paper is now just as the change left it. */
export function isAsLeft(change: StepChange, current: Bookmark | null): boolean {
  if (current === null) return change.gone !== undefined;
  return deepEqual(pick(current.annotation, PARTS.flat(), change.left), change.left);
}

/**
 * A paper's state after a change is taken back: each part is as it was, with its time, unless it was changed again
 * since. Taking back twice is the same as once.
 */
export function takeBack(said: Said, change: StepChange): Said {
  const { gone, was, left } = change;
  const mine = change.trash && isLeft(said.trashed, change.trash.left) ? said.trashed : null;
  const whole = said.bookmark ?? (gone && { ...mine, ...gone });
  const trashed = trashTakenBack(said, change);
  if (whole?.paper === undefined) return { bookmark: null, trashed };
  const now = said.bookmark?.annotation ?? emptyAnnotation(gone?.createdAt ?? '');
  const annotation = { ...now };
  for (const part of PARTS) {
    const own = pick(left, part);
    if (Object.keys(own).length > 0 && deepEqual(pick(now, part), own)) {
      Object.assign(annotation, pick(was, part));
    }
  }
  if (isEmpty(annotation)) return { bookmark: null, trashed };
  if (gone && gone.createdAt < annotation.createdAt) annotation.createdAt = gone.createdAt;
  const extra = whole.extra ?? gone?.extra;
  const bookmark = { paper: whole.paper, annotation, ...(extra === undefined ? {} : { extra }) };
  return { bookmark, trashed };
}

function trashBetween(was: TrashRow | null, left: TrashRow | null): StepChange['trash'] | null {
  if (was === left) return null;
  return {
    was: was && { annotation: was.annotation, trashedAt: was.trashedAt },
    left: left?.trashedAt ?? null,
  };
}

/** Facts of what goes back into the trash are those of the bookmark that it had become. */
function trashTakenBack({ bookmark, trashed }: Said, { id, trash, gone }: StepChange) {
  if (!trash || !isLeft(trashed, trash.left)) return trashed;
  const { paper, extra } = trashed ?? bookmark ?? gone ?? {};
  if (trash.was === null || paper === undefined) return null;
  return { id, paper, ...(extra === undefined ? {} : { extra }), ...trash.was };
}

function isLeft(trashed: TrashRow | null, left: string | null): boolean {
  return (trashed?.trashedAt ?? null) === left;
}

function goneOf({ paper, extra, annotation: { createdAt } }: Bookmark, isInTrash: boolean): Gone {
  return isInTrash
    ? { createdAt }
    : { paper, createdAt, ...(extra === undefined ? {} : { extra }) };
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

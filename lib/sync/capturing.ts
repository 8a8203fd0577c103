import type { Annotation } from '../papers/annotation';
import type { Kept } from '../papers/bookmark';
import { deepEqual } from '../papers/deepEqual';
import { combinePapers } from '../papers/merging';
import { type Fact, isUntitled, type Paper } from '../papers/paper';
import { timeOf } from '../papers/parts/parts';
import { tagKey } from '../papers/tags';
import type { Dot } from './dots';
import { type Element, type PaperHere, type SyncRecord, UNSAID } from './elements';
import { tagRegister, VALUES, WHOLE_PARTS } from './registers';
import { type Shown, shown } from './showing';

/**
 * What commands did to a paper since its elements were written: null where they show what is here.
 * @param there what its elements show, for who knows it already
 */
export function capture(
  paper: PaperHere,
  there: Shown = shown(paper.id, paper.replica.elements),
): SyncRecord | null {
  const { bookmark } = paper.state;
  if (bookmark === null) return there.isBookmark ? goneRecord(paper) : emptiedRecord(paper);
  const changes = new Changes(paper.replica.elements);
  captureParts(changes, bookmark.annotation, there.kept.annotation);
  captureRest(changes, bookmark, there.kept);
  captureFacts(changes, paper, there.facts);
  return changes.asRecord(paper.id);
}

/** All that a paper's row says, as if it were new: whoever takes away what was said before does not know of it. */
export function captureAgain(paper: PaperHere): SyncRecord | null {
  const record = capture({ ...paper, replica: UNSAID });
  if (record === null) return null;
  const changes = new Changes(paper.replica.elements);
  for (const [register, value] of Object.entries(record.set)) changes.write(register, value);
  return changes.asRecord(paper.id);
}

function goneRecord({ id, state, replica: { elements } }: PaperHere): SyncRecord | null {
  const changes = new Changes(elements);
  changes.dropAll();
  const record = changes.asRecord(id);
  return record && { ...record, gone: state.trashed === null ? 'empty' : 'trash' };
}

/** What removed a paper is remembered as long as the trash has it: now it has not, and nothing has come back. */
function emptiedRecord({ id, state, replica: { goneBy } }: PaperHere): SyncRecord | null {
  const isEmptied = goneBy !== undefined && state.trashed === null;
  return isEmptied ? { id, over: {}, set: {}, emptied: true } : null;
}

function captureParts(changes: Changes, here: Annotation, there: Annotation): void {
  for (const part of WHOLE_PARTS) {
    const time = timeOf(part);
    const isSame = here[part] === there[part] && here[time] === there[time];
    if (!isSame) changes.write(part, [here[part], here[time]]);
  }
  captureTags(changes, here, there);
}

function captureTags(changes: Changes, here: Annotation, there: Annotation): void {
  const spellings = new Map(there.tags.map((tag) => [tagKey(tag), tag]));
  for (const tag of here.tags) {
    if (spellings.get(tagKey(tag)) !== tag) changes.write(tagRegister(tag), [tag, here.tagsAt]);
    spellings.delete(tagKey(tag));
  }
  for (const key of spellings.keys()) changes.drop(tagRegister(key));
  if (here.tagsAt !== there.tagsAt) changes.write('tags', here.tagsAt);
}

function captureRest(changes: Changes, here: Kept, there: Kept): void {
  const { createdAt } = here.annotation;
  // Where nobody says it, what is shown depends on the rest, and would change with it.
  const isSaid = changes.knows('created') && createdAt === there.annotation.createdAt;
  if (!isSaid) changes.write('created', createdAt);
  if (deepEqual(here.extra, there.extra)) return;
  if (here.extra === undefined) changes.drop('extra');
  else changes.write('extra', here.extra);
}

/** Facts whose first statement travels; what sites state later does not. */
const TOLD: readonly Fact[] = ['abstract', 'keywords', 'githubRepo', 'projectPage', 'venue'];

/** Facts go along when a paper comes in, when it gets its first title, and when one of `TOLD` is stated first. */
function captureFacts(changes: Changes, { state, facts }: PaperHere, there: Paper | null): void {
  if (state.bookmark === null || facts === null || isUntitled(facts)) return;
  const isNew = (fact: Fact): boolean => facts[fact] !== undefined && there?.[fact] === undefined;
  if (there !== null && !isUntitled(there) && !TOLD.some(isNew)) return;
  const all = there ? combinePapers(facts, there) : facts;
  // What nobody could read would be written again and again.
  if (VALUES.facts.safeParse(all).success) changes.write('facts', all);
}

/** What a record says, while it is put together. Maps, since tags are any text. */
class Changes {
  readonly #over = new Map<string, Dot[]>();
  readonly #set = new Map<string, unknown>();
  readonly #dots: ReadonlyMap<string, Dot[]>;

  constructor(elements: readonly Element[]) {
    const byRegister = Map.groupBy(elements, ({ register }) => register);
    this.#dots = new Map(
      [...byRegister].map(([register, all]) => [register, all.map(({ dot }) => dot)]),
    );
  }

  /** Whether a register has elements. */
  knows(register: string): boolean {
    return this.#dots.has(register);
  }

  /** All known elements of a register are no more. */
  drop(register: string): void {
    const dots = this.#dots.get(register);
    if (dots !== undefined) this.#over.set(register, dots);
  }

  dropAll(): void {
    for (const register of this.#dots.keys()) this.drop(register);
  }

  write(register: string, value: unknown): void {
    this.drop(register);
    this.#set.set(register, value);
  }

  /** Null where there is nothing to say. */
  asRecord(id: string): SyncRecord | null {
    if (this.#over.size + this.#set.size === 0) return null;
    return { id, over: Object.fromEntries(this.#over), set: Object.fromEntries(this.#set) };
  }
}

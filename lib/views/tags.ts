import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { ColouredTag, TagColour } from '../papers/tagColours';
import { shownLines, type TagLine, type TagOrder, tagOutline } from '../papers/tagOutline';
import { cleanTag, type TagCount, tagKey } from '../papers/tags';
import { movedTag } from '../papers/tagTree';
import type { LibraryReader } from '../store/reader';
import { failureText } from '../text/failureText';
import { countText, text } from '../text/text';
import { type BulkJobsDeps, createBulkJobs } from './bulkJobs';
import { createObservers, type Observable } from './observable';
import { oneAtATime } from './oneAtATime';

export interface TagsDeps extends BulkJobsDeps {
  reader: Pick<LibraryReader, 'tags' | 'tagColours'>;
  send: Send;
  /** How many papers a search for each tag finds (`countTagFinds`); absent: that of tags with tags below is not known. */
  countFinds?: (() => Promise<ReadonlyMap<string, number> | null>) | undefined;
}

/** What is asked before it is done. `merge`: `met` is there already, under the new name or below it. */
export type TagQuestion =
  | { kind: 'merge'; from: TagLine; to: string; met: TagLine }
  | { kind: 'delete'; line: TagLine };

export interface TagsState {
  phase: 'loading' | 'ready' | 'failed';
  /** The lines that are shown. */
  lines: TagLine[];
  /** How many tags there are. */
  total: number;
  filter: string;
  order: TagOrder;
  /** Lines whose tags below are hidden. */
  folded: ReadonlySet<string>;
  editing: { key: string; part: 'name' | 'colour' } | null;
  asking: TagQuestion | null;
  busy: boolean;
  /** The line that is to take the focus; a new turn asks again. */
  focus: { key: string; turn: number } | null;
}

/** All tags, and what can be done to them. Knows no DOM. */
export interface Tags extends Observable {
  state(): TagsState;
  /** Reads all tags; again after a failure. */
  open(): Promise<void>;
  /** Annotations changed somewhere. */
  changed(change: Change): Promise<void>;
  filterBy(filter: string): void;
  sortBy(order: TagOrder): void;
  fold(key: string, isFolded: boolean): void;
  edit(key: string, part: 'name' | 'colour'): void;
  closeEditor(): void;
  /** Renames a tag and all below it; asks first where that makes one tag of two. */
  rename(key: string, name: string): Promise<void>;
  recolour(key: string, colour: TagColour | null): Promise<void>;
  askDelete(key: string): void;
  /** Does what was asked. */
  confirm(): Promise<void>;
  /** Does not. */
  cancel(): void;
}

/** See `Tags`. A page mounts it as `<TagPage {...tags.state()} actions={tags} onPick={…} />`. */
export function createTags(deps: TagsDeps): Tags {
  const { reader, send, notices, stepped } = deps;
  const { subscribe, notify } = createObservers();
  const jobs = createBulkJobs(deps, notify);
  const reading = oneAtATime(read);
  let known: { tags: TagCount[]; colours: ColouredTag[] } | null = null;
  let finds: ReadonlyMap<string, number> | null = null;
  let outline: TagLine[] = [];
  let shown: TagLine[] | null = null;
  let failed = false;
  let filter = '';
  let order: TagOrder = 'name';
  let folded: ReadonlySet<string> = new Set();
  let editing: TagsState['editing'] = null;
  let asking: TagQuestion | null = null;
  let focus: TagsState['focus'] = null;

  async function read(): Promise<void> {
    try {
      const [tags, colours] = await Promise.all([
        reader.tags(Number.POSITIVE_INFINITY),
        reader.tagColours(),
      ]);
      known = { tags, colours };
      failed = false;
    } catch {
      failed = true; // said where the tags would be, with the way to try again
    }
    draw();
    // Another search of the whole library: after what is shown at once, and only where some tag is above another.
    if (deps.countFinds && outline.some(({ below }) => below > 0)) {
      finds = await deps.countFinds();
      draw();
    }
  }

  function draw(): void {
    if (known) outline = tagOutline(known.tags, known.colours, order, finds);
    shown = null;
    notify();
  }

  function shownNow(): TagLine[] {
    shown ??= shownLines(outline, filter, folded);
    return shown;
  }

  const lineOf = (key: string): TagLine | undefined => outline.find((line) => line.key === key);

  function focusOn(key: string): void {
    focus = { key, turn: (focus?.turn ?? 0) + 1 };
    notify();
  }

  /** The first tag that would become one with another: the renamed one, or one below it. */
  function metBy(from: TagLine, to: string): TagLine | undefined {
    const inside = (key: string): boolean => key === from.key || key.startsWith(`${from.key}/`);
    const moving = outline.filter(({ key, count }) => inside(key) && count > 0);
    const targets = new Set(moving.map(({ tag }) => tagKey(movedTag(tag, from.tag, to))));
    return outline.find(({ key, count }) => count > 0 && !inside(key) && targets.has(key));
  }

  async function carryOutRename(from: TagLine, to: string, merges: boolean): Promise<void> {
    await jobs.run({
      start: (job) => send('tag.rename', { job, from: from.tag, to }),
      said: ({ changed }) => countText(merges ? 'tagMerged' : 'tagRenamed', changed, from.tag, to),
      async tried(isDone) {
        await reading.again();
        if (isDone) focusOn(tagKey(to));
      },
    });
  }

  /** The line that takes the place of the deleted one has the focus after it. */
  async function carryOutDelete(line: TagLine): Promise<void> {
    const at = shownNow().findIndex(({ key }) => key === line.key);
    await jobs.run({
      start: (job) => send('tag.delete', { job, tag: line.tag }),
      said: ({ changed }) => countText('tagDeleted', changed, line.tag),
      async tried() {
        await reading.again();
        const next = shownNow()[at] ?? shownNow().at(-1);
        if (next) focusOn(next.key);
      },
    });
  }

  return {
    subscribe,
    state() {
      return {
        phase: failed ? 'failed' : known ? 'ready' : 'loading',
        lines: shownNow(),
        total: outline.filter(({ count }) => count > 0).length,
        filter,
        order,
        folded,
        editing,
        asking,
        busy: jobs.busy(),
        focus,
      };
    },
    open: reading.again,
    changed: reading.again,
    filterBy(next) {
      filter = next;
      shown = null;
      notify();
    },
    sortBy(next) {
      order = next;
      draw();
    },
    fold(key, isFolded) {
      const next = new Set(folded);
      if (isFolded) next.add(key);
      else next.delete(key);
      folded = next;
      shown = null;
      notify();
    },
    edit(key, part) {
      editing = { key, part };
      notify();
    },
    closeEditor() {
      const was = editing;
      editing = null;
      if (was) focusOn(was.key);
    },
    async rename(key, name) {
      const from = lineOf(key);
      const to = cleanTag(name);
      if (from === undefined || to === '') return;
      if (to === from.tag) {
        editing = null;
        return focusOn(key);
      }
      const met = metBy(from, to);
      if (met) {
        asking = { kind: 'merge', from, to, met };
        return notify();
      }
      editing = null;
      await carryOutRename(from, to, false);
    },
    async recolour(key, colour) {
      const line = lineOf(key);
      if (line === undefined) return;
      const result = await send('tag.colour', { tag: line.tag, colour });
      if (!result.ok) notices.show('error', failureText(result.code));
      else if (result.value.undo !== null) {
        notices.show('done', text('tagColoured', line.tag), stepped(result.value.undo));
      }
      await reading.again();
    },
    askDelete(key) {
      const line = lineOf(key);
      if (line) asking = { kind: 'delete', line };
      notify();
    },
    async confirm() {
      const question = asking;
      [asking, editing] = [null, null];
      notify();
      if (question?.kind === 'merge') await carryOutRename(question.from, question.to, true);
      else if (question?.kind === 'delete') await carryOutDelete(question.line);
    },
    cancel() {
      const question = asking;
      asking = null;
      // A name that is being given stays: the next try may be another.
      if (question && editing === null)
        focusOn(question.kind === 'delete' ? question.line.key : question.from.key);
      notify();
    },
  };
}

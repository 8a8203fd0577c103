import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { PaperId } from '../papers/ids';
import { TRASH_DAYS } from '../papers/trash';
import type { TrashedBookmark as InTrash, LibraryReader } from '../store/reader';

import { failureText } from '../text/failureText';
import { countText } from '../text/text';
import { type BulkJobsDeps, createBulkJobs } from './bulkJobs';
import { createObservers, type Observable } from './observable';
import { oneAtATime } from './oneAtATime';

export interface TrashDeps extends BulkJobsDeps {
  reader: Pick<LibraryReader, 'trash'>;
  send: Send;
  now: () => Date;
}

/** A bookmark in the trash, and the days until it is deleted for good. */
export interface TrashedBookmark extends InTrash {
  id: PaperId;
  daysLeft: number;
}

export interface TrashState {
  phase: 'loading' | 'ready' | 'failed';
  /** Removed last first. */
  bookmarks: TrashedBookmark[];
  /** Whether there are more than are shown. */
  more: boolean;
  selected: ReadonlySet<PaperId>;
  /** What is asked before it is deleted for good; how many, null: all that there are. */
  asking: { ids: PaperId[] | 'all' } | null;
  busy: boolean;
}

/** The trash: what was removed, for thirty days. Knows no DOM. */
export interface Trash extends Observable {
  state(): TrashState;
  /** Reads it; again after a failure. */
  open(): Promise<void>;
  /** Annotations changed somewhere. */
  changed(change: Change): Promise<void>;
  more(): Promise<void>;
  select(id: PaperId, isSelected: boolean): void;
  selectAll(isSelected: boolean): void;
  /** Brings bookmarks back into the library. */
  restore(ids: readonly PaperId[]): Promise<void>;
  restoreAll(): Promise<void>;
  /** Deletes for good, after a question. */
  askEmpty(ids: readonly PaperId[] | 'all'): void;
  confirm(): Promise<void>;
  cancel(): void;
}

/** Rows that are shown at first, and more at a time. */
const STEP = 200;

const DAY = 86_400_000;

/** See `Trash`. A page mounts it as `<TrashPage {...trash.state()} actions={trash} />`. */
export function createTrash(deps: TrashDeps): Trash {
  const { reader, send, now, notices } = deps;
  const { subscribe, notify } = createObservers();
  const jobs = createBulkJobs(deps, notify);
  const reading = oneAtATime(read);
  let rows: InTrash[] | null = null;
  let failed = false;
  let limit = STEP;
  let more = false;
  let selected: ReadonlySet<PaperId> = new Set();
  let asking: TrashState['asking'] = null;

  async function read(): Promise<void> {
    try {
      const found = await reader.trash(limit + 1);
      more = found.length > limit;
      rows = found.slice(0, limit);
      const there = new Set(rows.map(({ paper }) => paper.id));
      selected = new Set([...selected].filter((id) => there.has(id)));
      failed = false;
    } catch {
      failed = true; // said where the trash would be, with the way to try again
    }
    notify();
  }

  async function restore(ids: readonly PaperId[]): Promise<void> {
    if (ids.length === 0) return;
    await jobs.run({
      start: (job) => send('trash.restore', { job, ids: [...ids] }),
      said: ({ changed }) => countText('restored', changed),
      tried: reading.again,
    });
  }

  return {
    subscribe,
    state: () => ({
      phase: failed ? 'failed' : rows ? 'ready' : 'loading',
      bookmarks: (rows ?? []).map((row) => ({
        ...row,
        id: row.paper.id,
        daysLeft: daysLeft(row, now()),
      })),
      more,
      selected,
      asking,
      busy: jobs.busy(),
    }),
    open: reading.again,
    changed: reading.again,
    async more() {
      limit += STEP;
      await reading.again();
    },
    select(id, isSelected) {
      const next = new Set(selected);
      if (isSelected) next.add(id);
      else next.delete(id);
      selected = next;
      notify();
    },
    selectAll(isSelected) {
      selected = new Set(isSelected ? rows?.map(({ paper }) => paper.id) : []);
      notify();
    },
    restore,
    async restoreAll() {
      try {
        await restore((await reader.trash()).map(({ paper }) => paper.id));
      } catch {
        failed = true;
        notify();
      }
    },
    askEmpty(ids) {
      asking = { ids: ids === 'all' ? 'all' : [...ids] };
      notify();
    },
    async confirm() {
      const ids = asking?.ids;
      asking = null;
      notify();
      if (ids === undefined) return;
      const result = await send('trash.empty', { which: ids });
      if (result.ok) notices.show('done', countText('deletedForGood', result.value.emptied));
      else notices.show('error', failureText(result.code));
      await reading.again();
    },
    cancel() {
      asking = null;
      notify();
    },
  };
}

/** Days that are left to a row of the trash, the one that has begun included. */
function daysLeft({ trashedAt }: InTrash, now: Date): number {
  const left = Date.parse(trashedAt) + TRASH_DAYS * DAY - now.getTime();
  return Math.max(0, Math.min(TRASH_DAYS, Math.ceil(left / DAY)));
}

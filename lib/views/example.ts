import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import type { AnnotationPatch } from '../papers/annotation';
import type { ListedPaper } from '../papers/list';
import type { Paper } from '../papers/paper';
import type { TagCount } from '../papers/tags';
import type { LibraryReader } from '../store/reader';
import { createAnnotating } from './annotating';
import { type Announcement, createNotices, type Toast } from './notices';
import { createObservers, type Observable } from './observable';

export interface ExampleDeps {
  reader: Pick<LibraryReader, 'bookmarks' | 'tags'>;
  send: Send;
  now: () => Date;
  paper: Paper;
}

export interface ExampleState {
  /** Null while it is read, or where the library cannot be read. */
  listed: ListedPaper | null;
  failed: boolean;
  tags: TagCount[];
  toast: Toast | null;
  said: Announcement;
}

/** One paper to try everything on. It is a real one: what is tried is in the library, and can be taken out again. */
export interface Example extends Observable {
  state(): ExampleState;
  read(): Promise<void>;
  patch(patch: AnnotationPatch): void;
  remove(): Promise<void>;
  changed(change: Change): Promise<void>;
  dismiss(): void;
  flush(): void;
}

/** See `Example`. */
export function createExample({ reader, send, now, paper }: ExampleDeps): Example {
  const { subscribe, notify } = createObservers();
  const notices = createNotices(notify);
  const { id } = paper;
  let failed = false;
  let tags: TagCount[] = [];
  const annotating = createAnnotating({
    send,
    now,
    notices,
    onChange: notify,
    onTouched: read,
    onEmptied: () => {},
    onHold: () => {},
    onPatch: () => {},
  });

  async function read(): Promise<void> {
    try {
      const [[row], used] = await Promise.all([reader.bookmarks([id]), reader.tags()]);
      annotating.listed.put(row?.paper ?? paper, row?.annotation ?? null);
      [failed, tags] = [false, used];
    } catch {
      failed = true; // said in place of the card
    }
    notify();
  }

  return {
    subscribe,
    state: () => ({
      listed: annotating.listed.get(id) ?? null,
      failed,
      tags,
      toast: notices.toast(),
      said: notices.said(),
    }),
    read,
    patch: (patch) => annotating.patch(id, patch),
    remove: () => annotating.remove(id),
    async changed(change) {
      if (change === 'all' || change.includes(id)) await read();
    },
    dismiss: notices.dismiss,
    flush: annotating.flush,
  };
}

import type { Change } from '../messages/announce';
import type { AnnotationPatch, Status } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { ListedPaper } from '../papers/list';
import { type TimelineEntry, timeline } from '../papers/timeline';
import type { LibraryReader } from '../store/reader';
import { nothingKnown } from '../store/rows';
import type { Annotating } from './annotating';
import { createNoteReading, type NoteReading, type Parse } from './noteReading';
import { createObservers, type Observable } from './observable';

export interface ReadingDeps {
  reader: Pick<LibraryReader, 'bookmarks' | 'papers' | 'history' | 'eventsOf'>;
  /** The page's edits: what is changed here is changed in its list, and the other way round. */
  annotating: Pick<Annotating, 'listed' | 'patch' | 'takeStatus' | 'remove'>;
  /** Loads what reads Markdown; nothing does before a note is shown. */
  loadParser?: () => Promise<Parse>;
}

export interface ReadingState {
  /** `none`: no paper is selected. `unknown`: neither the library nor the history has it any more. */
  phase: 'none' | 'loading' | 'ready' | 'unknown' | 'failed';
  listed: ListedPaper | null;
  note: NoteReading;
  /** Whether the note is being written. */
  writing: boolean;
  /** What happened to the paper, the latest first; null while that is read. */
  timeline: TimelineEntry[] | null;
  /** The part that is to take the focus; a new turn asks again. */
  focus: { part: 'tags' | 'title'; turn: number } | null;
}

/** The paper that is read: its facts, its annotation, its note and its history. Knows no DOM. */
export interface Reading extends Observable {
  state(): ReadingState;
  /** Shows a paper, or none. */
  show(id: PaperId | null): Promise<void>;
  /** Annotations changed somewhere. */
  changed(change: Change): Promise<void>;
  /** Reads again what could not be read. */
  retry(): Promise<void>;
  patch(patch: AnnotationPatch): void;
  /** Sets the status that another machine said; a toast offers to take that back. */
  takeStatus(status: Status | null): void;
  /** Moves the bookmark into the trash; a toast offers to take that back. */
  remove(): void;
  /** The note is written now. */
  write(): void;
  /** The note is shown as it reads. */
  stopWriting(): void;
  /** Ticks or clears the box of a task, by its line in the note. */
  tick(line: number, done: boolean): void;
  showWholeNote(): void;
  /** Asks for the focus in the tags' field; a paper of which nothing is known but its id can be tagged, too. */
  tag(): void;
  /** Asks for the focus on the title. */
  enter(): void;
}

/**
 * See `Reading`. How a page shows it, with components/reading/reading.css:
 *
 *     const reading = createReading({ reader, annotating }); // `annotating`: the page's own
 *     onChange((change) => void reading.changed(change), signal);
 *     void reading.show(id); // whenever another paper is selected; null: none
 *
 *     useObservable(reading); // and the page's own view: an edit is told by `annotating`
 *     <ReadingPane {...reading.state()} tagsInUse={tags} actions={reading} onSearch={search} onLeave={focusList} />
 *
 * `reading.write()`, `reading.tag()` and `reading.enter()` are what `n`, `t` and Tab in its list ask for.
 */
export function createReading({
  reader,
  annotating,
  loadParser = loadMarkdown,
}: ReadingDeps): Reading {
  const { subscribe, notify } = createObservers();
  const { listed } = annotating;
  const note = createNoteReading(loadParser, notify);
  let id: PaperId | null = null;
  let trouble: 'unknown' | 'failed' | null = null;
  let writing = false;
  let past: Pick<Parameters<typeof timeline>, 0 | 1> | null = null;
  let focus: ReadingState['focus'] = null;
  let turn = 0;
  /** The paper whose tags were asked for. */
  let wantsTags: PaperId | null = null;

  /** The page forgets papers that are out of sight in its list; this one is in sight. */
  let last: ListedPaper | null = null;

  function paper(): ListedPaper | null {
    if (id === null) return null;
    if (last?.id !== id) last = null;
    last = listed.get(id) ?? last;
    return last;
  }

  /** Reads a paper; what is known of it already is on show meanwhile. The newest reading wins. */
  async function read(wanted: PaperId): Promise<void> {
    turn += 1;
    const mine = turn;
    try {
      const [[row], [facts], [seen], deeds] = await Promise.all([
        reader.bookmarks([wanted]),
        reader.papers([wanted]),
        reader.history([wanted]),
        reader.eventsOf(wanted),
      ]);
      if (mine !== turn) return;
      if (row) listed.put(row.paper, row.annotation);
      else if (listed.get(wanted)) listed.store(wanted, null);
      else if (facts) listed.put(facts, null);
      else if (wantsTags === wanted) listed.put(nothingKnown(wanted), null);
      trouble = listed.get(wanted) ? null : 'unknown';
      past = [seen ?? null, deeds];
    } catch {
      if (mine !== turn) return;
      trouble = 'failed'; // said in the pane, which offers to try again
    }
    notify();
  }

  function ask(part: 'tags' | 'title'): void {
    focus = { part, turn: (focus?.turn ?? 0) + 1 };
    notify();
  }

  function patch(change: AnnotationPatch): void {
    if (id !== null) annotating.patch(id, change);
    notify();
  }

  return {
    subscribe,
    state() {
      const shown = paper();
      const known = shown ? 'ready' : (trouble ?? 'loading');
      return {
        phase: id === null ? 'none' : trouble === 'failed' && past === null ? 'failed' : known,
        listed: shown,
        note: note.of(writing ? '' : (shown?.annotation.note ?? '')),
        writing,
        timeline: past && timeline(past[0], past[1], shown?.annotation ?? null),
        focus,
      };
    },
    async show(next) {
      if (next === id) return;
      id = next;
      [trouble, past, writing] = [null, null, false];
      note.fold();
      notify();
      if (next === null) turn += 1;
      else await read(next);
    },
    async changed(change) {
      if (id !== null && (change === 'all' || change.includes(id))) await read(id);
    },
    async retry() {
      trouble = null;
      notify();
      if (id !== null) await read(id);
    },
    patch,
    takeStatus(status) {
      if (id !== null) annotating.takeStatus(id, status);
      notify();
    },
    remove() {
      if (id !== null) void annotating.remove(id);
    },
    write() {
      if (paper() === null) return;
      writing = true;
      notify();
    },
    stopWriting() {
      writing = false;
      notify();
    },
    tick(line, done) {
      const source = paper()?.annotation.note;
      if (source === undefined) return;
      patch({ note: note.ticked(source, line, done), noteWas: source });
    },
    showWholeNote: () => note.unfold(),
    tag() {
      wantsTags = id;
      if (id !== null && trouble === 'unknown') listed.put(nothingKnown(id), null);
      ask('tags');
    },
    enter: () => ask('title'),
  };
}

async function loadMarkdown(): Promise<Parse> {
  return (await import('../markdown/parse')).parseMarkdown;
}

import type { PaperEvent } from '../../lib/papers/events';
import type { SeenPaper } from '../../lib/store/reader';
import { type Annotating, createAnnotating } from '../../lib/views/annotating';
import { createNotices, type Notices } from '../../lib/views/notices';
import { createObservers, type Observable } from '../../lib/views/observable';
import { createReading, type Reading } from '../../lib/views/readingPane';
import type { FakeLibrary } from './library';

/** A reading pane's view over a library in memory, as a page joins the two. */
export interface ReadingStage {
  /** Tells of edits and notices. */
  page: Observable;
  reading: Reading;
  annotating: Annotating;
  notices: Notices;
  /** The history's papers and events, by paper. */
  seen: Map<string, SeenPaper>;
  events: Map<string, PaperEvent[]>;
}

/** See `ReadingStage`. */
export function readingOver(
  library: FakeLibrary,
  loadParser?: Parameters<typeof createReading>[0]['loadParser'],
): ReadingStage {
  const seen: ReadingStage['seen'] = new Map();
  const events: ReadingStage['events'] = new Map();
  const { subscribe, notify } = createObservers();
  const notices = createNotices(notify);
  const annotating = createAnnotating({
    send: library.send,
    now: () => new Date('2026-05-01T00:00:00Z'),
    notices,
    onChange: notify,
    onTouched: (ids) => reading.changed([...ids]),
    onEmptied: () => {},
    onHold: () => {},
    onPatch: () => {},
  });
  const reading = createReading({
    reader: {
      bookmarks: library.reader.bookmarks,
      papers: library.reader.papers,
      history: async (ids) => ids.flatMap((id) => seen.get(id) ?? []),
      eventsOf: async (id) => events.get(id) ?? [],
    },
    annotating,
    ...(loadParser ? { loadParser } : {}),
  });
  library.onChange = reading.changed;
  return { page: { subscribe }, reading, annotating, notices, seen, events };
}

import type { Change } from '../../lib/messages/announce';
import type { Send } from '../../lib/messages/delivery';
import { type Failure, type Result, success } from '../../lib/messages/result';
import {
  type Annotation,
  type AnnotationPatch,
  applyPatch,
  type BulkPatch,
  emptyAnnotation,
  isEmpty,
} from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import { deepEqual } from '../../lib/papers/deepEqual';
import type { PaperId } from '../../lib/papers/ids';
import { listedRank } from '../../lib/papers/list';
import type { Paper } from '../../lib/papers/paper';
import { rankTags } from '../../lib/store/tagCounts';
import type { PopupDeps } from '../../lib/views/popup';

/** A library in memory: what the database and the worker are to a page. */
export interface FakeLibrary {
  reader: PopupDeps['reader'];
  send: Send;
  /** Everything asked of the worker so far. */
  sent: { name: string; request: unknown }[];
  bookmarks: Map<PaperId, Bookmark>;
  /** Facts of papers that are no bookmarks. */
  history: Map<PaperId, Paper>;
  add(paper: Partial<Paper> & { id: PaperId }, annotation?: Partial<Annotation>): void;
  /** A change made elsewhere: by a card, in another tab. */
  change(id: PaperId, patch: AnnotationPatch): Promise<void>;
  /** Papers that are not for the reader. */
  dismissed: Set<PaperId>;
  /** What the next edits are answered with, instead of being carried out. */
  failWith: Failure | null;
  /** Reading throws. */
  broken: boolean;
  /** Answers wait until this resolves. */
  gate: Promise<void>;
  /** Who is told of changes. */
  onChange: (change: Change) => Promise<void> | void;
}

/** A library in memory. Its clock moves by a second with every edit. */
export function fakeLibrary(): FakeLibrary {
  let time = Date.parse('2026-04-16T08:00:00.000Z');
  const steps = new Map<number, { id: PaperId; before: Bookmark | undefined }[]>();
  const bookmarks = new Map<PaperId, Bookmark>();
  const now = (): string => {
    time += 1_000;
    return new Date(time).toISOString();
  };

  function put(id: PaperId, paper: Paper, annotation: Annotation): number {
    const step = steps.size + 1;
    steps.set(step, [{ id, before: bookmarks.get(id) }]);
    keep(paper, annotation);
    return step;
  }

  function keep(paper: Paper, annotation: Annotation): void {
    if (isEmpty(annotation)) {
      bookmarks.delete(paper.id);
      library.history.set(paper.id, paper);
    } else if (!deepEqual(bookmarks.get(paper.id)?.annotation, annotation)) {
      bookmarks.set(paper.id, { paper, annotation });
    }
  }

  function patch(id: PaperId, change: AnnotationPatch, facts?: Paper): [Annotation, number | null] {
    const before = bookmarks.get(id);
    const at = now();
    const paper = before?.paper ?? library.history.get(id) ?? facts;
    if (paper === undefined) throw new Error(`the library does not know ${id}`);
    const old = before?.annotation ?? emptyAnnotation(at);
    const annotation = applyPatch(old, change, at);
    const step = put(id, paper, annotation);
    return [annotation, change.note === undefined ? step : null];
  }

  function answer(name: string, request: Record<string, unknown>): unknown {
    const id = request['id'] as PaperId; // absent from `step.undo` alone, which does not use it
    if (name === 'annotation.patch') {
      const [annotation, undo] = patch(
        id,
        request['patch'] as AnnotationPatch,
        request['paper'] as Paper | undefined,
      );
      void library.onChange([id]);
      return { annotation, undo };
    }
    if (name === 'bookmark.remove') {
      const row = bookmarks.get(id);
      const undo = row ? put(id, row.paper, emptyAnnotation(now())) : null;
      void library.onChange([id]);
      return { undo };
    }
    if (name === 'paper.dismiss') {
      const dismissed = request['dismissed'] === true;
      if (dismissed) library.dismissed.add(id);
      else library.dismissed.delete(id);
      return { dismissed, undo: null };
    }
    if (name === 'annotations.patchMany' || name === 'bookmarks.removeMany') {
      return answerMany(request['ids'] as PaperId[], request['patch'] as BulkPatch | undefined);
    }
    const step = steps.get(request['step'] as number);
    if (step === undefined) throw new Error('no such step');
    for (const { id: changed, before } of step) {
      if (before) bookmarks.set(changed, before);
      else bookmarks.delete(changed);
    }
    const ids = step.map((one) => one.id);
    void library.onChange(ids);
    return { ids };
  }

  /** Changes many papers, or (without a patch) removes them, in one step. */
  function answerMany(ids: PaperId[], change: BulkPatch | undefined): unknown {
    const before = ids.map((id) => ({ id, before: bookmarks.get(id) }));
    const at = now();
    for (const id of ids) {
      const row = bookmarks.get(id);
      const paper = row?.paper ?? library.history.get(id);
      if (paper === undefined) continue;
      const old = row?.annotation ?? emptyAnnotation(at);
      keep(paper, change ? applyPatch(old, change, at) : emptyAnnotation(at));
    }
    const changed = before.filter((one) => one.before !== bookmarks.get(one.id));
    const undo = steps.size + 1;
    steps.set(undo, changed);
    void library.onChange(ids);
    return { changed: changed.length, missing: 0, undo: changed.length > 0 ? undo : null };
  }

  const read = async <T>(value: () => T): Promise<T> => {
    if (library.broken) throw new DOMException('broken', 'UnknownError');
    return structuredClone(value());
  };
  const rows = (): Bookmark[] => [...bookmarks.values()];
  const library: FakeLibrary = {
    sent: [],
    bookmarks,
    history: new Map(),
    dismissed: new Set(),
    failWith: null,
    broken: false,
    gate: Promise.resolve(),
    onChange: () => {},
    add({ id, ...facts }, annotation = {}) {
      const paper = { title: `Paper ${id}`, authors: [], ...facts, id };
      const said = { ...emptyAnnotation(now()), ...annotation };
      put(
        id,
        paper,
        annotation.starred === undefined
          ? { ...said, starred: true, starredAt: said.createdAt }
          : said,
      );
    },
    async change(id, change) {
      patch(id, change);
      await library.onChange([id]);
    },
    send: async (name, request) => {
      library.sent.push(structuredClone({ name, request }));
      await library.gate;
      if (library.failWith) return library.failWith;
      return success(answer(name, request)) as Result<never>; // one fake for all messages
    },
    reader: {
      first: (count) =>
        read(() =>
          rows()
            .sort((a, b) => listedRank(a) - listedRank(b))
            .slice(0, count),
        ),
      bookmarks: (ids) => read(() => ids.flatMap((id) => bookmarks.get(id) ?? [])),
      papers: (ids) =>
        read(() => ids.flatMap((id) => bookmarks.get(id)?.paper ?? library.history.get(id) ?? [])),
      dismissedOf: (ids) => read(() => new Set(ids.filter((id) => library.dismissed.has(id)))),
      count: () => read(() => bookmarks.size),
      tags: () =>
        read(() => {
          const counts = new Map<string, number>();
          for (const tag of rows().flatMap((row) => row.annotation.tags)) {
            counts.set(tag, (counts.get(tag) ?? 0) + 1);
          }
          return rankTags([...counts].map(([tag, count]) => ({ tag, count })));
        }),
    },
  };
  return library;
}

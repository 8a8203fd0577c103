import * as z from 'zod/mini';
import type { Annotation, AnnotationPatch } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import {
  annotationPatchSchema,
  bookmarkSchema,
  paperIdSchema,
  paperSchema,
} from '../papers/schemas';
import type { TagCount } from '../papers/tags';

/** Annotations by paper id; a paper without one is absent. */
export type Annotations = { [id in PaperId]?: Annotation };

/** How long and how much the history keeps; bookmarks are never evicted. */
export interface CachePolicy {
  maxAgeDays: number;
  maxPapers: number;
}

/** What an applied import did, in bookmarks. */
export interface ImportOutcome {
  added: number;
  merged: number;
  same: number;
}

/**
 * Every message between contexts: what is asked (`request`) and what comes back (`answer`).
 * Answers come after the transaction has committed.
 */
export interface Messages {
  /**
   * The cards that a tab shows now, in their order, and the facts of those not yet told; a paper that cannot be
   * read is null, so that one odd card does not stop the others. Empty ids: the tab shows no listing any more.
   */
  'page.show': {
    request: { listing: string; ids: PaperId[]; papers: (Paper | null)[] };
    answer: { annotations: Annotations };
  };
  /** Annotations of some papers. */
  'annotations.get': { request: { ids: PaperId[] }; answer: { annotations: Annotations } };
  /**
   * Changes parts of one annotation. `paper` is what the sender knows of the paper, for a database that does not (yet).
   * `undo` names the step to take back, null where nothing changed or the change was a note (typing has its own undo).
   */
  'annotation.patch': {
    request: { id: PaperId; patch: AnnotationPatch; paper?: Paper | undefined };
    answer: { annotation: Annotation; undo: number | null };
  };
  /** Tags in use, most used first; as many as completing needs. */
  'tags.list': { request: Record<never, never>; answer: { tags: TagCount[] } };
  /** Takes a bookmark out of the library, with its tags and its note. */
  'bookmark.remove': { request: { id: PaperId }; answer: { undo: number | null } };
  /** Takes one step back: parts that were changed again since keep the newer change. */
  'step.undo': { request: { step: number }; answer: { ids: PaperId[] } };
  /** Puts rows of an import aside; nothing is in the library before `import.apply`. `import` groups them. */
  'import.stage': {
    request: { import: string; bookmarks: Bookmark[] };
    answer: { staged: number };
  };
  /** Merges all staged rows into the library in one transaction: all or nothing. */
  'import.apply': { request: { import: string }; answer: ImportOutcome };
  /** Drops staged rows. */
  'import.abandon': { request: { import: string }; answer: { staged: number } };
  'cache.policy': { request: { policy: CachePolicy }; answer: { evicted: number } };
  /** Drops the history; bookmarks stay. */
  'cache.clear': { request: Record<never, never>; answer: { evicted: number } };
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N]['request'];
export type Answer<N extends MessageName> = Messages[N]['answer'];

/** `card`: a content script on a listing, and extension pages too. `page`: extension pages only. */
export type Sender = 'card' | 'page';

interface Rule<N extends MessageName> {
  from: Sender;
  request: z.ZodMiniType<Request<N>>;
}

/** Most cards a page may have; what is beyond is not annotated. */
const MOST_CARDS = 20_000;
const ids = z.array(paperIdSchema).check(z.maxLength(MOST_CARDS));
const importId = z.string().check(z.minLength(1), z.maxLength(100));
const nothing = z.strictObject({});

/** Who may send each message, and what it must look like. The worker enforces both (DESIGN rule 5). */
export const CONTRACT: { [N in MessageName]: Rule<N> } = {
  'page.show': {
    from: 'card',
    request: z.strictObject({
      listing: z.string().check(z.maxLength(2_000)),
      ids,
      papers: z.array(z.catch(z.nullable(paperSchema), null)).check(z.maxLength(MOST_CARDS)),
    }),
  },
  'annotations.get': { from: 'card', request: z.strictObject({ ids }) },
  'annotation.patch': {
    from: 'card',
    request: z.strictObject({
      id: paperIdSchema,
      patch: annotationPatchSchema,
      paper: z.optional(paperSchema),
    }),
  },
  'tags.list': { from: 'card', request: nothing },
  'bookmark.remove': { from: 'page', request: z.strictObject({ id: paperIdSchema }) },
  'step.undo': { from: 'page', request: z.strictObject({ step: z.int() }) },
  'import.stage': {
    from: 'page',
    request: z.strictObject({ import: importId, bookmarks: z.array(bookmarkSchema) }),
  },
  'import.apply': { from: 'page', request: z.strictObject({ import: importId }) },
  'import.abandon': { from: 'page', request: z.strictObject({ import: importId }) },
  'cache.policy': {
    from: 'page',
    request: z.strictObject({
      policy: z.strictObject({
        maxAgeDays: z.int().check(z.gte(1), z.lte(36_500)),
        maxPapers: z.int().check(z.gte(100), z.lte(1_000_000)),
      }),
    }),
  },
  'cache.clear': { from: 'page', request: nothing },
};

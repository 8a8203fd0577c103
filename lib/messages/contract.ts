import * as z from 'zod/mini';
import type { Annotation, AnnotationPatch } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import {
  annotationPatchSchema,
  annotationSchema,
  bookmarkSchema,
  paperIdSchema,
  paperSchema,
} from '../papers/schemas';
import type { TagCount } from '../papers/tags';
import { MOST_CARDS, MOST_STAGED } from './limits';

/** Annotations by paper id; a paper without one is absent. */
export type Annotations = { [id in PaperId]?: Annotation };

/** How long and how much the history keeps; bookmarks are never evicted. */
export interface CachePolicy {
  maxAgeDays: number;
  maxPapers: number;
}

/** What an applied import did, in bookmarks; `undo` names the step to take back, null where nothing changed. */
export interface ImportOutcome {
  added: number;
  merged: number;
  same: number;
  undo: number | null;
}

/**
 * Every message between contexts: what is asked (`request`) and what comes back (`answer`).
 * Answers come after the transaction has committed. Every message may be sent again when no answer came:
 * carried out twice, it does what it does once.
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
  /** Takes one step back: parts that were changed again since keep the newer change. `ids`: all papers of the step. */
  'step.undo': { request: { step: number }; answer: { ids: PaperId[] } };
  /**
   * Puts a part of an import aside; nothing is in the library before `import.apply`. `import` groups the parts, a part
   * with a number that was there already replaces it. `staged`: bookmarks in this part.
   */
  'import.stage': {
    request: { import: string; part: number; bookmarks: Bookmark[] };
    answer: { staged: number };
  };
  /** Merges all staged parts into the library, in the order of their numbers and in one transaction: all or nothing. */
  'import.apply': { request: { import: string }; answer: ImportOutcome };
  /** Drops staged parts. `staged`: bookmarks that were in them. */
  'import.abandon': { request: { import: string }; answer: { staged: number } };
  /** Sets how much the history keeps, and evicts what is beyond. */
  'cache.policy': { request: { policy: CachePolicy }; answer: { evicted: number } };
  /** Drops the history; bookmarks stay. */
  'cache.clear': { request: Record<never, never>; answer: { evicted: number } };
}

export type MessageName = keyof Messages;
export type Request<N extends MessageName> = Messages[N]['request'];
export type Answer<N extends MessageName> = Messages[N]['answer'];

/** `card`: a content script on a listing. `page`: an extension page. */
export type Sender = 'card' | 'page';

interface Rule<N extends MessageName> {
  from: readonly Sender[];
  request: z.ZodMiniType<Request<N>>;
  /** What `answers.ts` checks in few bytes; here in full, for tests. */
  answer: z.ZodMiniType<Answer<N>>;
}

const CARD = ['card'] as const;
const PAGE = ['page'] as const;
const BOTH = ['card', 'page'] as const;

const ids = z.array(paperIdSchema).check(z.maxLength(MOST_CARDS));
const importId = z.string().check(z.minLength(1), z.maxLength(100));
const nothing = z.strictObject({});
const count = z.int().check(z.nonnegative());
const step = z.int().check(z.positive());
const undo = z.nullable(step);
const annotations = z.object({ annotations: z.partialRecord(paperIdSchema, annotationSchema) });
const staged = z.object({ staged: count });
const evicted = z.object({ evicted: count });

/** How much the history may be told to keep. */
export const cachePolicySchema: z.ZodMiniType<CachePolicy> = z.strictObject({
  maxAgeDays: z.int().check(z.gte(1), z.lte(36_500)),
  maxPapers: z.int().check(z.gte(100), z.lte(1_000_000)),
});

/** Who may send each message, and what it must look like. The worker enforces both (DESIGN rule 5). */
export const CONTRACT: { [N in MessageName]: Rule<N> } = {
  // Extension pages show no cards.
  'page.show': {
    from: CARD,
    request: z.strictObject({
      listing: z.string().check(z.maxLength(2_000)),
      ids,
      papers: z.array(z.catch(z.nullable(paperSchema), null)).check(z.maxLength(MOST_CARDS)),
    }),
    answer: annotations,
  },
  'annotations.get': { from: BOTH, request: z.strictObject({ ids }), answer: annotations },
  'annotation.patch': {
    from: BOTH,
    request: z
      .strictObject({
        id: paperIdSchema,
        patch: annotationPatchSchema,
        paper: z.optional(paperSchema),
      })
      .check(z.refine(({ id, paper }) => paper === undefined || paper.id === id, 'another paper')),
    answer: z.object({ annotation: annotationSchema, undo }),
  },
  'tags.list': {
    from: BOTH,
    request: nothing,
    answer: z.object({ tags: z.array(z.object({ tag: z.string(), count })) }),
  },
  'bookmark.remove': {
    from: PAGE,
    request: z.strictObject({ id: paperIdSchema }),
    answer: z.object({ undo }),
  },
  'step.undo': { from: PAGE, request: z.strictObject({ step }), answer: z.object({ ids }) },
  'import.stage': {
    from: PAGE,
    request: z.strictObject({
      import: importId,
      part: count,
      bookmarks: z.array(bookmarkSchema).check(z.maxLength(MOST_STAGED)),
    }),
    answer: staged,
  },
  'import.apply': {
    from: PAGE,
    request: z.strictObject({ import: importId }),
    answer: z.object({ added: count, merged: count, same: count, undo }),
  },
  'import.abandon': {
    from: PAGE,
    request: z.strictObject({ import: importId }),
    answer: staged,
  },
  'cache.policy': {
    from: PAGE,
    request: z.strictObject({ policy: cachePolicySchema }),
    answer: evicted,
  },
  'cache.clear': { from: PAGE, request: nothing, answer: evicted },
};

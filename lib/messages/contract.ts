import * as z from 'zod/mini';
import { COPY_STYLES } from '../papers/copyStyle';
import { SEARCH_LIMITS } from '../papers/savedSearch';
import {
  annotationPatchSchema,
  annotationSchema,
  bulkPatchSchema,
  incomingSchema,
  paperIdSchema,
  paperSchema,
} from '../papers/schemas';
import { TAG_COLOURS } from '../papers/tagColours';
import { HISTORY_BOUNDS, type HistoryLimits } from '../settings/settings';
import { MOST_ADDRESS, MOST_CARDS, MOST_SECONDS, MOST_SELECTED, MOST_STAGED } from './limits';
import type { MessageName } from './messages';
import { aboutPapers, asks, marksSettings } from './pageSchemas';
import type { Rule } from './rules';
import { searchesAndColoursSchema, searchName, tag } from './shelfSchemas';
import { SYNC_RULES } from './syncSchemas';

export type * from './messages';
export type { Sender } from './rules';

const CARD = ['card'] as const;
const PAGE = ['page'] as const;
const BOTH = ['card', 'page'] as const;

const ids = z.array(paperIdSchema).check(z.maxLength(MOST_CARDS));
const importId = z.string().check(z.minLength(1), z.maxLength(100));
const nothing = z.strictObject({});
const job = importId;
const selected = z.array(paperIdSchema).check(z.maxLength(MOST_SELECTED));
const count = z.int().check(z.nonnegative());
const seconds = z.int().check(z.nonnegative(), z.lte(MOST_SECONDS));
const told = z.object({ told: z.literal(true) });
const step = z.int().check(z.positive());
const undo = z.nullable(step);
const annotations = z.object({ annotations: z.partialRecord(paperIdSchema, annotationSchema) });
const searches = z.object({ searches: count });
const bulk = z.object({ changed: count, missing: count, undo });
const staged = z.object({ staged: count });
const evicted = z.object({ evicted: count });
const isOfPaper = z.refine<{ id: string; paper?: { id: string } | undefined }>(
  ({ id, paper }) => paper === undefined || paper.id === id,
  'another paper',
);

/** How much the history may be told to keep. */
const historyLimits: z.ZodMiniType<HistoryLimits> = z.strictObject({
  maxAgeDays: whole(HISTORY_BOUNDS.maxAgeDays),
  maxPapers: whole(HISTORY_BOUNDS.maxPapers),
});

/** Who may send each message, and what it must look like. The worker enforces both (DESIGN rule 5). */
export const CONTRACT: { [N in MessageName]: Rule<N> } = {
  // Extension pages show no cards.
  'page.show': {
    from: CARD,
    request: z.strictObject({
      listing: z.string().check(z.maxLength(MOST_ADDRESS)),
      ids,
      papers: z.array(z.catch(z.nullable(paperSchema), null)).check(z.maxLength(MOST_CARDS)),
      from: z.optional(count),
      of: z.optional(count),
      asks,
    }),
    answer: aboutPapers,
  },
  'page.ask': { from: CARD, request: z.strictObject({ ids, asks }), answer: aboutPapers },
  // What extension pages show is not news.
  'papers.see': {
    from: CARD,
    request: z.strictObject({
      papers: z
        .array(z.strictObject({ id: paperIdSchema, seconds }))
        .check(z.maxLength(MOST_CARDS)),
    }),
    answer: told,
  },
  'marks.load': { from: CARD, request: nothing, answer: told },
  'marks.settings': {
    from: CARD,
    request: z.strictObject({ site: z.string().check(z.maxLength(MOST_ADDRESS)) }),
    answer: marksSettings,
  },
  'papers.unsee': { from: CARD, request: z.strictObject({ ids }), answer: told },
  'annotations.get': {
    from: BOTH,
    request: z.strictObject({ ids }),
    answer: annotations,
  },
  'annotation.patch': {
    from: BOTH,
    request: z
      .strictObject({
        id: paperIdSchema,
        patch: annotationPatchSchema,
        paper: z.optional(paperSchema),
      })
      .check(isOfPaper),
    answer: z.object({ annotation: annotationSchema, undo }),
  },
  'paper.dismiss': {
    from: BOTH,
    request: z
      .strictObject({ id: paperIdSchema, dismissed: z.boolean(), paper: z.optional(paperSchema) })
      .check(isOfPaper),
    answer: z.object({ dismissed: z.boolean(), undo }),
  },
  'paper.copy': {
    from: BOTH,
    request: z
      .strictObject({
        id: paperIdSchema,
        as: z.enum(COPY_STYLES),
        paper: z.optional(paperSchema),
      })
      .check(isOfPaper),
    answer: z.object({ text: z.string() }),
  },
  'tags.list': {
    from: BOTH,
    request: nothing,
    answer: z.object({ tags: z.array(z.object({ tag: z.string(), count })) }),
  },
  // Extension pages have their own editors.
  'editor.load': {
    from: CARD,
    request: nothing,
    answer: told,
  },
  'annotations.patchMany': {
    from: PAGE,
    request: z.strictObject({ job, ids: selected, patch: bulkPatchSchema }),
    answer: bulk,
  },
  'bookmarks.removeMany': {
    from: PAGE,
    request: z.strictObject({ job, ids: selected }),
    answer: bulk,
  },
  'trash.restore': { from: PAGE, request: z.strictObject({ job, ids: selected }), answer: bulk },
  'trash.empty': {
    from: PAGE,
    request: z.strictObject({ which: z.union([selected, z.literal('all')]) }),
    answer: z.object({ emptied: count }),
  },
  'tag.rename': {
    from: PAGE,
    request: z.strictObject({ job, from: tag, to: tag }),
    answer: bulk,
  },
  'tag.delete': { from: PAGE, request: z.strictObject({ job, tag }), answer: bulk },
  'tag.colour': {
    from: PAGE,
    request: z.strictObject({ tag, colour: z.nullable(z.enum(TAG_COLOURS)) }),
    answer: z.object({ undo }),
  },
  'search.save': {
    from: PAGE,
    request: z.strictObject({
      name: searchName,
      query: z.string().check(z.maxLength(SEARCH_LIMITS.query)),
    }),
    answer: searches,
  },
  'search.delete': {
    from: PAGE,
    request: z.strictObject({ name: searchName }),
    answer: searches,
  },
  'bookmark.remove': {
    from: PAGE,
    request: z.strictObject({ id: paperIdSchema }),
    answer: z.object({ undo }),
  },
  'paper.merge': {
    from: PAGE,
    request: z.strictObject({ from: paperIdSchema, into: paperIdSchema }),
    answer: z.object({ undo }),
  },
  'step.undo': { from: PAGE, request: z.strictObject({ step }), answer: z.object({ ids }) },
  'import.stage': {
    from: PAGE,
    request: z.strictObject({
      import: importId,
      part: count,
      bookmarks: z.array(incomingSchema).check(z.maxLength(MOST_STAGED)),
      shelves: z.optional(searchesAndColoursSchema),
    }),
    answer: staged,
  },
  'import.apply': {
    from: PAGE,
    request: z.strictObject({ import: importId }),
    answer: z.object({
      added: count,
      merged: count,
      same: count,
      searches: count,
      colours: count,
      undo,
    }),
  },
  'import.abandon': {
    from: PAGE,
    request: z.strictObject({ import: importId }),
    answer: staged,
  },
  'backup.settle': { from: PAGE, request: nothing, answer: z.object({ settled: z.boolean() }) },
  'library.startAnew': {
    from: PAGE,
    request: nothing,
    answer: z.object({ started: z.literal(true) }),
  },
  'cache.policy': {
    from: PAGE,
    request: z.strictObject({ policy: historyLimits }),
    answer: evicted,
  },
  'cache.clear': { from: PAGE, request: nothing, answer: evicted },
  ...SYNC_RULES,
};

function whole({ least, most }: { least: number; most: number }) {
  return z.int().check(z.gte(least), z.lte(most));
}

import * as z from 'zod/mini';
import { glanceSchema, paperIdSchema } from '../papers/schemas';
import { SEEN_CARDS } from '../settings/seenCards';
import { type AboutPaper, ASKABLE, type Asked } from './aboutPapers';
import type { MarksSettings } from './messages';

// What a page is told besides annotations, as it crosses the border.

/** What features ask for. */
export const asks = z.array(z.enum(ASKABLE)).check(z.maxLength(ASKABLE.length));

const label = z.object({
  sign: z.string(),
  colours: z.optional(z.array(z.string())),
  shown: z.string(),
  said: z.string(),
});
const aboutPaper: { [A in Asked]: z.ZodMiniType<AboutPaper[A]> } = {
  annotation: z.optional(glanceSchema),
  title: z.optional(z.string()),
  seen: z.optional(z.boolean()),
  dismissed: z.optional(z.boolean()),
  labels: z.optional(z.array(label)),
};
/** What they are told. */
export const aboutPapers = z.object({
  papers: z.partialRecord(paperIdSchema, z.object(aboutPaper)),
});

/** How the marks on a page are to be. */
export const marksSettings: z.ZodMiniType<MarksSettings> = z.object({
  remembers: z.boolean(),
  showsNew: z.boolean(),
  seenCards: z.nullable(z.enum(SEEN_CARDS)),
  singleKeys: z.boolean(),
});

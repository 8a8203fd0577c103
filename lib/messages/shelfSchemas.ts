import * as z from 'zod/mini';
import { PAPER_LIMITS } from '../papers/paper';
import { SEARCH_LIMITS } from '../papers/savedSearch';
import { paperIdSchema, timeSchema } from '../papers/schemas';
import { TAG_COLOURS } from '../papers/tagColours';
import { cleanTag, tagKey } from '../papers/tags';
import { MOST_STAGED } from './limits';

// What the library has besides bookmarks, as it crosses the border.

/** A tag that says something. */
export const tag = z.string().check(
  z.maxLength(100),
  z.refine((name) => cleanTag(name) !== '', 'no tag'),
);
/** The name of a saved search. */
export const searchName = z
  .string()
  .check(z.trim(), z.minLength(1), z.maxLength(SEARCH_LIMITS.name));
const savedSearchSchema = z.object({
  name: searchName,
  query: z.string().check(z.maxLength(SEARCH_LIMITS.query)),
  savedAt: timeSchema,
});
const colouredTagSchema = z
  .object({ key: z.string(), tag, colour: z.enum(TAG_COLOURS) })
  .check(z.refine(({ key, tag }) => key === tagKey(tag), 'not the key of its tag'));
const dismissedSchema = z.object({
  id: paperIdSchema,
  title: z.string().check(z.maxLength(PAPER_LIMITS.title)),
  dismissedAt: timeSchema,
});
/** What an import brings beside bookmarks. */
export const searchesAndColoursSchema = z.strictObject({
  dismissed: z.optional(z.array(dismissedSchema).check(z.maxLength(MOST_STAGED))),
  searches: z.array(savedSearchSchema).check(z.maxLength(MOST_STAGED)),
  colours: z.array(colouredTagSchema).check(z.maxLength(MOST_STAGED)),
});

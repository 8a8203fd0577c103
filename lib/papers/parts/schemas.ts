import * as z from 'zod/mini';
import { ANNOTATION_LIMITS, EDIT_LIMITS, type PartName, type PartValues, STATUSES } from './parts';
import type { AnnotationPatch } from './patches';

// Apart from `parts.ts`, which content scripts carry: zod is too large for them.

const tag = z.string().check(z.minLength(1), z.maxLength(EDIT_LIMITS.tag));
const editedTags = z.optional(z.array(tag).check(z.maxLength(EDIT_LIMITS.tags)));
const status = z.nullable(z.enum(STATUSES));
const note = z.string().check(z.maxLength(ANNOTATION_LIMITS.note));

/** What a value of each part is, as it crosses a border. */
export const PART_SCHEMAS: { readonly [P in PartName]: z.ZodMiniType<PartValues[P]> } = {
  starred: z.boolean(),
  status,
  tags: z.array(tag).check(z.maxLength(ANNOTATION_LIMITS.tags)),
  note,
};

/** What an edit of each part is; those that can be made to many papers at once. */
export const BULK_PATCH_FIELDS = {
  starred: z.optional(z.boolean()),
  status: z.optional(status),
  addTags: editedTags,
  removeTags: editedTags,
};

/** All of them. */
export const PATCH_FIELDS = {
  ...BULK_PATCH_FIELDS,
  note: z.optional(z.string().check(z.maxLength(EDIT_LIMITS.note))),
  noteWas: z.optional(note),
} satisfies Record<keyof AnnotationPatch, z.ZodMiniType>;

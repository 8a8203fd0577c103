import * as z from 'zod/mini';
import {
  ANNOTATION_LIMITS,
  type Annotation,
  type AnnotationPatch,
  type BulkPatch,
  EDIT_LIMITS,
  STATUSES,
} from './annotation';
import type { Bookmark, Incoming } from './bookmark';
import type { Glance } from './glance';
import { isPaperId, type PaperId } from './ids';
import { PAPER_LIMITS, type Paper, type Sources } from './paper';
import { isPublicationDate } from './publication';
import { FACTS, SOURCES } from './sources';
import { enteredTime } from './times';

// No generated code: an extension page's content security policy refuses `new Function`.
z.config({ jitless: true });

// Less zero is zero: JSON that is written knows no other.
const count = z.int().check(
  z.nonnegative(),
  z.overwrite((number) => number + 0),
);
const name = z.string().check(z.minLength(1), z.maxLength(PAPER_LIMITS.name));
/** A time of the library. */
export const timeSchema = z.iso.datetime().check(z.overwrite(enteredTime));

/** A canonical paper id. */
export const paperIdSchema = z.custom<PaperId>(isPaperId, 'not a paper id');

/** An http(s) address, nothing else: never `javascript:` or `data:`. */
export const webAddressSchema = z
  .string()
  .check(z.maxLength(PAPER_LIMITS.url), z.refine(isWebAddress, 'not an http(s) address'));

const source = z.optional(z.enum(SOURCES));
// Facts that only a newer version knows are dropped, as everywhere.
const sources: z.ZodMiniType<Sources> = z.object(
  Object.fromEntries(FACTS.map((fact) => [fact, source])),
);

/** Facts of a paper, as they cross a border. Unknown fields are dropped. */
export const paperSchema: z.ZodMiniType<Paper> = z.object({
  id: paperIdSchema,
  title: z.string().check(z.minLength(1), z.maxLength(PAPER_LIMITS.title)),
  abstract: z.optional(z.string().check(z.maxLength(PAPER_LIMITS.abstract))),
  authors: z.array(name).check(z.maxLength(PAPER_LIMITS.authors)),
  authorCount: z.optional(count),
  moreAuthors: z.optional(z.boolean()),
  familyNames: z.optional(z.record(name, name)),
  organization: z.optional(z.object({ name, fullname: z.optional(name) })),
  publishedAt: z.optional(z.string().check(z.refine(isPublicationDate, 'not a date'))),
  upvotes: z.optional(count),
  comments: z.optional(count),
  githubRepo: z.optional(webAddressSchema),
  githubStars: z.optional(count),
  projectPage: z.optional(webAddressSchema),
  keywords: z.optional(z.array(name).check(z.maxLength(PAPER_LIMITS.keywords))),
  sources: z.optional(sources),
});

const tag = z.string().check(z.minLength(1), z.maxLength(EDIT_LIMITS.tag));
const editedTags = z.array(tag).check(z.maxLength(EDIT_LIMITS.tags));
const status = z.nullable(z.enum(STATUSES));

const annotation = {
  starred: z.boolean(),
  starredAt: z.nullable(timeSchema),
  status,
  statusAt: z.nullable(timeSchema),
  tags: z.array(tag).check(z.maxLength(ANNOTATION_LIMITS.tags)),
  tagsAt: z.nullable(timeSchema),
  note: z.string().check(z.maxLength(ANNOTATION_LIMITS.note)),
  noteAt: z.nullable(timeSchema),
  createdAt: timeSchema,
};

/** An annotation, as it crosses a border. */
export const annotationSchema: z.ZodMiniType<Annotation> = z.object(annotation);

/** What a card shows of an annotation, as it crosses a border. */
export const glanceSchema: z.ZodMiniType<Annotation & Glance> = z.object({
  ...annotation,
  more: z.optional(count),
});

const bulkPatch = {
  starred: z.optional(z.boolean()),
  status: z.optional(status),
  addTags: z.optional(editedTags),
  removeTags: z.optional(editedTags),
};

/** A change to many annotations, as it crosses a border. */
export const bulkPatchSchema: z.ZodMiniType<BulkPatch> = z.strictObject(bulkPatch);

/** A change to an annotation, as it crosses a border. */
export const annotationPatchSchema: z.ZodMiniType<AnnotationPatch> = z.strictObject({
  ...bulkPatch,
  note: z.optional(z.string().check(z.maxLength(EDIT_LIMITS.note))),
  noteWas: z.optional(z.string().check(z.maxLength(ANNOTATION_LIMITS.note))),
});

const bookmark = {
  paper: paperSchema,
  annotation: annotationSchema,
  extra: z.optional(z.record(z.string(), z.unknown())),
};

/** A bookmark, as it crosses a border. */
export const bookmarkSchema: z.ZodMiniType<Bookmark> = z.object(bookmark);

/** A bookmark of an import, as it crosses a border. */
export const incomingSchema: z.ZodMiniType<Incoming> = z.object({
  ...bookmark,
  isImplied: z.optional(z.boolean()),
});

function isWebAddress(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
}

import * as z from 'zod/mini';
import type { Annotation, AnnotationPatch, BulkPatch } from './annotation';
import type { Bookmark, Incoming } from './bookmark';
import type { Glance } from './glance';
import { isPaperId, type PaperId } from './ids';
import { PAPER_LIMITS, type Paper, type Sources } from './paper';
import { forTimes } from './parts/parts';
import { BULK_PATCH_FIELDS, PART_SCHEMAS, PATCH_FIELDS } from './parts/schemas';
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

const version = z.int().check(z.gte(1), z.lte(PAPER_LIMITS.version));
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
  venue: z.optional(name),
  keywords: z.optional(z.array(name).check(z.maxLength(PAPER_LIMITS.keywords))),
  version: z.optional(version),
  versionRead: z.optional(version),
  withdrawn: z.optional(z.boolean()),
  sources: z.optional(sources),
});

const time = z.nullable(timeSchema);
const annotation = {
  ...PART_SCHEMAS,
  ...forTimes(() => time),
  createdAt: timeSchema,
};

/** An annotation, as it crosses a border. */
export const annotationSchema: z.ZodMiniType<Annotation> = z.object(annotation);

/** What a card shows of an annotation, as it crosses a border. */
export const glanceSchema: z.ZodMiniType<Annotation & Glance> = z.object({
  ...annotation,
  more: z.optional(count),
});

/** A change to many annotations, as it crosses a border. */
export const bulkPatchSchema: z.ZodMiniType<BulkPatch> = z.strictObject(BULK_PATCH_FIELDS);

/** A change to an annotation, as it crosses a border. */
export const annotationPatchSchema: z.ZodMiniType<AnnotationPatch> = z.strictObject(PATCH_FIELDS);

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

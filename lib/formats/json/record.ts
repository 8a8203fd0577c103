import { ANNOTATION_FIELDS, updatedAt } from '../../papers/annotation';
import type { Bookmark } from '../../papers/bookmark';
import { paperLinks } from '../../papers/ids';
import { FORBIDDEN_FIELD, KNOWN_FIELDS, KNOWN_PARTS } from './envelope';

/** A bookmark as one flat record, its fields in the order they are written: known ones first, then unknown ones by name. */
export function toRecord(bookmark: Bookmark): Record<string, unknown> {
  const { paper, annotation, extra = {} } = bookmark;
  const { page, abs, pdf, huggingFace } = paperLinks(paper.id);
  const known: [string, unknown][] = Object.entries({
    id: paper.id,
    url: page,
    title: paper.title,
    authors: paper.authors,
    authorCount: paper.authorCount,
    moreAuthors: paper.moreAuthors,
    familyNames: paper.familyNames,
    abstract: paper.abstract,
    organization: withUnknown('organization', paper.organization, extra),
    publishedAt: paper.publishedAt,
    upvotes: paper.upvotes,
    comments: paper.comments,
    githubRepo: paper.githubRepo,
    githubStars: paper.githubStars,
    projectPage: paper.projectPage,
    venue: paper.venue,
    keywords: paper.keywords,
    version: paper.version,
    versionRead: paper.versionRead,
    withdrawn: paper.withdrawn,
    sources: withUnknown('sources', paper.sources, extra),
    links: withUnknown('links', { abs, pdf, huggingFace, code: paper.githubRepo }, extra),
    ...Object.fromEntries(ANNOTATION_FIELDS.map((field) => [field, annotation[field]])),
    updatedAt: updatedAt(annotation),
  });
  const unknown = sortedEntries(extra).filter(
    ([name]) => !KNOWN_FIELDS.has(name) && name !== FORBIDDEN_FIELD,
  );
  return Object.fromEntries([...known, ...unknown]);
}

/** Fields of a record that this version does not know, or undefined if there are none. */
export function unknownFields(record: object): Record<string, unknown> | undefined {
  const unknown: [string, unknown][] = [];
  for (const [name, value] of Object.entries(record)) {
    if (KNOWN_PARTS.has(name)) {
      const parts = unknownParts(name, value);
      if (parts.length > 0) unknown.push([name, Object.fromEntries(parts)]);
    } else if (!KNOWN_FIELDS.has(name) && name !== FORBIDDEN_FIELD) {
      unknown.push([name, value]);
    }
  }
  return unknown.length === 0 ? undefined : Object.fromEntries(unknown);
}

/** An object field with the unknown parts that an import brought; undefined stays undefined if there are none. */
function withUnknown(name: string, value: object | undefined, extra: object): object | undefined {
  const kept = Object.entries(extra).find(([field]) => field === name)?.[1];
  const parts = unknownParts(name, kept);
  if (parts.length === 0) return value;
  return Object.fromEntries([...Object.entries(value ?? {}), ...parts]);
}

function unknownParts(name: string, value: unknown): [string, unknown][] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const known = KNOWN_PARTS.get(name) ?? [];
  return sortedEntries(value).filter(([part]) => !known.includes(part) && part !== FORBIDDEN_FIELD);
}

function sortedEntries(value: object): [string, unknown][] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

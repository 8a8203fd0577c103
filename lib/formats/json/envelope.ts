import { ANNOTATION_FIELDS } from '../../papers/annotation';
import type { DismissedPaper } from '../../papers/dismissed';
import type { PaperLinks } from '../../papers/ids';
import type { Organization } from '../../papers/paper';
import type { SavedSearch } from '../../papers/savedSearch';
import { FACTS } from '../../papers/sources';
import type { TagColour } from '../../papers/tagColours';

/** What an exported file says it is. */
export const FORMAT = 'asterism-library';

/** The version of the file format that is written; older ones are migrated, newer ones refused. */
export const VERSION = 1;

/** The `$schema` of version 1, published as docs/schema/library-1.schema.json. */
export const SCHEMA = `urn:asterism:library:${VERSION}`;

/** What an export says about itself. */
export interface ExportMeta {
  /** ISO 8601, UTC. */
  exportedAt: string;
  app: { name: string; version: string };
  /** The reader's saved searches and the colours of tags; only the JSON file has room for them. */
  searches?: readonly SavedSearch[];
  tagColours?: readonly TagWithColour[];
  /** Papers that are not for the reader: no bookmarks. */
  dismissed?: readonly DismissedPaper[];
  /** The reader's settings by name, as far as they are not this browser's own. */
  settings?: Readonly<Record<string, unknown>>;
}

/** A tag's colour as a file says it; the tag's key is made from its text. */
export interface TagWithColour {
  tag: string;
  colour: TagColour;
}

/** Facts of a paper in a record; they can be read again from a site, so a bad one is left out, and the row stays. */
export const FACT_FIELDS = [
  'authors',
  'authorCount',
  'moreAuthors',
  'familyNames',
  'abstract',
  'organization',
  'publishedAt',
  'upvotes',
  'comments',
  'githubRepo',
  'githubStars',
  'projectPage',
  'venue',
  'keywords',
  'version',
  'versionRead',
  'withdrawn',
  'sources',
] as const;

/** Fields for other programs, made from the rest; an import does not read them. */
export const DERIVED_FIELDS = ['url', 'links', 'updatedAt'] as const;

/** Every field that this version knows. Whatever else a record has is kept as it is (`Bookmark.extra`). */
export const KNOWN_FIELDS: ReadonlySet<string> = new Set([
  'id',
  'title',
  ...FACT_FIELDS,
  ...ANNOTATION_FIELDS,
  ...DERIVED_FIELDS,
]);

/** Fields that are objects, with what is known inside them; unknown parts are kept too. */
export const KNOWN_PARTS: ReadonlyMap<string, readonly string[]> = new Map<
  string,
  readonly string[]
>([
  ['organization', ['name', 'fullname'] satisfies (keyof Organization)[]],
  ['sources', FACTS],
  ['links', ['abs', 'pdf', 'huggingFace', 'code'] satisfies (keyof PaperLinks | 'code')[]],
]);

/** Name that no record may have: it would mean an object's prototype to careless code. */
export const FORBIDDEN_FIELD = '__proto__';

import type { Meeting, SearchDocument } from '../search/document';
import type { Segment } from '../search/segment';
import type { IndexState, PartName } from '../search/source';
import type { BookmarkRow, SeenRow } from './rows';

/** The parts of a segment that are stored, and so read, each by itself. */
export const PARTS = {
  ids: ['count', 'ids'],
  terms: ['terms', 'postingsAt', 'postings'],
  columns: [
    'numbers',
    'flags',
    'years',
    'organizations',
    'organizationOf',
    'tags',
    'tagsAt',
    'tagsOf',
  ],
  titles: ['titles', 'titleOf'],
} as const satisfies Record<PartName, (keyof Segment)[]>;

/** One part of a segment. */
export interface SegmentPart {
  number: number;
  part: PartName;
  data: Partial<Segment>;
}

/** The search index: its one row is what a commit changes. */
export interface IndexStateRow extends IndexState {
  id: 1;
}

/** The index before its first commit. */
export const NO_INDEX: IndexState = { version: 0, through: 0, segments: [] };

/** Listings have no other site yet. */
const SITES = ['Hugging Face'];

/** What a search looks through of a paper's rows, or null where it has none. */
export function toDocument(
  bookmark: BookmarkRow | undefined,
  row: SeenRow | undefined,
): SearchDocument | null {
  const paper = bookmark?.paper ?? row?.paper;
  if (paper === undefined) return null;
  const seen: Meeting | null = row
    ? { firstSeenAt: row.firstSeenAt, lastSeenAt: row.lastSeenAt, sites: SITES }
    : null;
  return { id: paper.id, paper, annotation: bookmark?.annotation ?? null, seen };
}

import type { Meeting, SearchDocument } from '../search/document';
import type { Segment } from '../search/index/segment';
import type { IndexState, PartName, Parts } from '../search/index/source';
import type { BookmarkRow, SeenRow } from './rows';

/** One part of a segment. */
export interface SegmentPart<P extends PartName = PartName> {
  number: number;
  part: P;
  data: Parts[P];
}

/** A segment in the parts that are stored, and so read, each by itself. */
export function partsOf(segment: Segment): [PartName, Parts[PartName]][] {
  const { count, ids, terms, postingsAt, postings, titles, titleOf, ...rest } = segment;
  const { places, placesAt, ...columns } = rest;
  return [
    ['ids', { count, ids }],
    ['terms', { terms, postingsAt, postings }],
    ['columns', columns],
    ['titles', { titles, titleOf }],
    ['places', { places, placesAt }],
  ];
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

import type { Meeting, SearchDocument } from '../search/document';
import type { Segment } from '../search/index/segment';
import type { IndexState, PartName, Parts } from '../search/index/source';
import { SITES, siteOf } from '../sites/sites';
import {
  type BookmarkRow,
  type DismissedRow,
  type HistoryRow,
  nothingKnown,
  type PaperRow,
} from './rows';

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

/** What a search looks through of a paper's rows, or null where it is neither in the library nor in the history, nor dismissed. */
export function toDocument(
  bookmark: BookmarkRow | undefined,
  seen: HistoryRow | undefined,
  facts: PaperRow | undefined,
  dismissed?: DismissedRow,
): SearchDocument | null {
  const id = bookmark?.id ?? seen?.id ?? dismissed?.id;
  if (id === undefined) return null;
  return {
    id,
    paper: facts?.paper ?? nothingKnown(id),
    annotation: bookmark?.annotation ?? null,
    seen: seen ? meetingOf(seen) : null,
    ...(dismissed ? { dismissed: true } : {}),
  };
}

function meetingOf({ firstSeenAt, firstSeenOn, lastSeenAt, lastSeenOn }: HistoryRow): Meeting {
  const sites = [firstSeenOn, lastSeenOn].flatMap((address) => siteNameOf(address) ?? []);
  return { firstSeenAt, lastSeenAt, sites: [...new Set(sites)] };
}

function siteNameOf(address: string): string | null {
  const site = URL.canParse(address) ? siteOf(new URL(address)) : null;
  return site && SITES[site].name;
}

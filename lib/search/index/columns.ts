import { STATUSES } from '../../papers/annotation';
import { listedAt } from '../../papers/bookmark';
import { fold } from '../../papers/caseFolding';
import type { SearchDocument } from '../document';
import { FLAGS, type NumberColumn, UNKNOWN } from './segment';

const DAY = 86_400_000;

/** What a document is sorted and narrowed by. */
export function numbersOf({
  paper,
  annotation,
  seen,
}: SearchDocument): Record<NumberColumn, number> {
  const listed = annotation === null ? undefined : listedAt({ annotation });
  return {
    listed: timeOf(listed),
    met: timeOf(seen?.firstSeenAt),
    published: dayOf(paper.publishedAt),
    seen: timeOf(seen?.lastSeenAt),
    upvotes: paper.upvotes === undefined ? UNKNOWN : Math.min(paper.upvotes, 2 ** 31 - 1),
  };
}

/** What is said in one bit each (`FLAGS`). */
export function flagsOf({ paper, annotation, seen, dismissed }: SearchDocument): number {
  const status = annotation?.status ?? null;
  return (
    (status === null ? 0 : STATUSES.indexOf(status) + 1) |
    (annotation?.starred === true ? FLAGS.starred : 0) |
    (annotation !== null && annotation.note.trim() !== '' ? FLAGS.noted : 0) |
    (annotation === null ? 0 : FLAGS.bookmarked) |
    (seen === null && !dismissed ? 0 : FLAGS.seen) |
    precisionOf(paper.publishedAt)
  );
}

function precisionOf(date: string | undefined): number {
  if (date === undefined || date.length === 'YYYY-MM-DD'.length) return 0;
  return date.length === 'YYYY'.length ? FLAGS.year : FLAGS.month;
}

/** The last day that a date may be of which the first and the precision are kept; all in days since 1970. */
export function lastDayOf(first: number, flags: number): number {
  if ((flags & (FLAGS.year | FLAGS.month)) === 0) return first;
  const next = new Date(first * DAY);
  if ((flags & FLAGS.year) !== 0) next.setUTCFullYear(next.getUTCFullYear() + 1);
  else next.setUTCMonth(next.getUTCMonth() + 1);
  return next.getTime() / DAY - 1;
}

/** Year of publication, 0 where it is not known. */
export function yearOf({ paper }: SearchDocument): number {
  return Number(paper.publishedAt?.slice(0, 4) ?? 0) || 0;
}

/** What a title sorts by: as the reading list sorts it. */
export function titleKey({ paper }: SearchDocument): string {
  return fold(paper.title).replace(/^[^\p{L}\p{N}]+/u, '');
}

/** An organization's name as a facet shows it; empty where there is none. */
export function organizationOf({ paper: { organization } }: SearchDocument): string {
  return organization?.fullname ?? organization?.name ?? '';
}

function timeOf(time: string | undefined): number {
  return time === undefined ? UNKNOWN : Date.parse(time) || UNKNOWN;
}

/** A date's first day, in days since 1970. */
export function dayOf(date: string | undefined): number {
  const time = timeOf(date);
  return time === UNKNOWN ? UNKNOWN : Math.floor(time / DAY);
}

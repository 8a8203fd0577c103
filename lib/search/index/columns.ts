import { STATUSES } from '../../papers/annotation';
import { listedAt } from '../../papers/bookmark';
import { fold } from '../../papers/fold';
import type { SearchDocument } from '../document';
import { FLAGS, type NumberColumn, UNKNOWN } from './segment';

/** What a document is sorted and narrowed by. */
export function numbersOf({
  paper,
  annotation,
  seen,
}: SearchDocument): Record<NumberColumn, number> {
  const listed = annotation === null ? undefined : listedAt({ paper, annotation });
  return {
    listed: timeOf(listed),
    met: timeOf(seen?.firstSeenAt),
    published: dayOf(paper.publishedAt),
    seen: timeOf(seen?.lastSeenAt),
    upvotes: paper.upvotes === undefined ? UNKNOWN : Math.min(paper.upvotes, 2 ** 31 - 1),
  };
}

/** What its annotation says in one bit each. */
export function flagsOf({ annotation, seen }: SearchDocument): number {
  const status = annotation?.status ?? null;
  return (
    (status === null ? 0 : STATUSES.indexOf(status) + 1) |
    (annotation?.starred === true ? FLAGS.starred : 0) |
    (annotation !== null && annotation.note.trim() !== '' ? FLAGS.noted : 0) |
    (annotation === null ? 0 : FLAGS.bookmarked) |
    (seen === null ? 0 : FLAGS.seen)
  );
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

function dayOf(day: string | undefined): number {
  const time = timeOf(day);
  return time === UNKNOWN ? UNKNOWN : Math.floor(time / 86_400_000);
}

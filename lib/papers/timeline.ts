import type { Annotation, Status } from './annotation';

/** Something that happened to a paper. Times are ISO 8601, UTC; `on` is the address of the page. */
export type TimelineEntry =
  | { kind: 'firstSeen' | 'lastSeen'; at: string; on: string }
  | { kind: 'starred' | 'unstarred' | 'removed' | 'restored'; at: string }
  | { kind: 'status'; at: string; status: Status | null };

/** When a paper was shown, and the addresses of the pages: they say on which site, too. */
export interface Sightings {
  firstSeenAt: string;
  firstSeenOn: string;
  lastSeenAt: string;
  lastSeenOn: string;
}

/** What two machines said at the same time, and what became of it. `back`: removed on one, annotated on the other. */
export type SyncConflict =
  | { kind: 'status'; other: Status | null }
  | { kind: 'notes' }
  | { kind: 'back' };

/** What the reader did at one time. */
export interface Deed {
  at: string;
  /** The machine on which that was, where it was another one. */
  machine?: string;
  /** Something else that was said at the same time. */
  conflict?: SyncConflict;
  starred?: boolean;
  status?: Status | null;
  trashed?: boolean;
}

/**
 * What happened to a paper, the latest first. Stars and statuses that no deed tells of (imports bring them) are told
 * by their own times.
 */
export function timeline(
  seen: Sightings | null,
  deeds: readonly Deed[],
  annotation: Annotation | null,
): TimelineEntry[] {
  const told = deeds.flatMap(toldBy);
  const times = new Set(told.map(({ kind, at }) => `${kind} ${at}`));
  const all = [
    ...told,
    ...(annotation ? saidBy(annotation) : []).filter(({ kind, at }) => !times.has(`${kind} ${at}`)),
    ...(seen ? sightings(seen) : []),
  ];
  return all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function toldBy({ at, starred, status, trashed }: Deed): TimelineEntry[] {
  return [
    ...(status === undefined ? [] : [{ kind: 'status' as const, at, status }]),
    ...(starred === undefined
      ? []
      : [{ kind: starred ? ('starred' as const) : ('unstarred' as const), at }]),
    ...(trashed === undefined
      ? []
      : [{ kind: trashed ? ('removed' as const) : ('restored' as const), at }]),
  ];
}

function saidBy({ starred, starredAt, status, statusAt }: Annotation): TimelineEntry[] {
  return [
    ...(status !== null && statusAt !== null
      ? [{ kind: 'status' as const, at: statusAt, status }]
      : []),
    ...(starred && starredAt !== null ? [{ kind: 'starred' as const, at: starredAt }] : []),
  ];
}

function sightings({
  firstSeenAt,
  firstSeenOn,
  lastSeenAt,
  lastSeenOn,
}: Sightings): TimelineEntry[] {
  const first: TimelineEntry = { kind: 'firstSeen', at: firstSeenAt, on: firstSeenOn };
  if (lastSeenAt === firstSeenAt) return [first];
  return [{ kind: 'lastSeen', at: lastSeenAt, on: lastSeenOn }, first];
}

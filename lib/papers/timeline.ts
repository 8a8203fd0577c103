import type { Annotation, Status } from './annotation';

/**
 * Something that happened to a paper. Times are ISO 8601, UTC; `on` is the address of the page, `machine` the name of
 * the one on which it happened, where that was another one.
 */
export type TimelineEntry =
  | { kind: 'firstSeen' | 'lastSeen'; at: string; on: string }
  | { kind: 'starred' | 'unstarred' | 'removed' | 'restored'; at: string; machine?: string }
  | { kind: 'status'; at: string; machine?: string; status: Status | null }
  | { kind: 'tags' | 'note'; at: string; machine: string }
  | ToldConflict;

/** Two machines said something else at the same time. `isOpen`: nothing was decided about that since. */
export interface ToldConflict {
  kind: 'conflict';
  at: string;
  machine: string;
  conflict: SyncConflict;
  isOpen: boolean;
}

/** When a paper was shown, and the addresses of the pages: they say on which site, too. */
export interface Sightings {
  firstSeenAt: string;
  firstSeenOn: string;
  lastSeenAt: string;
  lastSeenOn: string;
}

/**
 * What two machines said at the same time, and what became of it. `by`: the name of the machine that said the status
 * which is not shown. `back`: removed on one, annotated on the other.
 */
export type SyncConflict =
  | { kind: 'status'; other: Status | null; by: string }
  | { kind: 'notes' }
  | { kind: 'back' };

/** What the reader did at one time. */
export interface Deed {
  at: string;
  /** The machine on which that was, where it was another one. */
  machine?: string;
  /** Something else that was said at the same time. */
  conflict?: SyncConflict;
  /** What else another machine changed: a paper's history has no other trace of it. */
  came?: readonly ('tags' | 'note')[];
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
  const said = annotation ? saidBy(annotation) : [];
  const joined = new Set(deeds.flatMap((deed) => (deed.conflict?.kind === 'notes' ? deed.at : [])));
  const told = atTheirTimes(
    // Two notes that were joined tell that the note is another one.
    deeds.flatMap(toldBy).filter(({ kind, at }) => kind !== 'note' || !joined.has(at)),
    said,
  );
  const times = new Set(told.map(({ kind, at }) => `${kind} ${at}`));
  const all = [
    ...told,
    ...said.filter(({ kind, at }) => !times.has(`${kind} ${at}`)),
    ...(seen ? sightings(seen) : []),
    ...conflictsIn(deeds),
  ];
  return all.sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
}

function toldBy(deed: Deed): TimelineEntry[] {
  const { at, starred, status, trashed, machine, came = [] } = deed;
  const told = { at, ...(machine !== undefined && { machine }) };
  return [
    ...came.map((kind) => ({ ...told, kind, machine: machine ?? '' })),
    ...(status === undefined ? [] : [{ ...told, kind: 'status' as const, status }]),
    ...(starred === undefined
      ? []
      : [{ ...told, kind: starred ? ('starred' as const) : ('unstarred' as const) }]),
    ...(trashed === undefined
      ? []
      : [{ ...told, kind: trashed ? ('removed' as const) : ('restored' as const) }]),
  ];
}

/** What came last from another machine has the time at which it was said there, not that at which it came. */
function atTheirTimes(told: readonly TimelineEntry[], said: readonly TimelineEntry[]) {
  return told.map((entry, index) => {
    const own = said.find(({ kind }) => kind === entry.kind);
    const isLast = !told.slice(index + 1).some(({ kind }) => kind === entry.kind);
    return own && isLast && 'machine' in entry ? { ...entry, at: own.at } : entry;
  });
}

/** Conflicts, each with whether the reader has said something about it since. */
function conflictsIn(deeds: readonly Deed[]): ToldConflict[] {
  return deeds.flatMap(({ at, machine = '', conflict }, index) => {
    if (conflict === undefined) return [];
    const isOpen = !deeds.slice(index + 1).some((later) => decides(later, conflict));
    return [{ kind: 'conflict', at, machine, conflict, isOpen }];
  });
}

function decides({ status, trashed, conflict: next }: Deed, { kind }: SyncConflict): boolean {
  if (next?.kind === kind) return true;
  return kind === 'status' ? status !== undefined : kind === 'back' && trashed !== undefined;
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

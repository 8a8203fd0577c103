import type { CameFrom } from '../../messages/syncMessages';
import { deepEqual } from '../../papers/deepEqual';
import type { PaperEvent } from '../../papers/events';
import { isPaperId, type PaperId } from '../../papers/ids';
import { PART_NAMES } from '../../papers/parts/parts';
import type { SyncConflict } from '../../papers/timeline';
import { type Dot, partsOf } from '../../sync/dots';
import type { Batch, Element, PaperHere } from '../../sync/elements';
import { PART_VALUES } from '../../sync/registers';
import type { KnownBase } from '../../sync/store';
import type { AsterismDatabase } from '../database';
import { addEvents } from '../events';
import type { Turn } from '../writeRows';
import { NO_STEP } from './papersHere';
import type { CameRow, KnownMachine } from './rows';
import type { SyncState } from './state';

/** Things that came which are kept to be shown. */
const MOST = 200;

/** From how many papers on that came at once they are counted, and not listed. */
const COUNTED = 50;

/** The machines that are known, with what bases call those of which nothing else came. */
export function withNames(
  machines: ReadonlyMap<string, KnownMachine>,
  bases: Iterable<KnownBase>,
): ReadonlyMap<string, KnownMachine> {
  const next = new Map(machines);
  for (const [id, name] of [...bases].flatMap(({ names }) => [...(names ?? [])])) {
    const known = next.get(id);
    if (!known?.name) next.set(id, { ...known, name, at: known?.at ?? '' });
  }
  return next.size === machines.size && [...next].every(([id, one]) => machines.get(id) === one)
    ? machines
    : next;
}

/** The machines that are known, after a batch of one of them. */
export function withWriter(
  machines: ReadonlyMap<string, KnownMachine>,
  { dot, by, at }: Batch,
): ReadonlyMap<string, KnownMachine> {
  const { machine } = partsOf(dot);
  const known = machines.get(machine);
  return new Map(machines).set(machine, { ...known, name: by ?? known?.name ?? '', at });
}

/** The name of the machine whose id begins a dot: this one, or one that is known; empty where it has none. */
export type NameOf = (dot: Dot) => string;

/** See `NameOf`. */
export function namesIn({ own, machines }: Pick<SyncState, 'own' | 'machines'>): NameOf {
  return (dot) => {
    const { machine } = partsOf(dot);
    return machine === own.machine ? own.name : (machines.get(machine)?.name ?? '');
  };
}

/** What a machine's words did here, for the list of what came. Very many are counted. */
export function cameWith(
  by: string,
  turns: readonly Turn[],
  before: ReadonlyMap<string, PaperHere>,
  after: readonly PaperHere[],
  at: string,
  nameOf: NameOf,
): Omit<CameRow, 'seq'>[] {
  const changed = new Map(turns.map((turn) => [turn.id, turn]));
  const rows = after.flatMap((paper): Omit<CameRow, 'seq'>[] => {
    const { id } = paper;
    if (!isPaperId(id)) return [];
    const turn = changed.get(id);
    const parts = turn ? partsBetween(turn) : [];
    const conflict = conflictOf(before.get(id), paper, nameOf);
    if (parts.length === 0 && conflict === null) return [];
    const row = { at, machine: by, paperId: id, parts };
    return [conflict ? { ...row, conflict } : row];
  });
  return counted(rows);
}

/** One row for all that are no conflicts, where they are very many. */
function counted(rows: Omit<CameRow, 'seq'>[]): Omit<CameRow, 'seq'>[] {
  const [conflicts, others] = [rows.filter(isConflict), rows.filter((row) => !isConflict(row))];
  const [first] = others;
  if (first === undefined || others.length <= COUNTED) return rows;
  const parts = first.parts.filter((part) => others.every((one) => one.parts.includes(part)));
  return [...conflicts, { ...first, parts, count: others.length }];
}

function isConflict({ conflict }: Omit<CameRow, 'seq'>): boolean {
  return conflict !== undefined;
}

/** Papers that one machine removed while another said something about them, and that come back for it. */
export function cameBack(
  papers: Iterable<PaperHere>,
  at: string,
  nameOf: NameOf,
): Omit<CameRow, 'seq'>[] {
  return [...papers].flatMap(({ id, replica: { returns, goneBy } }) => {
    if (returns !== true || !isPaperId(id)) return [];
    const machine = goneBy ? nameOf(goneBy) : '';
    return [{ at, machine, paperId: id, parts: ['removed'], conflict: { kind: 'back' } }];
  });
}

/**
 * Adds to the list of what came, of which what is old goes, and tells conflicts to the papers' histories. Inside a
 * transaction over `synced` and `events`.
 */
export async function writeCameList(
  db: AsterismDatabase,
  rows: readonly Omit<CameRow, 'seq'>[],
): Promise<void> {
  if (rows.length === 0) return;
  const conflicts = rows.flatMap(({ paperId, at, machine, conflict }): [PaperId, PaperEvent][] =>
    conflict ? [[paperId, { at, step: NO_STEP, machine, conflict }]] : [],
  );
  await addEvents(db, new Map(conflicts));
  const fresh = await withLastCount(db, rows);
  if (fresh.length === 0) return;
  const last = await db.synced.bulkAdd(fresh.slice(-MOST));
  await db.synced
    .where('seq')
    .belowOrEqual(last - MOST)
    .delete();
}

function partsBetween({ before, after }: Turn): CameFrom['parts'] {
  const [was, is] = [before.bookmark?.annotation, after.bookmark?.annotation];
  if (was && !is) return ['removed'];
  return PART_NAMES.filter((part) => is && !deepEqual(was?.[part] ?? EMPTY[part], is[part]));
}

const EMPTY = { starred: false, status: null, tags: [], note: '' };

/** What was said here and there at the same time, where that is new: several values stand beside each other. */
function conflictOf(
  before: PaperHere | undefined,
  after: PaperHere,
  nameOf: NameOf,
): SyncConflict | null {
  const kept = after.state.bookmark;
  if (!kept) return null;
  const was = before?.replica.elements ?? [];
  const is = after.replica.elements;
  const notes = newValues(was, is, 'note').filter(([note]) => note !== '');
  if (notes.length > 1) return { kind: 'notes' };
  const [other, dot] =
    newValues(was, is, 'status').find(([status]) => status !== kept.annotation.status) ?? [];
  return other === undefined || !dot ? null : { kind: 'status', other, by: nameOf(dot) };
}

/** The different values of a register that has several, with who said each, unless it had as many before. */
function newValues<P extends 'note' | 'status'>(
  was: readonly Element[],
  is: readonly Element[],
  register: P,
) {
  const valuesIn = (elements: readonly Element[]) => {
    const read = elements
      .filter((one) => one.register === register)
      .map(({ value, dot }) => [PART_VALUES[register].safeParse(value).data, dot] as const);
    return new Map(read.flatMap(([data, dot]) => (data ? [[data[0], dot] as const] : [])));
  };
  const values = valuesIn(is);
  return values.size > 1 && values.size > valuesIn(was).size ? [...values] : [];
}

/** Rows that are new: what is counted of a machine goes on with its count, where that was the last that came. */
async function withLastCount(
  db: AsterismDatabase,
  rows: readonly Omit<CameRow, 'seq'>[],
): Promise<readonly Omit<CameRow, 'seq'>[]> {
  const last = await db.synced.toCollection().last();
  const more = rows.find(({ count, machine }) => count !== undefined && machine === last?.machine);
  if (last?.count === undefined || more?.count === undefined) return rows;
  const parts = last.parts.filter((part) => more.parts.includes(part));
  await db.synced.put({ ...last, at: more.at, parts, count: last.count + more.count });
  return rows.filter((row) => row !== more);
}

import type { Collection, Table } from 'dexie';
import type { Elements } from '../../sync/bases';
import { type Replica, UNSAID } from '../../sync/elements';
import type { ReplicaRow, SaidOf } from './rows';

// A row for each paper would make a first sync up to a fifth slower. Called inside a transaction over `replica`.

/** Papers in a row that was split, and from how many on one is. */
const [PAPERS, MOST] = [64, 96];

/** Rows that are read at once where all are. */
const ROWS = 8;

/** What was said about some papers; those of whom nobody said anything are left out. */
export async function replicasOf(
  table: Table<ReplicaRow, string>,
  ids: Iterable<string>,
): Promise<Map<string, Replica>> {
  const wanted = new Set(ids);
  const rows = await rowsFor(table, wanted);
  return new Map(
    [...rows.values()].flatMap(({ papers }) =>
      papers.filter(({ id }) => wanted.has(id)).map(({ id, ...replica }) => [id, replica] as const),
    ),
  );
}

/** All that was said about any paper. */
export async function allReplicas(table: Table<ReplicaRow, string>): Promise<Map<string, Replica>> {
  const all = new Map<string, Replica>();
  await table.each(({ papers }) => {
    for (const { id, ...replica } of papers) all.set(id, replica);
  });
  return all;
}

/** All elements in the order of their papers, some rows at a time, each time in a transaction of its own. */
export async function* replicasInOrder(table: Table<ReplicaRow, string>): AsyncGenerator<Elements> {
  for (let after: string | null = null; ; ) {
    const rest: Collection<ReplicaRow, string> =
      after === null ? table.toCollection() : table.where('first').above(after);
    const rows = await rest.limit(ROWS).toArray();
    const last = rows.at(-1);
    if (last === undefined) return;
    yield new Map(rows.flatMap(({ papers }) => papers.map(({ id, elements }) => [id, elements])));
    after = last.first;
  }
}

/** All that was said about papers from an id on, up to another; null: to the end. */
export async function replicasBetween(
  table: Table<ReplicaRow, string>,
  from: string,
  below: string | null,
): Promise<Map<string, Replica>> {
  const [start = ''] = await table
    .where('first')
    .belowOrEqual(from)
    .reverse()
    .limit(1)
    .primaryKeys();
  const some =
    below === null
      ? table.where('first').aboveOrEqual(start)
      : table.where('first').between(start, below, true, false);
  const papers = (await some.toArray()).flatMap((row) => row.papers);
  return new Map(
    papers.flatMap(({ id, ...replica }) =>
      id >= from && (below === null || id < below) ? [[id, replica] as const] : [],
    ),
  );
}

/**
 * Stores what was said about papers of which nothing is stored, nor of any whose id comes before the greatest of theirs:
 * in rows of their own, so that nothing has to be read.
 */
export async function addReplicas(
  table: Table<ReplicaRow, string>,
  papers: ReadonlyMap<string, Replica>,
): Promise<void> {
  const said = [...papers].filter(([, replica]) => !isUnsaid(replica));
  const rows = cut(sorted(said.map(([id, replica]) => ({ id, ...replica }))));
  await table.bulkPut(rows);
}

/** Whether nothing is stored of a paper, nor of any whose id comes before. */
export async function isNothingUpTo(
  table: Table<ReplicaRow, string>,
  id: string,
): Promise<boolean> {
  return (await table.where('first').belowOrEqual(id).limit(1).primaryKeys()).length === 0;
}

/** Stores what was said about some papers, in place of what was stored. */
export async function writeReplicas(
  table: Table<ReplicaRow, string>,
  changed: ReadonlyMap<string, Replica>,
): Promise<void> {
  if (changed.size === 0) return;
  const rows = await rowsFor(table, changed.keys());
  const byRow = Map.groupBy(changed, ([id]) => firstFor([...rows.keys()], id));
  const written: ReplicaRow[] = [];
  const emptied: string[] = [];
  for (const [first, some] of byRow) {
    const papers = new Map(rows.get(first)?.papers.map((paper) => [paper.id, paper]));
    for (const [id, replica] of some) {
      if (isUnsaid(replica)) papers.delete(id);
      else papers.set(id, { id, ...replica });
    }
    const next = split(first, [...papers.values()]);
    if (next[0]?.first !== first) emptied.push(first);
    written.push(...next);
  }
  await Promise.all([table.bulkPut(written), table.bulkDelete(emptied)]);
}

function isUnsaid({ elements, goneBy }: Replica): boolean {
  return elements.length === 0 && goneBy === undefined;
}

/**
 * Rows stay where they begin: what is between two of them belongs to the first. But for the row of all that is before the
 * first other one: else it would be written again and again where papers come the greatest ids first.
 */
function split(first: string, unsorted: readonly SaidOf[]): ReplicaRow[] {
  const papers = sorted(unsorted);
  if (papers.length === 0) return [];
  if (papers.length <= MOST) return [{ first, papers }];
  const [begun, ...others] = cut(papers);
  return begun === undefined || first === '' ? cut(papers) : [{ ...begun, first }, ...others];
}

function sorted(papers: readonly SaidOf[]): SaidOf[] {
  return papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

/** Rows that begin with their first paper. */
function cut(papers: readonly SaidOf[]): ReplicaRow[] {
  const rows: ReplicaRow[] = [];
  for (let at = 0; at < papers.length; at += PAPERS) {
    const some = papers.slice(at, at + PAPERS);
    rows.push({ first: some[0]?.id ?? '', papers: some });
  }
  return rows;
}

/** The rows in which some papers are, or would be. */
async function rowsFor(
  table: Table<ReplicaRow, string>,
  ids: Iterable<string>,
): Promise<Map<string, ReplicaRow>> {
  const sorted = [...ids].sort();
  const [least, greatest] = [sorted[0], sorted.at(-1)];
  if (least === undefined || greatest === undefined) return new Map();
  const [start = ''] = await table
    .where('first')
    .belowOrEqual(least)
    .reverse()
    .limit(1)
    .primaryKeys();
  const after = await table.where('first').between(start, greatest, false, true).primaryKeys();
  const firsts = [start, ...after];
  const needed = [...new Set(sorted.map((id) => firstFor(firsts, id)))];
  const rows = await table.bulkGet(needed);
  return new Map(needed.map((first, at) => [first, rows[at] ?? { first, papers: [] }]));
}

/** The last of some beginnings, in their order, that is not after an id. */
function firstFor(firsts: readonly string[], id: string): string {
  let [low, high] = [0, firsts.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((firsts[middle] ?? '') <= id) low = middle;
    else high = middle - 1;
  }
  return firsts[low] ?? '';
}

/** The next papers about which something was said, by their ids. */
export async function idsSaidAfter(
  table: Table<ReplicaRow, string>,
  id: string,
  most: number,
): Promise<string[]> {
  const [start = ''] = await table.where('first').belowOrEqual(id).reverse().limit(1).primaryKeys();
  const ids: string[] = [];
  await table
    .where('first')
    .aboveOrEqual(start)
    .until(() => ids.length >= most)
    .each(({ papers }) => {
      for (const paper of papers) if (paper.id > id) ids.push(paper.id);
    });
  return ids;
}

/** Ids with some beginnings about which something was said. */
export async function idsSaidIn(
  table: Table<ReplicaRow, string>,
  beginnings: readonly string[],
): Promise<string[]> {
  const ids = beginnings.map(async (beginning) => {
    const upTo = table.where('first').belowOrEqual(beginning).reverse().limit(1);
    const [start = ''] = await upTo.primaryKeys();
    const rows = await table.where('first').between(start, `${beginning}\uffff`).toArray();
    return rows.flatMap(({ papers }) =>
      papers.flatMap(({ id }) => (id.startsWith(beginning) ? id : [])),
    );
  });
  return (await Promise.all(ids)).flat();
}

/** What was said about a paper of whom it may be nothing. */
export function saidOf(replicas: ReadonlyMap<string, Replica>, id: string): Replica {
  return replicas.get(id) ?? UNSAID;
}

/** Papers of which one side has what the other has not, or that may come back: all others stay as they are. */
export function idsThatDiffer(own: ReadonlyMap<string, Replica>, theirs: Elements): Set<string> {
  const ids = new Set<string>();
  for (const [id, { elements, goneBy }] of own) {
    const others = theirs.get(id) ?? [];
    const isSame =
      elements.length === others.length &&
      elements.every((one, at) => {
        const other = others[at];
        return one.dot === other?.dot && one.register === other.register;
      });
    if (!isSame || goneBy !== undefined) ids.add(id);
  }
  for (const id of theirs.keys()) if (!own.has(id)) ids.add(id);
  return ids;
}

import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { type Chunks, kidsOf, type Range, rowsOf } from './chunks';
import type { Change, Ref, Root } from './written';

// A sorted set of bookmarks in chunks that are never changed: an update writes new ones along the way from the leaves
// it touches to the root, and shares all others with the tree before. So a generation is a root, and costs nothing.

/** Characters of a leaf before it is compressed: 60 to 100 papers, of which the chunk has a quarter to a third. */
export const LEAF = 32_000;

/** Most chunks that an inner chunk lists. */
export const BRANCHES = 64;

/**
 * The tree after some changes, in the order of ids. `exact` names a range of which the changes are all there is: what
 * else the tree has there goes. The same tree where nothing changed. A chunk that cannot be read counts as empty.
 */
export async function update(
  root: Root | null,
  changes: readonly Change[],
  chunks: Chunks,
  exact?: Range,
): Promise<Root | null> {
  const refs = await below(root, root?.height ?? 0, changes, chunks, exact);
  if (refs === null) return root;
  let level = refs;
  let height = root?.height ?? 0;
  while (level.length > 1) {
    level = await inner(level, chunks);
    height += 1;
  }
  const [top] = level;
  return top === undefined ? null : { ...top, height };
}

/** The refs that take a ref's place, or null where nothing changed. */
async function below(
  ref: Ref | null,
  height: number,
  changes: readonly Change[],
  chunks: Chunks,
  exact?: Range,
): Promise<Ref[] | null> {
  return height === 0
    ? leaves(ref, changes, chunks, exact)
    : branches(ref, height, changes, chunks, exact);
}

async function branches(
  ref: Ref | null,
  height: number,
  changes: readonly Change[],
  chunks: Chunks,
  exact?: Range,
): Promise<Ref[] | null> {
  const kids = ref === null ? [] : await kidsOf(ref, chunks);
  if (ref === null || kids === null) {
    // Nobody knows any more what was below.
    if (ref !== null) chunks.dropped(ref);
    const fresh = await leaves(null, changes, chunks);
    return raised(fresh ?? [], 0, height - 1, chunks);
  }
  const next: Ref[] = [];
  let changed = false;
  let at = 0;
  for (const [place, kid] of kids.entries()) {
    const bound = kids[place + 1]?.from;
    const start = at;
    while (at < changes.length && (bound === undefined || (changes[at]?.[0] ?? '') < bound)) at++;
    const mine = changes.slice(start, at);
    const isConcerned = mine.length > 0 || (exact !== undefined && meets(exact, kid.from, bound));
    const became = isConcerned ? await below(kid, height - 1, mine, chunks, exact) : null;
    if (became !== null) changed = true;
    next.push(...(became ?? [kid]));
  }
  if (!changed) return null;
  chunks.dropped(ref);
  return inner(next, chunks);
}

async function leaves(
  ref: Ref | null,
  changes: readonly Change[],
  chunks: Chunks,
  exact?: Range,
): Promise<Ref[] | null> {
  const loaded = ref === null ? [] : await rowsOf(ref, chunks);
  const byId = new Map((loaded ?? []).map((row) => [row.paper.id, row]));
  let changed = loaded === null;
  if (exact !== undefined) {
    const stay = new Set(changes.map(([id]) => id));
    for (const id of byId.keys()) {
      if (isIn(exact, id) && !stay.has(id)) changed = byId.delete(id);
    }
  }
  for (const [id, bookmark] of changes) {
    const before = byId.get(id);
    if (bookmark === null) {
      if (byId.delete(id)) changed = true;
    } else if (before === undefined || JSON.stringify(before) !== JSON.stringify(bookmark)) {
      byId.set(id, bookmark);
      changed = true;
    }
  }
  if (!changed) return null;
  if (ref !== null) chunks.dropped(ref);
  const rows = [...byId.values()].sort((a, b) => (a.paper.id < b.paper.id ? -1 : 1));
  const refs: Ref[] = [];
  for (const part of inLeaves(rows)) {
    const [first] = part;
    if (first === undefined) continue;
    const { key, own } = await chunks.store(part);
    refs.push({ key, own, bytes: own, from: first.paper.id, papers: part.length });
  }
  return refs;
}

/** Rows in leaves of about the same size. */
function inLeaves(rows: readonly Bookmark[]): Bookmark[][] {
  const sizes = rows.map((row) => JSON.stringify(row).length);
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= LEAF * 1.5) return [[...rows]];
  const aim = total / Math.ceil(total / LEAF);
  const parts: Bookmark[][] = [];
  let part: Bookmark[] = [];
  let size = 0;
  for (const [at, row] of rows.entries()) {
    const added = sizes[at] ?? 0;
    if (part.length > 0 && size + added > aim) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(row);
    size += added;
  }
  return [...parts, part];
}

/** Inner chunks over some refs; none over none. */
async function inner(refs: readonly Ref[], chunks: Chunks): Promise<Ref[]> {
  const count = Math.ceil(refs.length / BRANCHES);
  const each = Math.ceil(refs.length / Math.max(count, 1));
  const over: Ref[] = [];
  for (let at = 0; at < refs.length; at += each) {
    const kids = refs.slice(at, at + each);
    const [first] = kids;
    if (first === undefined) break;
    const { key, own } = await chunks.store(kids);
    over.push({
      key,
      own,
      from: first.from,
      papers: kids.reduce((sum, kid) => sum + kid.papers, 0),
      bytes: kids.reduce((sum, kid) => sum + kid.bytes, own),
    });
  }
  return over;
}

/** Refs of one level under inner chunks up to another level. */
async function raised(
  refs: readonly Ref[],
  from: number,
  to: number,
  chunks: Chunks,
): Promise<Ref[]> {
  let level = [...refs];
  for (let height = from; height <= to; height++) level = await inner(level, chunks);
  return level;
}

function meets({ after, through }: Range, from: PaperId, bound: PaperId | undefined): boolean {
  return (bound === undefined || after < bound) && (through === null || from <= through);
}

function isIn({ after, through }: Range, id: PaperId): boolean {
  return id > after && (through === null || id <= through);
}

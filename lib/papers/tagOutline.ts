import { fold } from './caseFolding';
import type { ColouredTag, TagColour } from './tagColours';
import { type TagCount, tagKey } from './tags';

/** One line of the outline of all tags: a tag, or what tags have before a slash. */
export interface TagLine {
  key: string;
  /** The whole name, "ml/rl". */
  tag: string;
  /** Its last part, "rl". */
  name: string;
  /** From 1. */
  level: number;
  /** Papers that have this very tag. */
  count: number;
  /** Papers that a search for it finds, those with a tag below it included; null while that is not counted. */
  finds: number | null;
  /** Tags below it. */
  below: number;
  /** How often it and what is below it is used. */
  uses: number;
  colour: TagColour | null;
}

export type TagOrder = 'name' | 'count';

interface Node extends Omit<TagLine, 'colour' | 'finds'> {
  children: Node[];
}

/** All tags as an outline, nested by "/", each before what is below it. */
export function tagOutline(
  tags: readonly TagCount[],
  colours: readonly ColouredTag[],
  order: TagOrder,
  finds: ReadonlyMap<string, number> | null = null,
): TagLine[] {
  const byKey = new Map<string, Node>();
  const roots: Node[] = [];

  function nodeOf(tag: string): Node {
    const key = tagKey(tag);
    const known = byKey.get(key);
    if (known) return known;
    const slash = tag.lastIndexOf('/');
    const parent = slash < 0 ? null : nodeOf(tag.slice(0, slash));
    const node: Node = {
      key,
      tag,
      name: tag.slice(slash + 1),
      level: (parent?.level ?? 0) + 1,
      count: 0,
      below: 0,
      uses: 0,
      children: [],
    };
    byKey.set(key, node);
    (parent?.children ?? roots).push(node);
    return node;
  }

  // Those with fewer parts first: "ML/rl" is below "ml", as that is written.
  for (const { tag, count } of [...tags].sort((a, b) => parts(a.tag) - parts(b.tag))) {
    nodeOf(tag).count += count;
  }
  const colourOf = new Map(colours.map(({ key, colour }) => [key, colour]));
  roots.forEach(addUp);
  return lines(roots, order === 'name' ? byName : byUse, ({ key, count, below }) => ({
    colour: colourOf.get(key) ?? null,
    finds: below === 0 ? count : (finds?.get(key) ?? null),
  }));
}

/**
 * The lines that are shown: not what is below a folded one; with a filter, what fits it and what that stands below,
 * folded or not.
 */
export function shownLines(
  outline: readonly TagLine[],
  filter: string,
  folded: ReadonlySet<string>,
): TagLine[] {
  const wanted = fold(filter.trim());
  if (wanted !== '') {
    const keep = new Set<string>();
    for (const { key, tag } of outline) {
      if (!fold(tag).includes(wanted)) continue;
      const names = key.split('/');
      for (let depth = 1; depth <= names.length; depth++) keep.add(names.slice(0, depth).join('/'));
    }
    return outline.filter(({ key }) => keep.has(key));
  }
  let under: string | null = null;
  return outline.filter(({ key }) => {
    if (under !== null && key.startsWith(`${under}/`)) return false;
    under = folded.has(key) ? key : null;
    return true;
  });
}

const parts = (tag: string): number => tag.split('/').length;

function addUp(node: Node): void {
  node.children.forEach(addUp);
  node.below = node.children.reduce(
    (sum, { below, count }) => sum + below + (count > 0 ? 1 : 0),
    0,
  );
  node.uses = node.children.reduce((sum, { uses }) => sum + uses, node.count);
}

function lines(
  nodes: Node[],
  compare: (a: Node, b: Node) => number,
  known: (node: Node) => Pick<TagLine, 'colour' | 'finds'>,
): TagLine[] {
  return nodes
    .sort(compare)
    .flatMap(({ children, ...line }) => [
      { ...line, ...known({ ...line, children }) },
      ...lines(children, compare, known),
    ]);
}

function byName(a: Node, b: Node): number {
  return a.key < b.key ? -1 : a.key > b.key ? 1 : 0;
}

function byUse(a: Node, b: Node): number {
  return b.uses - a.uses || byName(a, b);
}

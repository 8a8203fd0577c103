import { cleanTag, sortTags, type TagCount, tagKey, unionTags } from './tags';

/** Whether a tag is another one or below it: "ml/rl" is within "ml". */
export function isWithin(tag: string, parent: string): boolean {
  const [key, parentKey] = [tagKey(tag), tagKey(parent)];
  return key === parentKey || key.startsWith(`${parentKey}/`);
}

/** What tags have before a slash, by `tagKey`: those of which a search finds more than the papers that have them. */
export function tagsAbove(tags: readonly string[]): Set<string> {
  const above = new Set<string>();
  for (const tag of tags) {
    const key = tagKey(tag);
    for (let at = key.indexOf('/'); at > 0; at = key.indexOf('/', at + 1))
      above.add(key.slice(0, at));
  }
  return above;
}

/**
 * How many papers a search for each tag finds, by the tag; none for one with tags below it that was not counted.
 * @param counted what searches find, by `tagKey`; null where that is not known
 */
export function findsOf(
  tags: readonly TagCount[],
  counted: ReadonlyMap<string, number> | null,
): Map<string, number> {
  const above = tagsAbove(tags.map(({ tag }) => tag));
  const finds = new Map<string, number>();
  for (const { tag, count } of tags) {
    const key = tagKey(tag);
    const found = above.has(key) ? counted?.get(key) : count;
    if (found !== undefined) finds.set(tag, found);
  }
  return finds;
}

/** Where a tag within `from` goes when `from` is renamed: "ml/rl" from "ml" to "ai" is "ai/rl". */
export function movedTag(tag: string, from: string, to: string): string {
  const below = cleanTag(tag).split('/').slice(cleanTag(from).split('/').length);
  return cleanTag([to, ...below].join('/'));
}

/**
 * A paper's tags after `from` and all below it were renamed, or deleted (`to` is null). A tag that is there already
 * stays one. The same list where no tag is concerned.
 */
export function retagged(tags: string[], from: string, to: string | null): string[] {
  const inside = tags.filter((tag) => isWithin(tag, from));
  if (inside.length === 0) return tags;
  const rest = tags.filter((tag) => !isWithin(tag, from));
  if (to === null) return sortTags(rest);
  return unionTags(
    rest,
    inside.map((tag) => movedTag(tag, from, to)),
  );
}

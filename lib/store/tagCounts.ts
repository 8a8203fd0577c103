import { type TagCount, tagKey } from '../papers/tags';

/** Tags that completing needs. */
const MOST_TAGS = 1_000;

/** Tags in use, most used first; spellings of one tag are one, under the spelling that is used most. */
export function rankTags(spellings: readonly TagCount[], most = MOST_TAGS): TagCount[] {
  const byKey = new Map<string, TagCount>();
  for (const { tag, count } of [...spellings].sort(mostUsedFirst)) {
    const known = byKey.get(tagKey(tag));
    byKey.set(tagKey(tag), known ? { ...known, count: known.count + count } : { tag, count });
  }
  return [...byKey.values()].sort(mostUsedFirst).slice(0, most);
}

function mostUsedFirst(a: TagCount, b: TagCount): number {
  return b.count - a.count || (a.tag < b.tag ? -1 : 1);
}

/** Characters of a text that are looked at for a tag: what is pasted may be a whole file. */
const LOOKED_AT = 1_000;

/** A tag as it is stored: one line, no commas (they separate tags), spaces collapsed, slashes trimmed. */
export function cleanTag(text: string): string {
  const cleaned = text
    .slice(0, LOOKED_AT)
    .normalize('NFC')
    .replace(/^#+/, '')
    .replace(/[\s,]+/g, ' ')
    .replace(/ ?\/[ /]*/g, '/')
    .replace(/^[/ ]+|[/ ]+$/g, '')
    .slice(0, 100)
    .replace(/[\ud800-\udbff]$/, ''); // half a character
  // A cleaned tag is clean: of "# #a" the first pass leaves "#a".
  return cleaned === text ? cleaned : cleanTag(cleaned);
}

/** Whether two tags are one: case, accents in another form and stray spaces do not count. */
export function sameTag(a: string, b: string): boolean {
  return tagKey(a) === tagKey(b);
}

/** What tells tags apart and what they sort by. */
export function tagKey(tag: string): string {
  return cleanTag(tag).toLowerCase();
}

/** Tags in their order of display: alphabetical, whatever the case. */
export function sortTags(tags: readonly string[]): string[] {
  return tags
    .map((tag) => ({ tag, key: tagKey(tag) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.tag, b.tag))
    .map(({ tag }) => tag);
}

/** Both lists' tags, each once; of two spellings of one tag the first in code-unit order, whichever side it is on. */
export function unionTags(a: readonly string[], b: readonly string[]): string[] {
  const byKey = new Map<string, string>();
  for (const tag of [...a, ...b]) {
    const key = tagKey(tag);
    const known = byKey.get(key);
    if (known === undefined || tag < known) byKey.set(key, tag);
  }
  return sortTags([...byKey.values()]);
}

/** A tag in use and the number of bookmarks that have it. */
export interface TagCount {
  tag: string;
  count: number;
}

/**
 * Tags in use that fit what is typed, best first: those that start with it, then those with a word that does,
 * then those that contain it; the more used first. Tags already on the paper (`taken`) are left out.
 */
export function completeTag(
  typed: string,
  inUse: readonly TagCount[],
  taken: readonly string[],
  most = 8,
): string[] {
  const wanted = plain(typed);
  const takenKeys = new Set(taken.map(tagKey));
  return inUse
    .filter(({ tag }) => !takenKeys.has(tagKey(tag)))
    .map(({ tag, count }) => ({ tag, count, rank: rankOf(plain(tag), wanted) }))
    .filter(({ rank }) => rank < 3)
    .sort((a, b) => a.rank - b.rank || b.count - a.count || compare(a.tag, b.tag))
    .slice(0, most)
    .map(({ tag }) => tag);
}

/** A tag as completing compares it. Not `fold`: a content script has no bytes to spare for rare letters. */
function plain(tag: string): string {
  return tagKey(tag).normalize('NFD').replace(/\p{M}/gu, '');
}

function rankOf(tag: string, wanted: string): number {
  if (tag.startsWith(wanted)) return 0;
  if (tag.split(/[\s/_-]/).some((word) => word.startsWith(wanted))) return 1;
  return tag.includes(wanted) ? 2 : 3;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

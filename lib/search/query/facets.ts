import { STATUSES, type Status } from '../../papers/annotation';
import { tagKey } from '../../papers/tags';
import { type Bits, eachBit } from '../index/bits';
import type { Index } from '../index/searchIndex';
import { FLAGS, type Searched } from '../index/segment';

/** A value and the number of documents that have it. */
export interface Counted<T> {
  value: T;
  count: number;
}

/**
 * How the documents of a result are spread. Years newest first; organizations and tags most frequent first. A tag has
 * the documents that a search for it finds: those with a tag below it, too.
 */
export interface Facets {
  status: Counted<Status | null>[];
  year: Counted<number | null>[];
  organization: Counted<string>[];
  tag: Counted<string>[];
}

/** Organizations and tags that are listed. */
const MOST = 50;

/**
 * Counts a result by status, year, organization and tag. `allTags`: without a limit, and including parents that are not tags themselves
 * but stands before a slash in some.
 */
export function facetsOf(found: Bits, index: Index, most = MOST, allTags = false): Facets {
  const statuses = new Uint32Array(STATUSES.length + 1);
  const years = new Uint32Array(2 ** 16);
  const organizations = new Map<string, Counted<string>>();
  for (const { segment, base } of index.placed) {
    const here = countedIn(segment, base, found, statuses, years);
    for (const [at, value] of segment.organizations.entries()) {
      const count = here.organizations[at + 1] ?? 0;
      const known = organizations.get(value);
      if (known) known.count += count;
      else if (count > 0) organizations.set(value, { value, count });
    }
  }
  return {
    status: [null, ...STATUSES].map((value, at) => ({ value, count: statuses[at] ?? 0 })),
    year: yearsIn(years),
    organization: mostFrequent(organizations.values(), most),
    tag: allTags
      ? mostFrequent(tagsFound(found, index), Number.POSITIVE_INFINITY)
      : mostFrequent(
          tagsFound(found, index).filter(({ own }) => own > 0),
          most,
        ),
  };
}

function countedIn(
  segment: Searched,
  base: number,
  found: Bits,
  statuses: Uint32Array,
  years: Uint32Array,
): { organizations: Uint32Array } {
  const organizations = new Uint32Array(segment.organizations.length + 1);
  const { flags, years: yearOf, organizationOf } = segment;
  eachBit(found.subarray(base >>> 5, (base + segment.count + 31) >>> 5), (document) => {
    add(statuses, (flags[document] ?? 0) & FLAGS.status);
    add(years, yearOf[document] ?? 0);
    add(organizations, organizationOf[document] ?? 0);
  });
  return { organizations };
}

interface TagFound extends Counted<string> {
  /** Times that documents have this very tag. */
  own: number;
  /** Times that they have it in the spelling under which it is listed. */
  most: number;
  /** The last document that was counted: one with several tags of a kind counts once. */
  last: number;
}

/** Each tag of a result, and each that some tag is below, with the documents that have it or one below it. */
function tagsFound(found: Bits, index: Index): TagFound[] {
  const byKey = new Map<string, TagFound>();
  const tagFor = (value: string): TagFound => {
    const key = tagKey(value);
    const known = byKey.get(key) ?? { value, count: 0, own: 0, most: 0, last: -1 };
    byKey.set(key, known);
    return known;
  };
  for (const { segment, base } of index.placed) {
    const lines = segment.tags.map((tag) => lineage(tag).map(tagFor));
    const uses = new Uint32Array(segment.tags.length);
    const { tagsAt, tagsOf } = segment;
    eachBit(found.subarray(base >>> 5, (base + segment.count + 31) >>> 5), (document) => {
      const end = tagsAt[document + 1] ?? 0;
      for (let at = tagsAt[document] ?? 0; at < end; at++) {
        const tag = tagsOf[at] ?? 0;
        add(uses, tag);
        for (const one of lines[tag] ?? []) {
          if (one.last === base + document) continue;
          one.last = base + document;
          one.count += 1;
        }
      }
    });
    for (const [at, value] of segment.tags.entries()) {
      const count = uses[at] ?? 0;
      const tag = lines[at]?.[0];
      if (tag === undefined || count === 0) continue;
      // Spellings of one tag are one, under the spelling that most have.
      if (count > tag.most) Object.assign(tag, { value, most: count });
      tag.own += count;
    }
  }
  return [...byKey.values()].filter(({ count }) => count > 0);
}

/** A tag and what it is below, itself first: "a/b", "a". */
function lineage(tag: string): string[] {
  const above: string[] = [];
  for (let at = tag.lastIndexOf('/'); at > 0; at = tag.lastIndexOf('/', at - 1)) {
    above.push(tag.slice(0, at));
  }
  return [tag, ...above];
}

function add(counts: Uint32Array, at: number): void {
  counts[at] = (counts[at] ?? 0) + 1;
}

function yearsIn(counts: Uint32Array): Counted<number | null>[] {
  const years: Counted<number | null>[] = [];
  for (let year = counts.length - 1; year >= 0; year--) {
    const count = counts[year] ?? 0;
    if (count > 0) years.push({ value: year === 0 ? null : year, count });
  }
  return years;
}

function mostFrequent(counted: Iterable<Counted<string>>, most: number): Counted<string>[] {
  return [...counted]
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most)
    .map(({ value, count }) => ({ value, count }));
}

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

/** How the documents of a result are spread. Years newest first; organizations and tags most frequent first. */
export interface Facets {
  status: Counted<Status | null>[];
  year: Counted<number | null>[];
  organization: Counted<string>[];
  tag: Counted<string>[];
}

/** Organizations and tags that are listed. */
const MOST = 50;

/** Counts a result by status, year, organization and tag. */
export function facetsOf(found: Bits, index: Index, most = MOST): Facets {
  const statuses = new Uint32Array(STATUSES.length + 1);
  const years = new Uint32Array(2 ** 16);
  const organizations = new Map<string, Counted<string>>();
  const tags = new Map<string, Counted<string> & { most: number }>();
  for (const { segment, base } of index.placed) {
    const here = countedIn(segment, base, found, statuses, years);
    for (const [at, value] of segment.organizations.entries()) {
      const count = here.organizations[at + 1] ?? 0;
      const known = organizations.get(value);
      if (known) known.count += count;
      else if (count > 0) organizations.set(value, { value, count });
    }
    for (const [at, value] of segment.tags.entries()) {
      const count = here.tags[at] ?? 0;
      if (count === 0) continue;
      const key = tagKey(value);
      const known = tags.get(key);
      if (known === undefined) tags.set(key, { value, count, most: count });
      else {
        // Spellings of one tag are one, under the spelling that most have.
        if (count > known.most) Object.assign(known, { value, most: count });
        known.count += count;
      }
    }
  }
  return {
    status: [null, ...STATUSES].map((value, at) => ({ value, count: statuses[at] ?? 0 })),
    year: yearsIn(years),
    organization: mostFrequent(organizations.values(), most),
    tag: mostFrequent(tags.values(), most),
  };
}

function countedIn(
  segment: Searched,
  base: number,
  found: Bits,
  statuses: Uint32Array,
  years: Uint32Array,
): { organizations: Uint32Array; tags: Uint32Array } {
  const organizations = new Uint32Array(segment.organizations.length + 1);
  const tags = new Uint32Array(segment.tags.length);
  const { flags, years: yearOf, organizationOf, tagsAt, tagsOf } = segment;
  eachBit(found.subarray(base >>> 5, (base + segment.count + 31) >>> 5), (document) => {
    add(statuses, (flags[document] ?? 0) & FLAGS.status);
    add(years, yearOf[document] ?? 0);
    add(organizations, organizationOf[document] ?? 0);
    const end = tagsAt[document + 1] ?? 0;
    for (let at = tagsAt[document] ?? 0; at < end; at++) add(tags, tagsOf[at] ?? 0);
  });
  return { organizations, tags };
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

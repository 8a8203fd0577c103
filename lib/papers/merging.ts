import { type Annotation, emptyAnnotation } from './annotation';
import { type Bookmark, type Incoming, type Kept, keptIn } from './bookmark';
import { deepEqual } from './deepEqual';
import type { Fact, Paper } from './paper';
import { MERGES } from './parts/merges';
import { PART_NAMES, type PartName, type PartValues, timeOf } from './parts/parts';
import { refines } from './publication';
import { FACTS, rankOf, sourceOf, withSources } from './sources';
import { earliest } from './times';

/**
 * A known paper after something has stated it again. A fact from a worse source fills a gap and never replaces; else
 * facts are replaced by newer ones and never by none: of two abstracts from equal sources a fuller one stays before a
 * shorter one, a longer list of authors before its beginning, a day before its year.
 */
export function refreshPaper(known: Paper, seen: Paper): Paper {
  return choosing(known, seen, (fact) => {
    if (seen[fact] === undefined) return known;
    const better = rankOf(seen, fact) - rankOf(known, fact);
    if (better !== 0) return better > 0 ? seen : known;
    if (fact === 'publishedAt' && refines(known[fact] ?? '', seen[fact] ?? '')) return known;
    return GROWING.has(fact) && weigh(known[fact], seen[fact]) > 0 ? known : seen;
  });
}

/** Facts of which a page may state only the beginning, or an older version. */
const GROWING: ReadonlySet<Fact> = new Set(['abstract', 'authors', 'keywords', 'version']);

/**
 * Two statements of one paper with no newer one among them: each fact from the better source, of equal ones the fuller
 * one, and any title before none. Commutative and associative, so an import's order does not matter.
 */
export function combinePapers(a: Paper, b: Paper): Paper {
  return choosing(a, b, (fact) => {
    const better = rankOf(a, fact) - rankOf(b, fact);
    return (better || weighFact(a, b, fact)) > 0 ? a : b;
  });
}

/** A paper that has each fact, and where it is from, from one of two. */
function choosing(a: Paper, b: Paper, from: (fact: Fact) => Paper): Paper {
  const facts: [Fact, Paper][] = FACTS.map((fact) => [fact, from(fact)]);
  const values = facts.flatMap(([fact, { [fact]: value }]) =>
    value === undefined ? [] : [[fact, value]],
  );
  const { moreAuthors } = from('authors');
  const familyNames = eitherOf(a.familyNames, b.familyNames);
  const about = { ...(moreAuthors && { moreAuthors }), ...(familyNames && { familyNames }) };
  const paper = { id: a.id, ...Object.fromEntries(values), ...about } as Paper; // each fact is from a paper
  if (a.sources === undefined && b.sources === undefined) return paper;
  const chosen = new Map(facts);
  return withSources(paper, (fact) => sourceOf(chosen.get(fact) ?? a, fact));
}

/** What files stated of how names are split, together: it holds of a name whoever states the list that it is in. */
function eitherOf(
  a: Record<string, string> | undefined,
  b: Record<string, string> | undefined,
): Record<string, string> | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const sorted = Object.entries(fuller(a, b)).sort(([one], [other]) => (one < other ? -1 : 1));
  return Object.fromEntries(sorted) as Record<string, string>; // each value is from one of two
}

function weighFact(a: Paper, b: Paper, fact: Fact): number {
  if (fact === 'title') return weighTitles(a.title, b.title);
  const others = Number(a.moreAuthors ?? false) - Number(b.moreAuthors ?? false);
  if (fact === 'authors' && deepEqual(a.authors, b.authors)) return others;
  return weigh(a[fact], b[fact]);
}

/**
 * Two annotations of one paper as one: star if either has it, all tags, the newer status, both notes
 * (the newer first), the earliest creation. Commutative and idempotent; no note is lost.
 */
export function mergeAnnotations(a: Annotation, b: Annotation): Annotation {
  const merged = emptyAnnotation(earliest(a.createdAt, b.createdAt));
  for (const part of PART_NAMES) mergePart(merged, part, a, b);
  return merged;
}

function mergePart<P extends PartName>(into: Annotation, part: P, a: Annotation, b: Annotation) {
  const time = timeOf(part);
  const values: PartValues = into;
  const merged = MERGES[part]({ value: a[part], at: a[time] }, { value: b[part], at: b[time] });
  values[part] = merged.value;
  into[time] = merged.at;
}

/** Two bookmarks of one paper as one (`mergeKept`, `combinePapers`). */
export function mergeBookmarks(a: Bookmark, b: Bookmark): Bookmark {
  return { paper: combinePapers(a.paper, b.paper), ...mergeKept(a, b) };
}

/** What is kept of one paper in two places as one (`mergeAnnotations`). Unknown fields of both are kept. */
export function mergeKept(a: Kept, b: Kept): Kept {
  const annotation = mergeAnnotations(a.annotation, b.annotation);
  return keptIn({ annotation, extra: mergeExtras(a.extra, b.extra) });
}

/** Unknown fields from two places together, of each the fuller value. Commutative and idempotent. */
export function mergeExtras(a: Kept['extra'], b: Kept['extra']): Kept['extra'] {
  return a && b ? fuller(a, b) : (a ?? b);
}

/**
 * The library's bookmark, or none, with one from a file. What a file only implies says nothing to a bookmark that is
 * there, so importing the same file again changes nothing, whatever the reader has done since.
 */
export function mergeIncoming(known: Bookmark | null, incoming: Incoming): Bookmark {
  if (known === null) return withoutMark(incoming);
  return mergeBookmarks(known, incoming.isImplied ? withStatusOf(known, incoming) : incoming);
}

/** Two bookmarks of one paper in one file as one; implied only where both are. */
export function combineIncoming(a: Incoming, b: Incoming): Incoming {
  if (a.isImplied && b.isImplied) return { ...mergeBookmarks(a, b), isImplied: true };
  return a.isImplied ? mergeIncoming(b, a) : mergeIncoming(withoutMark(a), b);
}

function withoutMark({ isImplied: _, ...bookmark }: Incoming): Bookmark {
  return bookmark;
}

function withStatusOf({ annotation: { status, statusAt } }: Bookmark, other: Bookmark): Bookmark {
  return { ...other, annotation: { ...other.annotation, status, statusAt } };
}

/** Of each field the fuller value: the larger number, the longer text or list; a tie is broken by content. */
function fuller(a: object, b: object): Record<string, unknown> {
  const values = new Map<string, unknown>(Object.entries(a));
  for (const [key, value] of Object.entries(b)) {
    values.set(key, weigh(values.get(key), value) > 0 ? values.get(key) : value);
  }
  return Object.fromEntries([...values].filter(([, value]) => value !== undefined));
}

/** The longer title; of one in two spellings that with its capitals, which many bibliographies take away. */
function weighTitles(a: string, b: string): number {
  return a.length - b.length || capitalsIn(a) - capitalsIn(b) || (a > b ? 1 : -1);
}

/** Capital letters of a title; one that is all capitals has none of its own. */
function capitalsIn(title: string): number {
  return title === title.toUpperCase() ? 0 : (title.match(/\p{Lu}/gu) ?? []).length;
}

function weigh(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  const [aText, bText] = [JSON.stringify(a) ?? '', JSON.stringify(b) ?? ''];
  const bySize = sizeOf(a, aText) - sizeOf(b, bText);
  return bySize === 0 ? (aText > bText ? 1 : -1) : bySize;
}

function sizeOf(value: unknown, text: string): number {
  return Array.isArray(value) ? value.length : text.length;
}

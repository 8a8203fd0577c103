import { fold } from '../caseFolding';
import { respelled } from '../spelling';
import type { Query } from './ast';
import {
  type Compound,
  MOST_WORDS,
  typedForms,
  withCompounds,
  withCompoundWords,
} from './compounds';
import { findPhrase, type Standing } from './phrase';
import { foldedWords, isUnspaced } from './words';

/** A word, or several next to each other, as `words` gives them. */
export type Mark = readonly string[];

/** What a query says should be shown as found, by the texts in which it was looked for. */
export interface Marks {
  /** Anywhere. */
  text: Mark[];
  /** In authors' names only. */
  author: Mark[];
  /** In organizations' names only. */
  org: Mark[];
}

/** A part of a text, and whether it is marked. */
export interface MarkedPart {
  text: string;
  marked: boolean;
}

/** Cuts a text into parts, those marked that a search found. All parts together are the text. */
export type InParts = (text: string) => MarkedPart[];

/** How texts are cut by what a query says, by what they are. */
export interface Marking {
  /** Titles, tags and notes. */
  text: InParts;
  /** Authors' names. */
  author: InParts;
  /** An organization's name. */
  org: InParts;
}

/** See `Marking`. */
export function markingOf(query: Query): Marking {
  const { text, author, org } = wordsToMark(query);
  return { text: by(text), author: by([...text, ...author]), org: by([...text, ...org]) };
}

/** Marks all that a query looks for, whatever the text is: for a list that does not tell names from titles. */
export function markingAll(query: Query): InParts {
  const { text, author, org } = wordsToMark(query);
  return by([...text, ...author, ...org]);
}

function by(marks: readonly Mark[]): InParts {
  return (text) => markedParts(text, marks);
}

/** What to mark for a query: what it looks for, not what it leaves out. */
export function wordsToMark(query: Query): Marks {
  const marks: Marks = { text: [], author: [], org: [] };
  collect(query, true, marks);
  return marks;
}

function collect(query: Query, isWanted: boolean, marks: Marks): void {
  if (query.kind === 'not') collect(query.part, !isWanted, marks);
  if ('parts' in query) {
    const parts = query.kind === 'and' ? withCompoundWords(query.parts) : query.parts;
    for (const part of parts) collect(part, isWanted, marks);
  }
  if (!isWanted || !('text' in query) || query.kind === 'site') return;
  for (const typed of typedForms(query.text)) {
    if (query.kind === 'author' || query.kind === 'org')
      for (const word of typed) marks[query.kind].push([word]);
    else marks.text.push(typed);
  }
}

/** A text in parts, those that a search found marked. All parts together are the text. */
export function markedParts(text: string, marks: readonly Mark[]): MarkedPart[] {
  if (text === '') return [];
  if (marks.length === 0) return [{ text, marked: false }];
  const { folded, starts, ends } = spelledWithPlaces(foldedWithPlaces(text));
  const { found, joints } = foldedWords(folded);
  const words = withCompounds({ words: found.map(([word]) => word), joints });
  // Marks may overlap: what is marked is every letter that some mark covers.
  const covered = new Uint8Array(text.length);
  for (const mark of marks) {
    for (let at = 0; ; at++) {
      const standing = findPhrase(mark, words, at);
      if (standing === null) break;
      for (const [from, to] of placesOf(mark, standing, found))
        covered.fill(1, starts[from], ends[to - 1]);
      at = standing.at;
    }
  }
  return inParts(text, covered);
}

/** Where in the folded text the letters of a mark stand, given its words. */
function placesOf(
  mark: Mark,
  { first, last }: Standing,
  found: readonly RegExpExecArray[],
): [number, number][] {
  const [head = ''] = mark;
  const tail = mark.at(-1) ?? '';
  const start = found[first.from]?.index ?? 0;
  if (mark.length === 1 && isUnspaced(head)) {
    const places: [number, number][] = [];
    const { word } = first;
    for (let at = word.indexOf(head); at >= 0; at = word.indexOf(head, at + head.length))
      places.push([start + at, start + at + head.length]);
    return places;
  }
  // The first of several may be only the end of a run without spaces.
  const before = mark.length === 1 ? 0 : first.word.length - head.length;
  return [[start + before, endOf(last, tail.length, found)]];
}

/** Where in the folded text the first letters of a word end, or of a compound, whose words have signs between them. */
function endOf({ from }: Compound, letters: number, found: readonly RegExpExecArray[]): number {
  let rest = letters;
  for (const { 0: word, index } of found.slice(from, from + MOST_WORDS)) {
    if (rest <= word.length) return index + rest;
    rest -= word.length;
  }
  return 0; // no compound has more words
}

// Letters that fold together: a letter with its marks, the parts of a Korean syllable.
const CLUSTER =
  /[\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\ud7b0-\ud7fb\uffa0-\uffdc]+\p{M}*|\P{M}[\p{M}\u11a8-\u11ff\uff9e\uff9f]*|\p{M}+/gu;
const BEYOND_ASCII = /[\u0080-\uffff]/;

/** A text folded, and for each unit of that where in the text it comes from: the end of a part of "ﬁ" is its end. */
interface Folded {
  folded: string;
  starts: number[];
  ends: number[];
}

/** The same as words are spelled. */
function spelledWithPlaces({ folded, starts, ends }: Folded): Folded {
  const others = respelled(folded);
  if (others.length === 0) return { folded, starts, ends };
  const all: Folded = { folded: '', starts: [], ends: [] };
  let from = 0;
  const add = (unit: string, first: number, last: number): void => {
    all.folded += unit;
    all.starts.push(starts[first] ?? 0);
    all.ends.push(ends[last] ?? 0);
  };
  for (const { at, length, as } of [...others, { at: folded.length, length: 0, as: '' }]) {
    for (; from < at; from++) add(folded.charAt(from), from, from);
    for (const unit of as) add(unit, at, at + length - 1);
    from += length;
  }
  return all;
}

function foldedWithPlaces(text: string): Folded {
  if (!BEYOND_ASCII.test(text)) {
    const starts = Array.from(text, (_, at) => at);
    return { folded: fold(text), starts, ends: starts.map((at) => at + 1) };
  }
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  for (const { 0: cluster, index } of text.matchAll(CLUSTER)) {
    const part = fold(cluster);
    for (let unit = 0; unit < part.length; unit++) {
      starts.push(index);
      ends.push(index + cluster.length);
    }
    folded += part;
  }
  return { folded, starts, ends };
}

function inParts(text: string, covered: Uint8Array): MarkedPart[] {
  const parts: MarkedPart[] = [];
  let from = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && covered[at] === covered[from]) continue;
    parts.push({ text: text.slice(from, at), marked: covered[from] === 1 });
    from = at;
  }
  return parts;
}

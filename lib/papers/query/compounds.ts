import type { Query } from './ast';
import { areApart, readWords, type Words, words as wordsOf } from './words';

// "Pre-training" is two words, and many write it in one. Written so, it is found as both: the words stand in their places,
// and what they are together, a compound, begins where its first word stands and ends where its last does.

/** Several words that are joined, as one. */
export interface Compound {
  word: string;
  /** The places of its first and its last word. */
  from: number;
  to: number;
}

/** The words of a text, and the compounds that begin and that end at each place. */
export interface TextWords {
  words: readonly string[];
  begun: ReadonlyMap<number, readonly Compound[]>;
  ended: ReadonlyMap<number, readonly Compound[]>;
}

/** Words of the longest compound: "state-of-the-art". */
export const MOST_WORDS = 4;
/** Letters of the longest: what is longer is data. */
const LONGEST = 100;
/** Ways to read a typed text that are tried. */
const MOST_FORMS = 16;

/** The words of a text to be searched. */
export function textWords(text: string): TextWords {
  return withCompounds(readWords(text));
}

/** Words with their compounds: any two to four that are joined. */
export function withCompounds({ words, joints }: Words): TextWords {
  const begun = new Map<number, Compound[]>();
  const ended = new Map<number, Compound[]>();
  const joined = new Set(joints);
  for (const from of joints) {
    let word = words[from] ?? '';
    for (let to = from + 1; to < from + MOST_WORDS && joined.has(to - 1); to++) {
      word += words[to] ?? '';
      if (word.length > LONGEST) break;
      const compound = { word, from, to };
      add(begun, from, compound);
      add(ended, to, compound);
    }
  }
  return { words, begun, ended };
}

function add(all: Map<number, Compound[]>, place: number, compound: Compound): void {
  const known = all.get(place);
  if (known) known.push(compound);
  else all.set(place, [compound]);
}

/** The words in which a typed text may be written: as it is typed, and with joined words as one. */
export function typedForms(text: string): string[][] {
  const { words, joints } = readWords(text);
  if (words.length === 0) return [];
  const joined = new Set(joints);
  const forms: string[][] = [[]];
  for (const [place, word] of words.entries()) {
    const closed =
      joined.has(place - 1) && forms.length < MOST_FORMS
        ? forms.map((form) => [...form.slice(0, -1), (form.at(-1) ?? '') + word])
        : [];
    for (const form of forms) form.push(word);
    forms.push(...closed);
  }
  return forms;
}

/** What all of some queries ask for: two words next to each other that are often written in one may be one. */
export function withCompoundWords(parts: readonly Query[]): readonly Query[] {
  const all: Query[] = [];
  for (const part of parts) {
    const before = all.at(-1);
    const compound = before && compoundOf(before, part);
    if (!compound) all.push(part);
    else all.splice(-1, 1, either(before, compound), either(part, compound));
  }
  return all;
}

function either(...parts: Query[]): Query {
  return { kind: 'or', parts };
}

function compoundOf(one: Query, next: Query): Query | null {
  if (one.kind !== 'word' || next.kind !== 'word') return null;
  const [before, after] = [wordsOf(one.text), wordsOf(next.text)];
  if (!areApart(before.at(-1) ?? '', after[0] ?? '')) return null;
  const text = one.text + next.text;
  return wordsOf(text).length === before.length + after.length - 1 ? { kind: 'word', text } : null;
}

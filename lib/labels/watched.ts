import { plainText } from '../maths/spans';
import { fold } from '../papers/caseFolding';
import type { Paper } from '../papers/paper';
import { type TextWords, textWords, typedForms } from '../papers/query/compounds';
import { findPhrase } from '../papers/query/phrase';
import { isUnspaced } from '../papers/query/words';
import type { WatchWord } from '../papers/watchWords';
import { patternOf, type Steps } from './pattern/pattern';

/** Finds which watch words a paper has, in the reader's order. */
export type Watcher = (paper: Paper, steps: Steps) => WatchWord[];

/** A paper's texts, each read when it is first asked for. */
interface Read {
  /** The words of its title, abstract and keywords, and of each author's name. */
  texts: () => readonly TextWords[];
  authors: () => readonly TextWords[];
  /** Title, abstract and names as patterns look at them. */
  folded: () => readonly string[];
}

type Test = (paper: Read, steps: Steps) => boolean;

const PATTERN = /^\/(.+)\/i?$/s;
const TERM = /author:\s*(?:"([^"]*)"|(\S*))|"([^"]*)"|(\S+)/gi;

/** Whether something can be watched for: a pattern that can be read, or anything that has a word. */
export function isWatchable(text: string): boolean {
  return testOf(text) !== null;
}

/** Reads watch words once for many papers. Those that cannot be read find nothing. */
export function createWatcher(words: readonly WatchWord[]): Watcher {
  const tests = words.map(({ text }) => testOf(text));
  return (paper, steps) => {
    const read = reading(paper);
    return words.filter((_, at) => tests[at]?.(read, steps) ?? false);
  };
}

function reading({ title, abstract = '', authors, keywords = [] }: Paper): Read {
  const texts = once(() => [plainText(title), plainText(abstract)]);
  const names = once(() => authors.map(textWords));
  return {
    texts: once(() => [...[...texts(), ...keywords].map(textWords), ...names()]),
    authors: names,
    folded: once(() => [...texts(), ...authors].map(fold)),
  };
}

function testOf(typed: string): Test | null {
  const source = PATTERN.exec(typed)?.[1];
  if (source !== undefined) {
    const pattern = patternOf(source);
    return pattern && ((paper, steps) => paper.folded().some((text) => pattern(text, steps)));
  }
  const tests = [...typed.matchAll(TERM)].flatMap(([, quotedName, name, phrase, word]) => {
    const author = quotedName ?? name;
    if (author !== undefined) return authorTest(author);
    return phrase === undefined ? wordTest(word ?? '') : phraseTest(phrase, false);
  });
  return tests.length === 0 ? null : (paper, steps) => tests.every((test) => test(paper, steps));
}

/** A word, or several that are joined; with "*" at its end the beginning of one. */
function wordTest(word: string): Test[] {
  const isBeginning = word.endsWith('*');
  return phraseTest(isBeginning ? word.slice(0, -1) : word, isBeginning);
}

function phraseTest(phrase: string, isBeginning: boolean): Test[] {
  const forms = typedForms(phrase);
  if (forms.length === 0) return []; // signs alone
  return [
    ({ texts }) => forms.some((form) => texts().some((text) => stands(form, text, isBeginning))),
  ];
}

/** Words that are all in one author's name, in whichever order. */
function authorTest(name: string): Test[] {
  const parts = name.split(/\s+/).flatMap((part) => {
    const isBeginning = part.endsWith('*');
    return textWords(part).words.map((word) => ({ word, isBeginning }));
  });
  if (parts.length === 0) return [];
  return [
    ({ authors }) =>
      authors().some((author) =>
        parts.every(({ word, isBeginning }) => stands([word], author, isBeginning)),
      ),
  ];
}

/** Whether words stand in a text next to each other, whole: searching takes the beginning of a word for it. */
function stands(typed: readonly string[], text: TextWords, isBeginning: boolean): boolean {
  const end = typed.at(-1) ?? '';
  let found = findPhrase(typed, text);
  while (found) {
    if (isBeginning || isUnspaced(end) || isSameWord(end, found.last.word)) return true;
    found = findPhrase(typed, text, found.at + 1);
  }
  return false;
}

/** One word or several of the kind: "agent" is in "agents". */
function isSameWord(typed: string, found: string): boolean {
  return found === typed || found === `${typed}s`;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

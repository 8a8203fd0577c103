import { TAG_COLOURS, type TagColour } from './tagColours';

/** Something that the reader watches for on pages: words, a "phrase", `author:…` or a `/pattern/`, as it was typed. */
export interface WatchWord {
  text: string;
  colour: TagColour;
}

/** Most watch words, and the longest, in characters. */
export const WATCH_LIMITS = { words: 100, text: 200 } as const;

/** The watch words in what was stored or came in a file: what cannot be read is left out, and so is the second of two. */
export function watchWordsIn(stored: unknown): WatchWord[] {
  const read = Array.isArray(stored) ? stored.flatMap(watchWord) : [];
  const known = new Set<string>();
  const fresh = read.filter(({ text }) => !known.has(text) && known.add(text));
  return fresh.slice(0, WATCH_LIMITS.words);
}

function watchWord(stored: unknown): WatchWord[] {
  if (typeof stored !== 'object' || stored === null) return [];
  const { text, colour } = stored as Record<string, unknown>; // any object may be read by key
  const known = TAG_COLOURS.find((one) => one === colour);
  if (typeof text !== 'string' || known === undefined) return [];
  const typed = text.trim();
  return typed === '' || typed.length > WATCH_LIMITS.text ? [] : [{ text: typed, colour: known }];
}

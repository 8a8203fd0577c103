import { type Annotation, STATUSES } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import { sortTags } from '../../lib/papers/tags';

// A library as large as anyone's, always the same: abstracts of 1,200 characters, words as frequent as in a language
// (Zipf), three tags, a note on every fifth paper.

/** How many different words the texts have; every abstract also has a few that no other has. */
const VOCABULARY = 60_000;
const DAY_MS = 86_400_000;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The word of a rank in the vocabulary: 0 is the most frequent. */
export function wordOf(rank: number): string {
  const known = COMMON[rank];
  if (known !== undefined) return known;
  const next = random(rank + 1);
  const syllables = 2 + Math.floor(next() * 3);
  let word = '';
  for (let at = 0; at < syllables; at++) {
    word += pick(STARTS, next) + pick(VOWELS, next) + (next() < 0.4 ? pick(ENDS, next) : '');
  }
  return word;
}

/** The facts of paper `n` of a generated history. */
export function generatedPaper(n: number): Paper {
  const next = random(n * 2 + 1);
  const text = (length: number): string => {
    let words = '';
    while (words.length < length) words += `${words === '' ? '' : ' '}${WORDS[zipf(next)] ?? ''}`;
    return words;
  };
  const title = text(40 + next() * 50);
  const abstract = `${text(1_190)}. ${unique(n)}`;
  const authors = Array.from({ length: 1 + Math.floor(next() * 8) }, () => nameOf(next));
  const published = new Date(Date.UTC(2026, 5, 1) - Math.floor(next() ** 2 * 4_000) * DAY_MS);
  const organization = ORGANIZATIONS[Math.floor(next() ** 2 * 300)] ?? 'none';
  return {
    id: idOf(n),
    title: title.charAt(0).toUpperCase() + title.slice(1),
    abstract,
    authors,
    publishedAt: published.toISOString().slice(0, 10),
    upvotes: Math.floor(next() ** 4 * 500),
    ...(next() < 0.6
      ? { organization: { name: organization, fullname: `${organization} Lab` } }
      : {}),
    ...(next() < 0.3 ? { githubRepo: `https://github.com/${organization}/code-${n}` } : {}),
  };
}

/** What the reader of a generated library said of paper `n`. */
export function generatedAnnotation(n: number): Annotation {
  const next = random(n * 2 + 2);
  const at = new Date(Date.UTC(2026, 5, 1) - Math.floor(next() * 900 * DAY_MS)).toISOString();
  const tags = new Set<string>();
  while (tags.size < 3) tags.add(`${pick(TOPICS, next)}/${Math.floor(next() ** 2 * 20)}`);
  const status = next() < 0.6 ? (STATUSES[Math.floor(next() * 3)] ?? null) : null;
  const noted = n % 5 === 0;
  let note = '';
  if (noted) for (let at = 0; at < 30; at++) note += `${WORDS[zipf(next)] ?? ''} `;
  return {
    starred: next() < 0.8,
    starredAt: at,
    status,
    statusAt: status === null ? null : at,
    tags: sortTags([...tags]),
    tagsAt: at,
    note: note.trim(),
    noteAt: noted ? at : null,
    createdAt: at,
  };
}

/** The id of paper `n`. */
export function idOf(n: number): PaperId {
  const month = Math.floor(n / 20_000);
  const year = 10 + Math.floor(month / 12);
  const number = String(n % 20_000).padStart(5, '0');
  return `arxiv:${String(year).padStart(2, '0')}${String((month % 12) + 1).padStart(2, '0')}.${number}`;
}

const COMMON =
  'the of and to a in we for that is on with this by our are from as an model models language learning data which be training can large it results show these performance based tasks generation task reasoning at using visual image video not multi methods method approach or across while has between their agents present framework propose evaluation benchmark such diffusion through two state both existing existing human new however neural work have more'.split(
    ' ',
  );
const STARTS = [
  'b',
  'c',
  'd',
  'f',
  'g',
  'h',
  'k',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  't',
  'v',
  'st',
  'tr',
  'pr',
  'qu',
  'ch',
];
const VOWELS = ['a', 'e', 'i', 'o', 'u', 'io', 'ea'];
const ENDS = ['n', 'r', 's', 't', 'l', 'ng', 'nt', 'ct'];
const TOPICS = [
  'rl',
  'vision',
  'agents',
  'nlp',
  'audio',
  'robotics',
  'theory',
  'data',
  'systems',
  'to read',
];
const WORDS = Array.from({ length: VOCABULARY }, (_, rank) => wordOf(rank));
const NAMES = Array.from({ length: 8_000 }, (_, n) => capital(wordOf(1_000 + n * 5)));
const ORGANIZATIONS = Array.from({ length: 300 }, (_, n) => wordOf(2_000 + n * 7));

function nameOf(next: () => number): string {
  return `${NAMES[Math.floor(next() ** 2 * 2_000)] ?? ''} ${NAMES[Math.floor(next() * 8_000)] ?? ''}`;
}

/** A rank, as frequent as in a language: the rank's reciprocal. */
function zipf(next: () => number): number {
  return Math.floor(Math.exp(next() * Math.log(VOCABULARY))) - 1;
}

/** A word that only this paper has. */
function unique(n: number): string {
  return `zq${n.toString(36)}`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

function pick<T>(list: readonly T[], next: () => number): T {
  const picked = list[Math.floor(next() * list.length)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
}

import { arxivId, type PaperId, paperIdFromUrl } from '../../papers/ids';

/** A paper that a text names, and where. */
export interface Mention {
  id: PaperId;
  at: number;
}

const NEW_STYLE = String.raw`\d{4}\.\d{4,5}`;
const OLD_STYLE = String.raw`[a-z]+(?:-[a-z]+){0,2}(?:\.[a-z]{2})?/\d{7}`;
/** Where an address begins, with or without "https://". */
const HOST = String.raw`(?:(?<!\w)https?://|(?<![\w.@/-]))(?:[a-z0-9-]{1,30}\.){0,3}`;
/** Addresses; what they are about `paperIdFromUrl` says. */
const ADDRESS = String.raw`${HOST}(?:arxiv\.org|huggingface\.co|hf\.co|doi\.org)/[^\s<>"'()[\]{}|\\^${'`'}]+`;
/** Sites that show arXiv's papers under arXiv's ids. */
const MIRROR = String.raw`${HOST}(?:alphaxiv\.org/(?:abs|overview|html|pdf)|ar5iv\.org/(?:abs|html|pdf)|scirate\.com/arxiv|papers\.cool/arxiv)/`;
/** "arXiv:2401.12345v2", "arXiv preprint hep-th/9711200", and what follows "10.48550/" in a DOI. */
const NAMED = String.raw`(?:(?<![a-z])arxiv[\s:.-]{1,3}(?:preprint )?|${MIRROR})(${NEW_STYLE}|${OLD_STYLE})(?!\d)`;
/** A number that stands alone and is the id of a paper of today; older ones had four digits, as prices do. */
const BARE = String.raw`(?<![\w.,:;/$€£¥#+-])(?<![$€£¥] )(\d{4}\.\d{5})(?:v\d{1,2})?(?![\w/%-]|[.,:]\d| ?(?:[€$£¥%]|(?:usd|eur|gbp|jpy|cny|chf)\b))`;

const SURE = new RegExp(`${ADDRESS}|${NAMED}`, 'gi');
const ALL = new RegExp(`${ADDRESS}|${NAMED}|${BARE}`, 'gi');

/** arXiv's ids have five digits since January 2015. */
const FIRST_BARE = '1501';

/** The papers that a text names, in its order. `at` (ISO 8601) is now: a bare number of a later month is no id. */
export function* mentionsIn(text: string, at: string): Generator<Mention, void, void> {
  const lastBare = at.slice(2, 4) + at.slice(5, 7);
  for (const { 0: found, 1: named, 2: bare, index } of text.matchAll(ALL)) {
    if (bare !== undefined) {
      const month = bare.slice(0, 4);
      if (month < FIRST_BARE || month > lastBare || bare.endsWith('.00000')) continue;
    }
    const id = idOf(found, named ?? bare);
    if (id !== null) yield { id, at: index };
  }
}

const LONE = new RegExp(
  String.raw`^\s*(?:[-*+•]|\d{1,6}[.)])?\s*(?:\[[ x]\]\s)?\s*((?:${NEW_STYLE}|${OLD_STYLE})(?:v\d{1,2})?)\s*$`,
  'i',
);

/** The paper that a line is about which is an id and nothing else, as in a list of ids; they may be older ones here. */
export function loneId(line: string): PaperId | null {
  const id = line.length < 100 ? LONE.exec(line)?.[1] : undefined;
  // Older ids with digits only: April 2007 to December 2014. Newer ones are found anywhere.
  const isOlder = id !== undefined && (id.includes('/') || (id >= '0704' && id < '1413'));
  return isOlder ? arxivId(id) : null;
}

/** The first paper that any of some values names by address, DOI or "arXiv:" id; null if none does. */
export function paperIn(values: readonly unknown[]): PaperId | null {
  for (const value of values) {
    if (typeof value !== 'string') continue;
    for (const { 0: found, 1: named } of value.slice(0, 100_000).matchAll(SURE)) {
      const id = idOf(found, named);
      if (id !== null) return id;
    }
  }
  return null;
}

function idOf(found: string, id: string | undefined): PaperId | null {
  if (id !== undefined) return arxivId(id);
  const address = found.replace(/[.,;:!?*~…。，、；]+$/, '');
  const whole = /^https?:/i.test(address) ? address : `https://${address}`;
  // What follows a comma may be the next cell of a table.
  return paperIdFromUrl(whole) ?? paperIdFromUrl(whole.replace(/[,;].*$/, ''));
}

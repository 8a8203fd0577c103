import { arxivId, type PaperId, paperIdFromUrl } from '../../papers/ids';

/** A paper that a text names, and where. */
export interface Mention {
  id: PaperId;
  at: number;
}

const NEW_STYLE = String.raw`\d{4}\.\d{4,5}`;
const OLD_STYLE = String.raw`[a-z]+(?:-[a-z]+){0,2}(?:\.[a-z]{2})?/\d{7}`;
/** Addresses, with or without "https://"; what they are about `paperIdFromUrl` says. */
const ADDRESS = String.raw`(?:(?<!\w)https?://|(?<![\w.@/-]))(?:[a-z0-9-]{1,30}\.){0,3}(?:arxiv\.org|huggingface\.co|hf\.co|doi\.org)/[^\s<>"'()[\]{}|\\^${'`'}]+`;
/** "arXiv:2401.12345v2", "arXiv 2401.12345", and what follows "10.48550/" in a DOI. */
const NAMED = String.raw`(?<![a-z])arxiv[\s:.-]{1,3}(${NEW_STYLE}|${OLD_STYLE})(?!\d)`;
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

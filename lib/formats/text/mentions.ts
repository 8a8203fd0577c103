import { paperIdFromUrl } from '../../papers/addresses';
import { arxivId, dblpId, idOfDoi, type PaperId } from '../../papers/ids';
import {
  ADDRESS,
  ARCHIVED,
  BARE,
  DOI,
  ID,
  LONE,
  MAY_NAME,
  NAMED,
  PREPRINT_RECORD,
  RECORD,
} from './naming';

/** A paper that a text names, and where what names it begins and ends. */
export interface Mention {
  id: PaperId;
  at: number;
  end: number;
}

const SURE = [ADDRESS, NAMED, ARCHIVED, RECORD, DOI, PREPRINT_RECORD].join('|');
const SURE_ONE = new RegExp(SURE, 'gi');
const ANY_ONE = new RegExp(`${SURE}|${BARE}`, 'gi');

/** arXiv's ids have five digits since January 2015. */
const FIRST_BARE = '1501';

/** The papers that a text names, in its order. `at` (ISO 8601) is now: a bare number of a later month is not an id. */
export function* mentionsIn(text: string, at: string): Generator<Mention, void, void> {
  const lastBare = at.slice(2, 4) + at.slice(5, 7);
  for (const found of text.matchAll(ANY_ONE)) {
    const bare = found[6];
    if (bare !== undefined) {
      const month = bare.slice(0, 4);
      if (month < FIRST_BARE || month > lastBare || bare.endsWith('.00000')) continue;
    }
    const id = bare === undefined ? sureId(found) : arxivId(bare);
    if (id !== null) yield { id, at: found.index, end: found.index + found[0].length };
  }
}

const LONE_ID = new RegExp(LONE, 'i');

/** The paper that a line is about which is an id and nothing else, as in a list of ids; they may be older ones here. */
export function loneId(line: string): PaperId | null {
  const id = line.length < 100 ? LONE_ID.exec(line)?.[1] : undefined;
  // Older ids with digits only: April 2007 to December 2014. Newer ones are found anywhere.
  const isOlder = id !== undefined && (id.includes('/') || (id >= '0704' && id < '1413'));
  return isOlder ? arxivId(id) : null;
}

const ID_LIST = new RegExp(
  `^\\s*${ID}(?:v\\d{1,2})?(?:[\\s,;]+${ID}(?:v\\d{1,2})?)+[\\s,;]*$`,
  'i',
);

/** The papers of a line that is nothing but several ids, of any year; null if it is another, or one of them is none. */
export function idList(line: string, at: string): Mention[] | null {
  if (line.length > 4_000 || !ID_LIST.test(line)) return null;
  const all = Array.from(line.matchAll(/[^\s,;]+/g), ({ 0: part, index }) => {
    const id = [...mentionsIn(part, at)][0]?.id ?? loneId(part);
    return id && { id, at: index, end: index + part.length };
  });
  return all.every((one) => one !== null) ? all : null;
}

/** The first paper that any of some values names by address, DOI or "arXiv:" id; null if none does. */
export function paperIn(values: readonly unknown[]): PaperId | null {
  for (const value of values) {
    const id = typeof value === 'string' ? firstIn(value.slice(0, 100_000), DEEPEST) : null;
    if (id !== null) return id;
  }
  return null;
}

/** Most addresses that are looked into, one within the other. */
const DEEPEST = 3;

function firstIn(text: string, levels: number): PaperId | null {
  for (const found of text.matchAll(SURE_ONE)) {
    const id = sureId(found, levels);
    if (id !== null) return id;
  }
  return null;
}

function sureId(
  [whole, named, archived, record, doi, preprint]: RegExpExecArray,
  levels = DEEPEST,
): PaperId | null {
  if (record !== undefined) return dblpId(record);
  if (doi !== undefined) return idOfDoi(doi);
  const name =
    named ?? archived ?? preprint?.replace(/-(?=\d+$)/, /^\d/.test(preprint) ? '.' : '/');
  return name === undefined ? paperInAddress(whole, levels) : arxivId(name.toLowerCase());
}

/** The paper that an address is about, or that an address within it is: links in mails, of searches, of archives of pages. */
function paperInAddress(found: string, levels: number): PaperId | null {
  if (!MAY_NAME.test(found)) return null;
  const address = found.replace(/[.,;:!?*~]+$/, '');
  const outer = /^https?:/i.test(address) ? address : `https://${address}`;
  const id = paperIdFromUrl(outer);
  if (id !== null || levels === 0) return id;
  return firstIn(behindHost(unescaped(address)), levels - 1);
}

/** An archive of pages has whole addresses in its own, with or without "https://". */
const ARCHIVE = /^[a-z]+:\/\/(?:web\.)?archive\.(?:org|is|ph|today)\/(?:web\/)?[\w*]{0,30}\//i;

function behindHost(address: string): string {
  const archived = address.replace(ARCHIVE, '/?');
  return archived.slice(/^(?:[a-z-]+:\/*)?[^/?]*/i.exec(archived)?.[0].length);
}

/** An address without the escapes that hide another one in it: those of the web, and Proofpoint's. */
function unescaped(address: string): string {
  let text = /\/\/urldefense\.[^?]*\?u=/i.test(address)
    ? address.replace(/-(?=[\da-f]{2})/gi, '%').replace(/_/g, '/')
    : address;
  for (let times = 0; times < 3 && text.includes('%'); times++) {
    try {
      text = decodeURIComponent(text);
    } catch {
      break; // a stray "%"
    }
  }
  return text;
}

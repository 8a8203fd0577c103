import type { Decoded } from '../formats/decoded';
import { decode } from '../formats/decoders';
import type { FileFormat } from '../formats/detect';
import type { Break, Refusal, RowProblem } from '../formats/problems';
import { isEmpty } from '../papers/annotation';
import type { Incoming } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { fits } from '../papers/limits';
import { combineIncoming } from '../papers/merging';
import type { Paper } from '../papers/paper';
import type { SearchesAndColours } from '../papers/searchesAndColours';
import { tagKey } from '../papers/tags';
import { type CarriedSetting, carriedIn } from '../settings/carried';
import type { Pace } from '../yielding';
import { fileText, openText, type Source, type Text, weighText } from './fileText';

/** A row, or a part of one, that does not come in, and why. */
export interface ImportProblem {
  /** Row and line in the file; null of what is too large only together with the library or another file. */
  row: number | null;
  line: number | null;
  /** Title or id, if it is known, or the address where it is not a paper. */
  name: string | null;
  /** Where it points to, where it is not a paper. Text from a file: shown, never followed. */
  address: string | null;
  reason: RowProblem | { code: 'saysNothing' | 'tooLargeTogether' };
  /** The rest of the row comes in. */
  isPartial: boolean;
}

/** What of a file could not be read: the first problems, how many rows have one, and whether the file has an end. */
export interface Problems {
  first: ImportProblem[];
  unreadableRows: number;
  partialRows: number;
  /** Saved searches, colours and settings that cannot be read. */
  unreadableSearches: number;
  break: Break | null;
}

/** Most problems that are kept one by one: more than anybody reads, so that a list to take away is whole. */
export const LISTED = 5_000;

/** Of what nothing was read yet. */
export function noProblems(): Problems {
  return { first: [], unreadableRows: 0, partialRows: 0, unreadableSearches: 0, break: null };
}

export type ReadOutcome =
  | {
      ok: true;
      format: FileFormat;
      bookmarks: Incoming[];
      searchesAndColours: SearchesAndColours;
      settings: CarriedSetting[];
      problems: Problems;
    }
  | { ok: false; problem: Refusal | { code: 'noAccess' } };

/** Reads all bookmarks of a file, each paper once: rows of one paper are merged. Null if the signal aborted. */
export async function readBookmarks(
  source: Source,
  at: string,
  onBytes: (read: number) => void,
  pace: Pace,
  signal: AbortSignal,
): Promise<ReadOutcome | null> {
  try {
    const opened = await openText(source);
    if (!opened.ok) {
      return { ok: false, problem: { code: 'foreign', looksLike: opened.looksLike } };
    }
    const { isPacked, encoding, declared } = opened;
    const text = fileText(source, isPacked, encoding, onBytes);
    const read = await readText(text, source.name, at, pace, signal);
    if (!text.isInvalid || signal.aborted) return read;
    const weighed = await weighText(source, isPacked, declared);
    const again = fileText(source, isPacked, weighed, onBytes);
    return await readText(again, source.name, at, pace, signal);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    return { ok: false, problem: { code: 'noAccess' } }; // it was moved, changed or locked since it was chosen
  }
}

async function readText(
  text: Text,
  name: string,
  at: string,
  pace: Pace,
  signal: AbortSignal,
): Promise<ReadOutcome | null> {
  let format: FileFormat = 'text';
  const gathered = new Gathered();
  let [rows, line] = [0, 1];
  const onFormat = (found: FileFormat): void => {
    format = found;
  };
  try {
    for await (const item of decode(paced(text.chunks, pace), at, onFormat, name)) {
      await pace();
      if (signal.aborted) return null;
      if (item.kind === 'refused') return { ok: false, problem: item.problem };
      if ('row' in item) [rows, line] = [item.row, item.line];
      gathered.add(item);
    }
  } catch (error) {
    if (error instanceof DOMException) throw error; // the file cannot be read
    gathered.problems.break = { code: 'failed', after: rows, line, error: String(error) };
  }
  if (signal.aborted) return null;
  if (text.isCut) gathered.problems.break ??= { code: 'cutOff', after: rows };
  const { byId, searchesAndColours, settings, problems } = gathered;
  const bookmarks = [...byId.values()];
  return { ok: true, format, bookmarks, searchesAndColours, settings, problems };
}

/** What is long without a row in it gives turns too. */
async function* paced(chunks: AsyncIterable<string>, pace: Pace): AsyncGenerator<string> {
  for await (const chunk of chunks) {
    await pace();
    yield chunk;
  }
}

/** What has come out of a file so far. */
class Gathered {
  readonly byId = new Map<PaperId, Incoming>();
  readonly searchesAndColours: SearchesAndColours = { searches: [], colours: [] };
  readonly settings: CarriedSetting[] = [];
  readonly problems = noProblems();

  add(item: Exclude<Decoded, { kind: 'refused' }>): void {
    if (item.kind === 'broken') this.problems.break = item.problem;
    else if (item.kind === 'unreadable') {
      const { row, line, reason, title, id, address = null } = item;
      const name = title ?? id ?? address;
      this.problems.unreadableRows++;
      this.#report({ row, line, name, address, reason, isPartial: false });
    } else if (item.kind === 'bookmark') this.#addBookmark(item);
    else if (item.kind === 'search') this.searchesAndColours.searches.push(item.search);
    else if (item.kind === 'dismissed') {
      this.searchesAndColours.dismissed ??= [];
      this.searchesAndColours.dismissed.push(item.paper);
    } else if (item.kind === 'tagColour') {
      const { tag, colour } = item;
      this.searchesAndColours.colours.push({ key: tagKey(tag), tag, colour });
    } else if (item.kind === 'settings') {
      const { settings, unreadable } = carriedIn(item.stated);
      this.settings.push(...settings);
      this.problems.unreadableSearches += unreadable;
    } else this.problems.unreadableSearches += item.count;
  }

  #addBookmark({ row, line, bookmark, leftOut }: Extract<Decoded, { kind: 'bookmark' }>): void {
    const { id, title: name } = bookmark.paper;
    const where = { row, line, name, address: null };
    if (isEmpty(bookmark.annotation)) {
      this.problems.unreadableRows++;
      this.#report({ ...where, reason: { code: 'saysNothing' }, isPartial: false });
      return;
    }
    const before = this.byId.get(id);
    const combined = before === undefined ? bookmark : combineIncoming(before, bookmark);
    if (before !== undefined && !fits(combined)) {
      this.problems.unreadableRows++;
      this.#report({ ...where, reason: { code: 'tooLargeTogether' }, isPartial: false });
      return;
    }
    this.byId.set(id, combined);
    if (leftOut.length > 0) this.problems.partialRows++;
    for (const reason of leftOut) this.#report({ ...where, reason, isPartial: true });
  }

  #report(problem: ImportProblem): void {
    if (this.problems.first.length < LISTED) this.problems.first.push(problem);
  }
}

/** Papers that can be read, and are too large together with what there is of them, as problems. */
export function tooLargeTogether(papers: readonly Paper[]): ImportProblem[] {
  return papers.map(({ title }) => ({
    row: null,
    line: null,
    name: title,
    address: null,
    reason: { code: 'tooLargeTogether' },
    isPartial: false,
  }));
}

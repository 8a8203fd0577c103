import type { FileFormat } from '../formats/detect';
import type { Break } from '../formats/problems';
import type { Incoming } from '../papers/bookmark';
import { newlyDismissed } from '../papers/dismissed';
import type { PaperId } from '../papers/ids';
import { fits } from '../papers/limits';
import { combineIncoming } from '../papers/merging';
import type { Paper } from '../papers/paper';
import type { SearchesAndColours } from '../papers/searchesAndColours';
import type { CarriedSetting } from '../settings/carried';
import type { Pace } from '../yielding';
import type { Source } from './fileText';
import { filesIn } from './packedFiles';
import {
  type ImportProblem,
  LISTED,
  noProblems,
  type Problems,
  type ReadOutcome,
  readBookmarks,
  tooLargeTogether,
} from './readFile';

type Refused = Extract<ReadOutcome, { ok: false }>['problem'];

/** What became of one of the files that were read together. */
export interface ReadFile {
  name: string;
  /** What it was recognised as; null if it was refused. */
  format: FileFormat | null;
  /** Why nothing of it comes in. */
  refused: Refused | null;
  /** Why what comes after it cannot be read. */
  break: Break | null;
}

/** A problem, and in which of several files. */
export interface ListedProblem extends ImportProblem {
  file: string | null;
}

/** What of some files could not be read. `break` is the first one's. */
export interface AllProblems extends Problems {
  first: ListedProblem[];
}

export type AllRead =
  | {
      ok: true;
      bookmarks: Incoming[];
      searchesAndColours: SearchesAndColours;
      settings: CarriedSetting[];
      files: ReadFile[];
      problems: AllProblems;
    }
  | { ok: false; name: string; problem: Refused };

const UNPACKABLE: ReadOutcome = { ok: false, problem: { code: 'foreign', looksLike: 'zip' } };

/**
 * Reads some files one after the other, those in zips as well, each paper once. A file that is refused does not keep the others out; the
 * outcome is a refusal where all are. Null if the signal aborted.
 */
export async function readAll(
  sources: readonly Source[],
  at: string,
  onBytes: (read: number, name: string) => void,
  pace: Pace,
  signal: AbortSignal,
): Promise<AllRead | null> {
  const files: ReadFile[] = [];
  const problems: AllProblems = { ...noProblems(), first: [] };
  const searchesAndColours: SearchesAndColours[] = [];
  const settings = new Map<string, CarriedSetting>(); // the first that comes
  const byId = new Map<PaperId, Incoming>();
  let bookmarks: Incoming[] | null = null; // one file's need not be joined
  let before = 0;
  for (const chosen of sources) {
    for await (const { source, name, done } of filesIn(chosen, pace)) {
      const isAlone = sources.length === 1 && source === chosen;
      const [begun, share] = [before, source === chosen ? 1 : 0];
      const read =
        source === null
          ? UNPACKABLE
          : await readBookmarks(source, at, (n) => onBytes(begun + n * share, name), pace, signal);
      if (read === null) return null;
      onBytes(before + Math.round(done * chosen.size), name);
      if (!read.ok) {
        files.push({ name, format: null, refused: read.problem, break: null });
        continue;
      }
      files.push({ name, format: read.format, refused: null, break: read.problems.break });
      searchesAndColours.push(read.searchesAndColours);
      for (const setting of read.settings) {
        if (!settings.has(setting.name)) settings.set(setting.name, setting);
      }
      add(problems, read.problems, isAlone ? null : name);
      if (isAlone) bookmarks = read.bookmarks;
      else {
        const tooLarge = tooLargeTogether(await join(byId, read.bookmarks, pace));
        add(problems, { ...noProblems(), first: tooLarge, unreadableRows: tooLarge.length }, name);
      }
      if (signal.aborted) return null;
    }
    before += chosen.size;
  }
  bookmarks ??= [...byId.values()];
  const [first] = files;
  return first?.refused && files.every(({ refused }) => refused !== null)
    ? { ok: false, name: first.name, problem: first.refused }
    : {
        ok: true,
        bookmarks,
        searchesAndColours: joinedSearchesAndColours(searchesAndColours),
        settings: [...settings.values()],
        files,
        problems,
      };
}

/** Adds bookmarks to others; gives the papers that are too large together, which stay as they were. */
async function join(
  byId: Map<PaperId, Incoming>,
  more: readonly Incoming[],
  pace: Pace,
): Promise<Paper[]> {
  const tooLarge: Paper[] = [];
  for (const bookmark of more) {
    const { id } = bookmark.paper;
    const known = byId.get(id);
    const combined = known === undefined ? bookmark : combineIncoming(known, bookmark);
    if (known === undefined || fits(combined)) byId.set(id, combined);
    else tooLarge.push(bookmark.paper);
    await pace();
  }
  return tooLarge;
}

/** Each name and each tag once: the first that comes. */
function joinedSearchesAndColours(all: readonly SearchesAndColours[]): SearchesAndColours {
  const searches = new Map<string, SearchesAndColours['searches'][number]>();
  const colours = new Map<string, SearchesAndColours['colours'][number]>();
  const dismissed = all.flatMap((one) => one.dismissed ?? []);
  for (const searchesAndColours of all) {
    for (const search of searchesAndColours.searches)
      if (!searches.has(search.name)) searches.set(search.name, search);
    for (const colour of searchesAndColours.colours)
      if (!colours.has(colour.key)) colours.set(colour.key, colour);
  }
  return {
    searches: [...searches.values()],
    colours: [...colours.values()],
    ...(dismissed.length > 0 ? { dismissed: newlyDismissed(dismissed, []).added } : {}),
  };
}

/** Adds problems to those of the files before. */
export function add(all: AllProblems, { first, ...more }: Problems, file: string | null): void {
  all.first.push(
    ...first.slice(0, LISTED - all.first.length).map((problem) => ({ ...problem, file })),
  );
  all.unreadableRows += more.unreadableRows;
  all.partialRows += more.partialRows;
  all.unreadableSearches += more.unreadableSearches;
  all.break ??= more.break;
}

import { decodeLibrary } from '../formats/json/decode';
import type { Break, Refusal, RowProblem } from '../formats/json/problems';
import { isEmpty } from '../papers/annotation';
import type { Bookmark } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import { mergeBookmarks } from '../papers/merging';
import type { Pace } from './pace';
import { type Source, textOf } from './textOf';

/** A row, or a part of one, that does not come in, and why. */
export interface ImportProblem {
  row: number;
  line: number;
  /** Title or id, if it is known. */
  name: string | null;
  reason: RowProblem | { code: 'saysNothing' };
  /** The rest of the row comes in. */
  isPartial: boolean;
}

/** What of a file could not be read: the first problems, how many rows have one, and whether the file has an end. */
export interface Problems {
  first: ImportProblem[];
  unreadableRows: number;
  partialRows: number;
  break: Break | null;
}

/** Most problems that are listed one by one. */
const LISTED = 200;

export type ReadOutcome =
  | { ok: true; bookmarks: Bookmark[]; problems: Problems }
  | { ok: false; problem: Refusal | { code: 'noAccess' } };

/** Reads all bookmarks of a file, each paper once: rows of one paper are merged. Null if the signal aborted. */
export async function readBookmarks(
  source: Source,
  at: string,
  onBytes: (read: number) => void,
  pace: Pace,
  signal: AbortSignal,
): Promise<ReadOutcome | null> {
  const byId = new Map<PaperId, Bookmark>();
  const problems: Problems = { first: [], unreadableRows: 0, partialRows: 0, break: null };
  const report = (problem: ImportProblem): void => {
    if (problems.first.length < LISTED) problems.first.push(problem);
  };
  const pieces = textOf(source, onBytes);
  let access = true;
  async function* text(): AsyncGenerator<string, void, void> {
    try {
      yield* pieces;
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      access = false; // the file was moved, changed or locked since it was chosen
    }
  }
  for await (const item of decodeLibrary(text(), at)) {
    await pace();
    if (signal.aborted) return null;
    if (item.kind === 'refused') {
      return { ok: false, problem: access ? item.problem : { code: 'noAccess' } };
    }
    if (item.kind === 'broken') problems.break = item.problem;
    else if (item.kind === 'unreadable') {
      const { row, line, reason } = item;
      problems.unreadableRows++;
      report({ row, line, name: item.title ?? item.id ?? null, reason, isPartial: false });
    } else {
      const { row, line, bookmark, leftOut } = item;
      const { id, title: name } = bookmark.paper;
      if (isEmpty(bookmark.annotation)) {
        problems.unreadableRows++;
        report({ row, line, name, reason: { code: 'saysNothing' }, isPartial: false });
        continue;
      }
      if (leftOut.length > 0) problems.partialRows++;
      for (const reason of leftOut) report({ row, line, name, reason, isPartial: true });
      const before = byId.get(id);
      byId.set(id, before === undefined ? bookmark : mergeBookmarks(before, bookmark));
    }
  }
  if (!access) return { ok: false, problem: { code: 'noAccess' } };
  return signal.aborted ? null : { ok: true, bookmarks: [...byId.values()], problems };
}

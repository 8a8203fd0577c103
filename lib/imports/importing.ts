import type { Refusal } from '../formats/problems';
import type { Answer, ImportOutcome, MessageName, Request } from '../messages/contract';
import type { FailureCode, Result } from '../messages/result';
import type { Bookmark, Incoming } from '../papers/bookmark';
import type { PaperId } from '../papers/ids';
import {
  type ComparedSearchesAndColours,
  NO_SEARCHES_OR_COLOURS,
  type SearchesAndColours,
} from '../papers/searchesAndColours';
import type { ComparedSettings } from '../settings/carried';
import { countText } from '../text/text';
import type { Pace } from '../yielding';
import { attempt } from './attempt';
import {
  broughtBack,
  type ComparedLibrary,
  type Comparison,
  compare,
  compareWithOwnSearches,
  differencesOf,
  titlesOf,
} from './comparing';
import type { AnyDifference } from './differences';
import type { Source } from './fileText';
import { createImportedSettings, type OwnSettings } from './importedSettings';
import { noProblems, tooLargeTogether } from './readFile';
import { type AllProblems, add, type ReadFile, readAll } from './readFiles';
import { partsOf } from './staging';

/** What an import would do, and what of the files could not be read. */
export interface Preview extends Comparison {
  /** The file's name; of several files, how many. */
  name: string;
  files: ReadFile[];
  problems: AllProblems;
  newCount: number;
  mergeCount: number;
  sameCount: number;
  searchesAndColours: ComparedSearchesAndColours;
  settings: ComparedSettings;
  /** What would change of some of the merged papers, field by field, as the library is now. */
  differences(papers: readonly Incoming[]): Promise<Map<PaperId, AnyDifference[]>>;
  /** Titles of some of the new papers, where the file has none and the history has one. */
  titles(papers: readonly Incoming[]): Promise<Map<PaperId, string>>;
  /** What becomes of those of some new papers that come back from the trash. */
  broughtBack(papers: readonly Incoming[]): Promise<Map<PaperId, Bookmark>>;
}

/** Where an import is. The library changes in `applying` and in no other state. */
export type ImportState =
  | { step: 'idle' }
  | { step: 'reading'; name: string; done: number; total: number }
  | { step: 'comparing'; name: string; done: number; total: number }
  | { step: 'refused'; name: string; problem: Refusal | { code: 'noAccess' } }
  | ({ step: 'preview' } & Preview)
  /** `canCancel` until the library is about to change, which is one transaction. */
  | { step: 'applying'; name: string; done: number; total: number; canCancel: boolean }
  | {
      step: 'done';
      name: string;
      outcome: ImportOutcome;
      /** How many settings were set. */
      settings: number;
      /** Rows that did not come in; the preview has said why. */
      leftOut: number;
      /** Whether it was taken back, or why it could not be. */
      undone: boolean | FailureCode;
    }
  /** The library is as it was; with `unanswered` the import may have happened, and may be done again without harm. */
  | { step: 'failed'; name: string; code: FailureCode; error?: never }
  /** A mistake of ours: the library is as it was. `error` is for whoever mends it. */
  | { step: 'failed'; name: string; code: 'bug'; error: string };

export interface ImportingParts {
  send<N extends MessageName>(name: N, request: Request<N>): Promise<Result<Answer<N>>>;
  reader: ComparedLibrary;
  settings: OwnSettings;
  show(state: ImportState): void;
  now(): Date;
  newId(): string;
  pace: Pace;
}

/** What a reader can do with an import. Nothing is in the library before `apply`; new files take the place of the last. */
export interface Importing {
  choose(...sources: Source[]): Promise<void>;
  apply(): Promise<void>;
  cancel(): void;
  /** Takes an applied import back, as one step. */
  undo(): Promise<void>;
}

/** An import that has no file yet. */
export function createImporting(parts: ImportingParts): Importing {
  const { send, reader, settings, show, now, newId, pace } = parts;
  let state: ImportState = { step: 'idle' };
  let run = new AbortController();
  let changes: Incoming[] = [];
  let newSearches: SearchesAndColours = NO_SEARCHES_OR_COLOURS;
  const newSettings = createImportedSettings(settings);

  const become = (next: ImportState, signal: AbortSignal): void => {
    if (signal.aborted) return;
    state = next;
    show(state);
  };
  const begin = (): AbortSignal => {
    run.abort();
    run = new AbortController();
    changes = [];
    newSearches = NO_SEARCHES_OR_COLOURS;
    newSettings.forget();
    return run.signal;
  };

  async function choose(...sources: Source[]): Promise<void> {
    const [first] = sources;
    if (state.step === 'applying' || first === undefined) return;
    const signal = begin();
    const bytes = sources.reduce((sum, { size }) => sum + size, 0);
    const onBytes = (done: number, name: string): void =>
      become({ step: 'reading', name, done, total: bytes }, signal);
    onBytes(0, first.name);
    await orFail(() => look(sources, first, onBytes, signal), first.name, signal);
  }

  /** Whatever goes wrong, the reader sees it. */
  async function orFail(
    work: () => Promise<void>,
    name: string,
    signal: AbortSignal,
  ): Promise<void> {
    try {
      await work();
    } catch (error) {
      become({ step: 'failed', name, code: 'bug', error: String(error) }, signal);
    }
  }

  async function look(
    sources: readonly Source[],
    first: Source,
    onBytes: (read: number, name: string) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const read = await readAll(sources, now().toISOString(), onBytes, pace, signal);
    if (read === null) return;
    if (!read.ok) {
      return become({ step: 'refused', name: read.name, problem: read.problem }, signal);
    }
    const { bookmarks, files, problems } = read;
    const name = files.length === 1 ? first.name : countText('importFiles', files.length);
    const total = bookmarks.length;
    const onCompared = (done: number): void =>
      become({ step: 'comparing', name, done, total }, signal);
    const compared = await attempt(() => compare(bookmarks, reader, onCompared, pace, signal));
    const searchesAndColours = await attempt(() =>
      compareWithOwnSearches(read.searchesAndColours, reader),
    );
    if (!compared || !searchesAndColours)
      return become({ step: 'failed', name, code: 'storage' }, signal);
    if (signal.aborted) return;
    const { tooLarge, ...comparison } = compared;
    const leftOut = tooLargeTogether(tooLarge.map(({ paper }) => paper));
    add(problems, { ...noProblems(), first: leftOut, unreadableRows: leftOut.length }, null);
    changes = [...compared.added, ...compared.merged];
    newSearches = searchesAndColours.added;
    const differences = (papers: readonly Incoming[]) => differencesOf(papers, reader);
    const titles = (papers: readonly Incoming[]) => titlesOf(papers, reader);
    const preview: Preview = {
      name,
      files,
      problems,
      ...comparison,
      newCount: compared.added.length,
      mergeCount: compared.merged.length,
      sameCount: compared.unchanged.length,
      searchesAndColours,
      settings: await newSettings.look(read.settings),
      differences,
      titles,
      broughtBack: (papers) => broughtBack(papers, reader),
    };
    become({ step: 'preview', ...preview }, signal);
  }

  async function apply(): Promise<void> {
    if (state.step !== 'preview') return;
    const previewed = state;
    const { signal } = run;
    await orFail(() => carryOut(previewed, signal), previewed.name, signal);
  }

  async function carryOut({ name, sameCount, problems }: Preview, signal: AbortSignal) {
    const leftOut = problems.unreadableRows;
    const id = newId();
    const total = changes.length;
    const progress = (done: number, canCancel: boolean): void =>
      become({ step: 'applying', name, done, total, canCancel }, signal);
    const abandon = (): Promise<unknown> => send('import.abandon', { import: id });
    progress(0, true);
    let done = 0;
    let part = 0;
    for (const together of partsOf(changes, newSearches)) {
      const staged = await send('import.stage', { import: id, part: part++, ...together });
      if (signal.aborted || !staged.ok) {
        await abandon();
        if (!staged.ok) become({ step: 'failed', name, code: unchanged(staged.code) }, signal);
        return;
      }
      done += together.bookmarks.length;
      progress(done, true);
    }
    progress(total, false);
    const applied = await send('import.apply', { import: id });
    changes = [];
    if (applied.ok) {
      const outcome = { ...applied.value, same: applied.value.same + sameCount };
      const count = await newSettings.apply();
      become({ step: 'done', name, outcome, settings: count, leftOut, undone: false }, signal);
    } else {
      if (applied.code !== 'unanswered') await abandon();
      become({ step: 'failed', name, code: applied.code }, signal);
    }
  }

  async function undo(): Promise<void> {
    if (state.step !== 'done' || state.undone === true) return;
    const before = state;
    const step = state.outcome.undo;
    if (step === null && state.settings === 0) return;
    const undone = step === null ? null : await send('step.undo', { step });
    if (undone === null || undone.ok) await newSettings.undo();
    become({ ...before, undone: undone === null || undone.ok || undone.code }, run.signal);
  }

  function cancel(): void {
    if (state.step === 'applying' && !state.canCancel) return;
    become({ step: 'idle' }, begin());
  }

  return { choose, apply, cancel, undo };
}

/** Without an answer to staging, nothing has happened to the library. */
function unchanged(code: FailureCode): FailureCode {
  return code === 'unanswered' ? 'storage' : code;
}

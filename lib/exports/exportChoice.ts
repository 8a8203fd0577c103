import type { ExportFormatId } from '../formats/exportFormats';
import type { ExportMeta } from '../formats/json/envelope';
import type { PaperId } from '../papers/ids';
import type { CarriedSetting } from '../settings/carried';
import { countText, numberText, text } from '../text/text';
import { createObservers, type Observable } from '../views/observable';
import { type ExportedFile, type ExportReader, type ExportScope, exportPapers } from './exporting';

/** Papers that are to be exported, of which all are asked for only when it comes to that. */
export interface ChosenPapers {
  count: number;
  /** Some of the first, for a preview. */
  first: readonly PaperId[];
  /** All, in their order. Null: they could not be read. */
  all(): Promise<readonly PaperId[] | null>;
}

/** The whole library, or some papers; null while it is not known which. */
export type ExportAim = 'all' | ChosenPapers | null;

export interface ExportChoiceDeps {
  reader: ExportReader;
  app: ExportMeta['app'];
  now: () => Date;
  /** The reader's own settings. */
  settings: () => Promise<CarriedSetting[]>;
  save: (file: ExportedFile) => void;
}

export interface ExportChoiceState {
  format: ExportFormatId;
  /** How many papers there are to export; null while that is not known. */
  count: number | null;
  /** The beginning of the file; null where it is not to be shown. */
  preview: { step: 'loading' } | { step: 'ready'; text: string } | { step: 'failed' } | null;
  run:
    | { step: 'idle' }
    | { step: 'writing'; done: number; total: number }
    | { step: 'said'; said: string; isError: boolean };
}

/** What is exported and as what, a look at it, and the doing. Knows no DOM. */
export interface ExportChoice extends Observable {
  state(): ExportChoiceState;
  pick(format: ExportFormatId): void;
  aim(at: ExportAim): void;
  /** The preview is shown, or no more. */
  preview(shown: boolean): void;
  begin(): Promise<void>;
  cancel(): void;
}

/** Milliseconds between two looks at how far it is. */
const PACE = 100;

/** See `ExportChoice`. No format's code is loaded before its preview or its file is asked for. */
export function createExportChoice(deps: ExportChoiceDeps): ExportChoice {
  const { reader, app, now, settings, save } = deps;
  const { subscribe, notify } = createObservers();
  let format: ExportFormatId = 'json';
  let aimed: ExportAim = null;
  let count: number | null = null;
  let isShown = false;
  let preview: ExportChoiceState['preview'] = null;
  let run: ExportChoiceState['run'] = { step: 'idle' };
  let turn = 0;
  let running: AbortController | null = null;

  async function look(): Promise<void> {
    turn += 1;
    const mine = turn;
    if (!isShown) preview = null;
    else if (preview?.step !== 'ready') preview = { step: 'loading' }; // what is there stays until there is more
    notify();
    if (!isShown || aimed === null) return;
    const scope = aimed === 'all' ? 'all' : aimed.first;
    let next: ExportChoiceState['preview'];
    try {
      const { previewExport } = await import('./exportPreview');
      const beginning = await previewExport(
        { format, scope },
        { reader, app, now: now(), settings },
      );
      next = { step: 'ready', text: beginning };
    } catch {
      next = { step: 'failed' };
    }
    if (mine !== turn) return;
    preview = next;
    notify();
  }

  async function learnCount(): Promise<void> {
    const mine = aimed;
    const known = aimed === 'all' ? await reader.count().catch(() => null) : (aimed?.count ?? null);
    if (mine !== aimed) return;
    count = known;
    notify();
  }

  function say(said: string, isError = false): void {
    run = { step: 'said', said, isError };
    notify();
  }

  async function write(signal: AbortSignal): Promise<void> {
    const scope: ExportScope | null = aimed === 'all' ? 'all' : ((await aimed?.all()) ?? null);
    if (scope === null) return say(text('exportFailed'), true);
    let told = 0;
    const onProgress = (done: number, total: number): void => {
      run = { step: 'writing', done, total };
      const at = now().getTime();
      if (at - told < PACE && done < total) return;
      told = at;
      notify();
    };
    const world = { reader, app, now: now(), settings, onProgress, signal };
    const file = await exportPapers({ format, scope }, world);
    if (file === null) return say(text('exportCancelled'));
    save(file);
    const written = countText('exported', file.papers, file.name);
    say(file.leftOut === 0 ? written : `${written} ${leftOutText(file.leftOut)}`);
  }

  return {
    subscribe,
    state: () => ({ format, count, preview, run }),
    pick(next) {
      format = next;
      if (run.step === 'said') run = { step: 'idle' };
      void look();
    },
    aim(at) {
      aimed = at;
      if (run.step === 'said') run = { step: 'idle' };
      void learnCount();
      void look();
    },
    preview(shown) {
      if (shown === isShown) return;
      isShown = shown;
      void look();
    },
    async begin() {
      if (running !== null) return;
      running = new AbortController();
      run = { step: 'writing', done: 0, total: count ?? 0 };
      notify();
      try {
        await write(running.signal);
      } catch (error) {
        say(text('exportFailed'), true);
        throw error; // the reader has been told; the browser's own log says more
      } finally {
        running = null;
      }
    },
    cancel: () => running?.abort(),
  };
}

function leftOutText(count: number): string {
  return countText('exportLeftOut', count, numberText(count));
}

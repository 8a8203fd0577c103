import { useMemo, useRef, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { ListedCopy } from '../../components/options/CopiesTable';
import { restore } from '../../lib/backup/restoring';
import { copyAsFile } from '../../lib/exports/backupFile';
import { damageTexts } from '../../lib/exports/damageTexts';
import { saveFile } from '../../lib/exports/exporting';
import type { ExportMeta } from '../../lib/formats/json/envelope';
import { isAllThere } from '../../lib/imports/allThere';
import type { ComparedLibrary } from '../../lib/imports/comparing';
import { createImporting, type ImportState } from '../../lib/imports/importing';
import { send } from '../../lib/messages/client';
import { ownSettings } from '../../lib/settings/ownSettings';
import { text, timeText } from '../../lib/text/text';
import { pacer } from '../../lib/yielding';

/** Where a restore is, and what can be done with a copy. */
export interface Restoring {
  /** The restore as an import: nothing is in the library before it is applied, and it can be taken back. */
  state: ImportState;
  /** How far reading the copy is. */
  reading: { done: number; total: number } | null;
  /** What of the copy that was read last is damaged, in sentences. */
  damage: readonly string[];
  /** The chosen copy is not there any more. */
  isGone: boolean;
  begin(copy: ListedCopy): Promise<void>;
  save(copy: ListedCopy): Promise<void>;
  apply(): Promise<void>;
  discard(): void;
  undo(): void;
}

/** Reads copies, and restores them by way of an import. */
export function useRestoring(reader: ComparedLibrary, app: ExportMeta['app']): Restoring {
  const [state, setState] = useState<ImportState>({ step: 'idle' });
  const [reading, setReading] = useState<Restoring['reading']>(null);
  const [chosen, setChosen] = useState<ListedCopy | null>(null);
  const [damage, setDamage] = useState<readonly string[]>([]);
  const [isGone, setGone] = useState(false);
  const now = useRef(state);
  const importing = useMemo(() => {
    const show = (next: ImportState): void => {
      now.current = next;
      setState(next);
    };
    const newId = (): string => crypto.randomUUID();
    const settings = ownSettings(localStorage);
    return createImporting({
      send,
      reader,
      settings,
      show,
      now: () => new Date(),
      newId,
      pace: pacer(),
    });
  }, [reader]);

  async function fileOf(copy: ListedCopy): Promise<File | null> {
    setGone(false);
    setDamage([]);
    const total = Math.max(copy.papers, 1);
    setReading({ done: 0, total });
    const onPapers = (done: number): void => setReading({ done, total });
    try {
      const restored = await restore(browser.storage.local, copy.name, onPapers);
      const file = restored && (await copyAsFile(restored, copy.at, app, pacer()));
      setGone(file === null);
      if (restored !== null) setDamage(damageTexts(restored));
      return file;
    } catch (error) {
      const name = text('backupName', timeText(copy.at));
      setState({ step: 'failed', name, code: 'bug', error: String(error) });
      return null;
    } finally {
      setReading(null);
    }
  }

  async function begin(copy: ListedCopy): Promise<void> {
    const file = await fileOf(copy);
    if (file === null) return;
    setChosen(copy);
    const name = text('backupName', timeText(copy.at));
    const slice = (from: number, to: number): Blob => file.slice(from, to);
    await importing.choose({ name, size: file.size, slice });
  }

  async function save(copy: ListedCopy): Promise<void> {
    const file = await fileOf(copy);
    if (file !== null) saveFile({ name: file.name, blob: file }, document);
  }

  /** What was on offer is here: it is not offered any more. */
  async function finish(): Promise<void> {
    if (chosen?.isOffered) await send('backup.settle', {});
  }

  return {
    state,
    reading,
    damage,
    isGone,
    begin,
    save,
    apply: async () => {
      await importing.apply();
      if (now.current.step === 'done') await finish();
    },
    discard: () => {
      if (isAllThere(now.current, damage)) void finish();
      setDamage([]);
      importing.cancel();
    },
    undo: () => void importing.undo(),
  };
}

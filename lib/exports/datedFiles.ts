import { browser } from 'wxt/browser';
import { isDue, saveInto } from '../backup/dated';
import { type FileLog, readFileLog, updateFileLog } from '../backup/fileLog';
import { dayOf } from '../backup/generations';
import { readHead } from '../backup/headAndJournal';
import type { ExportMeta } from '../formats/json/envelope';
import type { CarriedSetting } from '../settings/carried';
import type { DatedFiles } from '../settings/settings';
import { readSetting } from '../settings/stored';
import { keepFolder, keptFolder } from '../store/backupFolder';
import { type ExportReader, exportPapers, saveFile } from './exporting';

/** What saving a file needs of a page. */
export interface SavingParts {
  reader: ExportReader;
  app: ExportMeta['app'];
  now: () => Date;
  document: Document;
  /** The reader's own settings. */
  settings: () => Promise<CarriedSetting[]>;
}

/** What the reader wants, and what happened last. */
export async function readFiles(): Promise<{ settings: DatedFiles; log: FileLog }> {
  return {
    settings: await readSetting('datedFiles'),
    log: await readFileLog(browser.storage.local),
  };
}

/** Keeps the folder that the reader chose. Nothing in it is ours yet. */
export function chooseFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  return updateFileLog(browser.storage.local, navigator.locks, async (log) => {
    await keepFolder(folder);
    return { ...log, names: [] };
  });
}

/** Downloads a dated file if one is due; for pages that stay open. Files for a folder are the worker's. */
export async function downloadWhenDue(parts: SavingParts): Promise<void> {
  await save(parts, ({ settings, log, changedAt, day }) => {
    return settings.to === 'downloads' && isDue(settings, log, changedAt, day);
  });
}

/** Saves a dated file now, to where the reader wants it. */
export async function saveNow(parts: SavingParts): Promise<void> {
  await save(parts, () => true);
}

interface Moment {
  settings: DatedFiles;
  log: FileLog;
  changedAt: string;
  day: string;
}

/** Saves a file if it is wanted by then: another page may have saved it meanwhile. */
async function save(
  { reader, app, now, document, settings: ownSettings }: SavingParts,
  isWanted: (moment: Moment) => boolean,
): Promise<void> {
  const storage = browser.storage.local;
  await updateFileLog(storage, navigator.locks, async (log) => {
    const settings = await readSetting('datedFiles');
    const time = now();
    const changedAt = (await readHead(storage))?.at ?? '';
    const when = { at: time.toISOString(), day: dayOf(time), changedAt };
    if (!isWanted({ settings, log, ...when })) return log;
    const file = await exportPapers(
      { format: 'json', scope: 'all' },
      { reader, app, now: time, settings: ownSettings },
    );
    if (file === null) return log;
    if (settings.to === 'folder') {
      return saveInto(await keptFolder(), async () => file.blob, log, when, settings.keep);
    }
    const name = `asterism-backup-${when.day}.json`;
    saveFile({ ...file, name }, document);
    return { ...log, ...when, outcome: 'saved', name };
  });
}

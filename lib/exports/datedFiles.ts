import { browser } from 'wxt/browser';
import { FILE_LOG, type FileLog, isDue, saveInto, toLog } from '../backup/dated';
import { dayOf } from '../backup/generations';
import { readHead } from '../backup/headAndJournal';
import type { ExportMeta } from '../formats/json/envelope';
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
}

/** What the reader wants, and what happened last. */
export async function readFiles(): Promise<{ settings: DatedFiles; log: FileLog }> {
  const stored = await browser.storage.local.get(FILE_LOG);
  return { settings: await readSetting('datedFiles'), log: toLog(stored[FILE_LOG]) };
}

/** Keeps the folder that the reader chose. Nothing in it is ours yet. */
export async function chooseFolder(folder: FileSystemDirectoryHandle): Promise<void> {
  await keepFolder(folder);
  const { log } = await readFiles();
  await browser.storage.local.set({ [FILE_LOG]: { ...log, names: [] } });
}

/** Downloads a dated file if one is due; for pages that stay open. Files for a folder are the worker's. */
export async function downloadWhenDue(parts: SavingParts): Promise<void> {
  const { settings, log } = await readFiles();
  if (settings.every === 'never' || settings.to !== 'downloads') return;
  const changedAt = (await readHead(browser.storage.local))?.at ?? '';
  if (isDue(settings, log, changedAt, dayOf(parts.now()))) await saveNow(parts);
}

/** Saves a dated file now, to where the reader wants it. */
export async function saveNow({ reader, app, now, document }: SavingParts): Promise<void> {
  const { settings, log } = await readFiles();
  const time = now();
  const changedAt = (await readHead(browser.storage.local))?.at ?? '';
  const when = { at: time.toISOString(), day: dayOf(time), changedAt };
  const file = await exportPapers({ format: 'json', scope: 'all' }, { reader, app, now: time });
  if (file === null) return;
  let saved: FileLog;
  if (settings.to === 'folder') {
    saved = await saveInto(await keptFolder(), async () => file.blob, log, when, settings.keep);
  } else {
    const name = `asterism-backup-${when.day}.json`;
    saveFile({ ...file, name }, document);
    saved = { ...log, ...when, outcome: 'saved', name };
  }
  await browser.storage.local.set({ [FILE_LOG]: saved });
}

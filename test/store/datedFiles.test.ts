import { afterEach, beforeEach, expect, test } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { NOTHING, writeHead } from '../../lib/backup/headAndJournal';
import { chooseFolder, readFiles, saveNow } from '../../lib/exports/datedFiles';
import { writeSetting } from '../../lib/settings/stored';
import type { AsterismDatabase } from '../../lib/store/database';
import { type LibraryReader, openReader } from '../../lib/store/reader';
import { saveFileWhenDue } from '../../lib/worker/datedFile';
import { bookmark, fill, freshDatabase } from './support';

// A folder that the browser keeps for us stands for the one that the reader chooses: both are handles of the same kind.
let folder: FileSystemDirectoryHandle;
let db: AsterismDatabase;
let reader: LibraryReader;
const app = { name: 'Asterism', version: '0' };
const on = (day: number) => () => new Date(2026, 3, day, 12);

beforeEach(async () => {
  fakeBrowser.reset();
  db = freshDatabase();
  await fill(db, [bookmark(1)]);
  reader = await openReader(db.name);
  const root = await navigator.storage.getDirectory();
  folder = await root.getDirectoryHandle(crypto.randomUUID(), { create: true });
  await writeSetting('datedFiles', { every: 'day', to: 'folder', keep: 2 });
  await chooseFolder(folder);
  const head = { ...NOTHING, at: '2026-04-01T00:00:00.000Z', day: '2026-04-01' };
  await writeHead(fakeBrowser.storage.local, head);
});
afterEach(async () => {
  reader.close();
  const root = await navigator.storage.getDirectory();
  await root.removeEntry(folder.name, { recursive: true });
});

async function filesIn(place: FileSystemDirectoryHandle): Promise<string[]> {
  const names: string[] = [];
  for await (const name of place.keys()) names.push(name);
  return names.sort();
}

const fromPage = (day: number): Promise<void> =>
  saveNow({ reader, app, now: on(day), document, settings: async () => [] });
const fromWorker = (day: number): Promise<void> =>
  saveFileWhenDue({ db, storage: fakeBrowser.storage.local, now: on(day), app });

test('a page and the worker that save at one time lose no file from the log: later ones are dropped in time', async () => {
  await Promise.all([fromWorker(10), fromPage(11), fromPage(12)]);
  expect((await readFiles()).log.names).toEqual(await filesIn(folder));
  await fromPage(13);
  await fromPage(14);
  expect(await filesIn(folder)).toEqual([
    'asterism-backup-2026-04-13.json',
    'asterism-backup-2026-04-14.json',
  ]);
});

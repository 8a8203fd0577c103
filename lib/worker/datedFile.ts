import { isDue, libraryFile, saveInto } from '../backup/dated';
import { updateFileLog } from '../backup/fileLog';
import { dayOf } from '../backup/generations';
import { readHead } from '../backup/headAndJournal';
import type { CopyStorage } from '../backup/storage';
import type { Bookmark } from '../papers/bookmark';
import { statedSettings } from '../settings/carried';
import { readOwnSettings } from '../settings/ownSettings';
import { readSetting } from '../settings/stored';
import { keptFolder } from '../store/backupFolder';
import { bookmarksAfter, searchesAndColoursNow } from '../store/commands/copying';
import type { AsterismDatabase } from '../store/database';

interface Needs {
  db: AsterismDatabase;
  storage: CopyStorage;
  now: () => Date;
  app: { name: string; version: string };
}

/** Rows that are read at once. */
const ROWS = 200;

/** Saves a dated file in the reader's folder, if one is due. Downloads are the pages': a worker has none. */
export async function saveFileWhenDue({ db, storage, now, app }: Needs): Promise<void> {
  const settings = await readSetting('datedFiles');
  if (settings.every === 'never' || settings.to !== 'folder') return;
  await updateFileLog(storage, navigator.locks, async (log) => {
    const changedAt = (await readHead(storage))?.at ?? '';
    const day = dayOf(now());
    if (!isDue(settings, log, changedAt, day)) return log;
    const at = now().toISOString();
    const make = async (): Promise<Blob> => {
      const { searches, colours, dismissed = [] } = await searchesAndColoursNow(db);
      const tagColours = colours.map(({ tag, colour }) => ({ tag, colour }));
      const own = statedSettings(await readOwnSettings(null));
      const lists = { searches, tagColours, dismissed };
      return libraryFile(batches(db), { exportedAt: at, app, ...lists, settings: own });
    };
    return saveInto(await keptFolder(), make, log, { at, day, changedAt }, settings.keep);
  });
}

async function* batches(db: AsterismDatabase): AsyncGenerator<Bookmark[], void, void> {
  for (let last: Bookmark['paper']['id'] | '' = ''; ; ) {
    const rows: Bookmark[] = await bookmarksAfter(db, last, ROWS);
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = end.paper.id;
  }
}

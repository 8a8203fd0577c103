import type { CopyStorage } from './storage';

/** What became of the last file, and which ones the folder has from us. */
export interface FileLog {
  /** When it was last tried. */
  at: string;
  /** `blocked`: the browser wants the reader's permission again. `failed`: the folder is gone, or full. */
  outcome: 'saved' | 'blocked' | 'failed';
  /** Day and name of the last file that was saved, and up to which change it goes. */
  day: string;
  name: string;
  changedAt: string;
  /** Files in the folder that we wrote, oldest first; no other is ever replaced or removed. */
  names: string[];
}

export const NO_LOG: FileLog = {
  at: '',
  outcome: 'saved',
  day: '',
  name: '',
  changedAt: '',
  names: [],
};

/** Where the log is kept in `storage.local`. */
export const FILE_LOG = 'backup.filesLog';

/** The log as it is now. */
export async function readFileLog(storage: Pick<CopyStorage, 'get'>): Promise<FileLog> {
  return toLog((await storage.get(FILE_LOG))[FILE_LOG]);
}

/**
 * Changes the log; the only way to write it. One after another, in whatever page or worker: of two that read it at one time
 * the second would drop the names that the first has added, and nobody would ever remove those files.
 * @param locks of this extension's origin (`navigator.locks`)
 * @param work what is done meanwhile; the same log, as an object, where it changed nothing
 */
export async function updateFileLog(
  storage: Pick<CopyStorage, 'get' | 'set'>,
  locks: Pick<LockManager, 'request'>,
  work: (log: FileLog) => Promise<FileLog>,
): Promise<void> {
  await locks.request(FILE_LOG, async () => {
    const log = await readFileLog(storage);
    const next = await work(log);
    if (next !== log) await storage.set({ [FILE_LOG]: next });
  });
}

/** A stored log. */
export function toLog(value: unknown): FileLog {
  const { at, outcome, day, name, changedAt, names } = fieldsOf(value);
  return {
    at: typeof at === 'string' ? at : '',
    outcome: outcome === 'blocked' || outcome === 'failed' ? outcome : 'saved',
    day: typeof day === 'string' ? day : '',
    name: typeof name === 'string' ? name : '',
    changedAt: typeof changedAt === 'string' ? changedAt : '',
    names: Array.isArray(names) ? names.filter((one) => typeof one === 'string') : [],
  };
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}; // any object may be read by key
}

import { NEWER, VERSION } from './rows';

/** A database as pages read it: plain IndexedDB, because a page's bytes count and these few lines are all it needs. */

/** The database was written by a newer version of the extension: this one leaves it alone. */
export class NewerDatabase extends Error {
  override name = 'NewerDatabase';
}

/** The database is still as an older version of the extension left it: the worker brings it up to date when it starts. */
class OlderDatabase extends Error {
  override name = 'OlderDatabase';
}

/** The result of a request, or its error. */
export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/**
 * Opens a database at the version it has, or gives null where it does not exist: it is never created or upgraded.
 * `lost` is called when the connection is gone: closed by the browser, or making way for an upgrade.
 */
export async function openExisting(name: string, lost: () => void): Promise<IDBDatabase | null> {
  let absent = false;
  const request = indexedDB.open(name);
  request.onupgradeneeded = () => {
    // Without a version only a database that does not exist is "upgraded". Aborting undoes its creation.
    absent = true;
    request.transaction?.abort();
  };
  try {
    const db = await settled(request);
    if (db.version < VERSION || db.version >= NEWER) {
      db.close(); // an upgrade would wait for it
      throw db.version < VERSION ? new OlderDatabase() : new NewerDatabase();
    }
    db.onclose = lost;
    db.onversionchange = () => {
      db.close();
      lost();
    };
    return db;
  } catch (error) {
    if (absent) return null;
    throw error;
  }
}

/** Whether an error says that the connection was closed, so that a new one may do. */
export function isClosed(error: unknown): boolean {
  return error instanceof DOMException && /^(?:InvalidState|Abort|Unknown)Error$/.test(error.name);
}

/** A connection that steps aside for an upgrade and comes back by itself. */
export interface Connection {
  /** What a reading gives, or `nothing` where there is no database yet. Tried once more where the connection was closed. */
  read<T>(ask: (db: IDBDatabase) => Promise<T>, nothing: T): Promise<T>;
  close(): void;
}

/** How often it is looked again whether the worker has upgraded the database, and how long it is waited each time. */
const LOOKS = 600;
const LOOK_MS = 100;

/**
 * See `Connection`. Nothing is opened before it is read.
 * @param wake has the worker upgrade a database that is older, and resolves when it has tried; without it somebody else does
 */
export function connect(name: string, wake?: () => Promise<unknown>): Connection {
  let connection: Promise<IDBDatabase | null> | null = null;
  const forget = (): void => {
    connection = null;
  };

  /** An upgrade takes its time: some seconds for 20,000 papers, and more on a busy machine. */
  async function upgraded(): Promise<IDBDatabase | null> {
    let isTried = false;
    for (let look = 0; ; look++) {
      const isLast = isTried || look === LOOKS;
      try {
        return await openExisting(name, forget);
      } catch (error) {
        if (!(error instanceof OlderDatabase) || isLast) throw error;
        if (look === 0)
          void wake?.().then(() => {
            isTried = true; // if it is still older now, it could not be upgraded
          });
        await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      }
    }
  }

  async function read<T>(
    ask: (db: IDBDatabase) => Promise<T>,
    nothing: T,
    again = true,
  ): Promise<T> {
    try {
      connection ??= upgraded();
      const db = await connection;
      if (db !== null) return await ask(db);
      forget();
      return nothing;
    } catch (error) {
      forget();
      if (again && isClosed(error)) return read(ask, nothing, false);
      throw error;
    }
  }

  return {
    read: (ask, nothing) => read(ask, nothing),
    close: () => {
      connection?.then((db) => db?.close()).catch(() => {}); // never opened: nothing to close
      forget();
    },
  };
}

/** Whether the database is a newer version's. Asked only where reading failed: it opens nothing. */
export async function isNewer(name: string): Promise<boolean> {
  const all = await indexedDB.databases();
  return all.some((one) => one.name === name && (one.version ?? 0) >= NEWER);
}

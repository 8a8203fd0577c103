/** A database as pages read it: plain IndexedDB, because a page's bytes count and these few lines are all it needs. */

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

/** See `Connection`. Nothing is opened before it is read. */
export function connect(name: string): Connection {
  let connection: Promise<IDBDatabase | null> | null = null;
  const forget = (): void => {
    connection = null;
  };

  async function read<T>(
    ask: (db: IDBDatabase) => Promise<T>,
    nothing: T,
    again = true,
  ): Promise<T> {
    try {
      connection ??= openExisting(name, forget);
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

import { type Place, RemoteFailure, type RemoteFolder } from './folder';

/**
 * A folder on this computer that another program carries to others: Syncthing, Dropbox, iCloud. Its files come in any
 * order and may be placeholders: what cannot be read now is not there yet.
 */
export function localFolder(folder: FileSystemDirectoryHandle): RemoteFolder {
  return {
    isCarried: true,
    list: (place) => attempt(() => list(folder, place)),
    read: (place, name) => attempt(() => read(folder, place, name)),
    create: (place, name, bytes) => attempt(() => write(folder, place, name, bytes)),
    remove: (place, name) =>
      attempt(async () => {
        const there = await placeIn(folder, place, false);
        await there?.removeEntry(name).catch(unlessMissing);
      }),
  };
}

async function list(
  folder: FileSystemDirectoryHandle,
  place: Place,
): Promise<Map<string, number | undefined>> {
  const there = await placeIn(folder, place, false);
  const files = new Map<string, number | undefined>();
  for await (const [name, handle] of there?.entries() ?? []) {
    if (!isFile(handle)) continue;
    const file = await handle.getFile().catch(unlessUnreadable);
    if (file) files.set(name, file.size);
  }
  return files;
}

async function read(
  folder: FileSystemDirectoryHandle,
  place: Place,
  name: string,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const there = await placeIn(folder, place, false);
  const handle = await there?.getFileHandle(name).catch(unlessMissing);
  const file = await handle?.getFile().catch(unlessMissing);
  const content = await file?.arrayBuffer().catch(unlessUnreadable);
  return content === undefined ? null : new Uint8Array(content);
}

/** Whole or not at all: what is written goes into the file when it is closed. */
async function write(
  folder: FileSystemDirectoryHandle,
  place: Place,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  const there = await placeIn(folder, place, true);
  const handle = await there?.getFileHandle(name, { create: true });
  const writable = await handle?.createWritable();
  await writable?.write(bytes);
  await writable?.close();
}

/** One of the two folders; undefined where it is not there and is not to be made. */
function placeIn(
  folder: FileSystemDirectoryHandle,
  place: Place,
  create: boolean,
): Promise<FileSystemDirectoryHandle | undefined> {
  if (place === 'main') return Promise.resolve(folder);
  return folder.getDirectoryHandle('parts', { create }).catch(unlessMissing);
}

function isFile(handle: FileSystemHandle): handle is FileSystemFileHandle {
  return handle.kind === 'file';
}

function unlessMissing(error: unknown): undefined {
  if (!isNamed(error, 'NotFoundError')) throw error;
}

/** A placeholder that its program cannot fill now, or a file that changed while it was read. */
function unlessUnreadable(error: unknown): undefined {
  if (!isNamed(error, 'NotReadableError') && !isNamed(error, 'NotFoundError')) throw error;
}

function isNamed(error: unknown, name: string): boolean {
  return error instanceof DOMException && error.name === name;
}

const CODES: Record<string, RemoteFailure['code']> = {
  NotAllowedError: 'permission',
  SecurityError: 'permission',
  QuotaExceededError: 'full',
  NotFoundError: 'noFolder', // the folder itself: of everything in it that is expected
  NoModificationAllowedError: 'later', // somebody else is writing the file
  InvalidStateError: 'later',
  NotReadableError: 'later',
};

async function attempt<T>(does: () => Promise<T>): Promise<T> {
  try {
    return await does();
  } catch (error) {
    const code = error instanceof DOMException ? CODES[error.name] : undefined;
    if (code === undefined) throw error;
    throw new RemoteFailure(code, {}, { cause: error });
  }
}

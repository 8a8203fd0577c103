import { dotOf, partsOf } from './dots';
import type { Batch } from './elements';
import { type Packed, pack, unpack } from './files';
import { writeLog } from './logs';
import type { Self } from './machine';
import { type LogName, readName, writeName } from './names';
import { createFile, memoryOf, type Round, removeFile } from './round';
import { hasSeen } from './seen';

/** Characters of batches in one file, unless one batch alone has more: nginx refuses 1 MB. */
const MOST_CHARACTERS = 400_000;

/** Sends what is in the outbox. Returns how many batches. */
export async function sendOutbox(round: Round): Promise<number> {
  let sent = 0;
  for (;;) {
    const { self, name, isJoining } = await round.store.load();
    if (isJoining || self.outbox.length === 0 || hasStranger(round, self)) return sent;
    const batches = await nextFile(round, self);
    const file = await pack(writeLog(batches, name), round.seal);
    await create(round, logName(batches, file), file);
    await round.store.sent(batches.map(({ dot }) => dot));
    sent += batches.length;
  }
}

/** Whether a file under this machine's id has what it does not know: it must read that before it writes. */
export function hasStranger({ files }: Pick<Round, 'files'>, { machine, seen }: Self): boolean {
  return [...files.values()].some(
    (file) => file.kind === 'log' && file.machine === machine && !isRead({ seen }, file),
  );
}

/** Whether all that a log says was seen. */
export function isRead({ seen }: Pick<Self, 'seen'>, { machine, to, nonce }: LogName): boolean {
  return hasSeen(seen, dotOf({ machine, n: to, nonce }));
}

/** The batches of the next file. Which they are is remembered first, so that the same file is sent after a failure. */
async function nextFile(round: Round, { outbox }: Self): Promise<readonly Batch[]> {
  const { sending } = await memoryOf(round);
  const end = outbox.findIndex(({ dot }) => dot === sending);
  if (end >= 0) return outbox.slice(0, end + 1);
  const batches = beginning(outbox);
  await round.store.remember({ sending: batches.at(-1)?.dot ?? null });
  return batches;
}

function beginning(outbox: readonly Batch[]): readonly Batch[] {
  let characters = 0;
  const end = outbox.findIndex((batch) => {
    characters += JSON.stringify(batch.records).length;
    return characters > MOST_CHARACTERS;
  });
  return end < 0 ? outbox : outbox.slice(0, Math.max(1, end));
}

/** The name of a log. */
export function logName(batches: readonly Batch[], { hash, bytes }: Packed): string {
  const [first, last] = [batches[0], batches.at(-1)].map((one) => one && partsOf(one.dot));
  if (!first || !last) throw new Error('a log has at least one batch');
  const { machine, n: to, nonce } = last;
  const file: LogName = {
    kind: 'log',
    machine,
    from: first.n,
    to,
    nonce,
    hash,
    size: bytes.length,
  };
  return writeName(file);
}

/** Creates a file unless it is there and whole, as it is after an answer that was lost: a second upload could damage it. */
async function create(round: Round, name: string, { bytes }: Packed): Promise<void> {
  if (round.files.has(name)) {
    if (await isWhole(round, name)) return;
    await removeFile(round, 'main', name);
  }
  await createFile(round, 'main', name, bytes);
}

async function isWhole({ folder, seal }: Round, name: string): Promise<boolean> {
  const file = readName(name);
  const bytes = await folder.read('main', name);
  return file !== null && bytes !== null && (await unpack(bytes, file, seal)) !== null;
}

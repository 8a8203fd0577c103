import { partsOf } from './dots';
import type { Batch } from './elements';
import { fetchText } from './fetching';
import { pack } from './files';
import { readLog, writeLog } from './logs';
import { type FileName, type LogName, readList } from './names';
import { createFile, type Round, removeFile } from './round';
import { logName } from './writing';

/** Own logs that are joined into one, each below so many bytes. */
const [JOINED, JOINED_BYTES] = [8, 64_000];

/** Makes one file of eight small ones of this machine: the same batches, nothing interpreted. */
export async function joinLogs(round: Round): Promise<void> {
  const { self, name } = await round.store.load();
  const names = smallRun(round.files, self.machine);
  if (names.length < JOINED) return;
  const texts = await Promise.all(names.map((one) => fetchText(round, 'main', one)));
  const batches = texts.flatMap((text) => (text === null ? null : readLog(text)) ?? []);
  if (!isChain(batches, round.files, names)) return;
  const file = await pack(writeLog(batches, name), round.seal);
  const joined = logName(batches, file);
  if (!round.files.has(joined)) await createFile(round, 'main', joined, file.bytes);
  const listed = readList(await round.folder.list('main'));
  if (!listed.has(joined)) return;
  for (const one of names) if (one !== joined) await removeFile(round, 'main', one);
}

/** The first eight small logs of a machine that follow one another. */
function smallRun(files: ReadonlyMap<string, FileName>, machine: string): string[] {
  const logs = [...files]
    .filter((entry): entry is [string, LogName] => entry[1].kind === 'log')
    .filter(([, log]) => log.machine === machine && log.size < JOINED_BYTES)
    .sort(([, a], [, b]) => a.from - b.from || b.to - a.to);
  let run: [string, LogName][] = [];
  for (const entry of logs) {
    const last = run.at(-1)?.[1];
    if (last !== undefined && entry[1].from !== last.to + 1) run = [];
    run.push(entry);
    if (run.length === JOINED) return run.map(([name]) => name);
  }
  return [];
}

/** Whether batches are all of some files, one after the other. */
function isChain(
  batches: readonly Batch[],
  files: ReadonlyMap<string, FileName>,
  names: readonly string[],
): boolean {
  const logs = names.flatMap((name) => files.get(name) ?? []) as LogName[]; // chosen as such
  const spans = logs.reduce((all, { from, to }) => all + to - from + 1, 0);
  return (
    batches.length === spans &&
    batches.every(({ before }, at) => {
      const previous = batches[at - 1];
      return previous === undefined || partsOf(previous.dot).nonce === before;
    })
  );
}

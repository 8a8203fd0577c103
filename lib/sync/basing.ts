import { type Base, PartCutter, writeBase } from './bases';
import { isCovered } from './coverage';
import { pack } from './files';
import { type FileName, readList, writeName } from './names';
import { createFile, isPast, later, memoryOf, PATIENCE, type Round, sinceOf } from './round';
import { withoutSeen } from './seen';
import type { FolderMemory } from './store';
import { removable } from './tidying';

/** From when on logs are many enough for a base: files, bytes in all, and as a part of the last base. */
const [MANY_LOGS, MANY_BYTES, PART_OF_BASE] = [40, 256_000, 1 / 4];

/** Writes a base where the folder lacks something, or its logs are many; each after a while. Whether it waits for that. */
export async function baseIfDue(round: Round): Promise<boolean> {
  const memory = await memoryOf(round);
  const { self } = await round.store.load();
  const now = round.tools.now();
  const seen = withoutSeen(self.seen, self.outbox.map(({ dot }) => dot).reverse());
  const whole = wholeBases(memory);
  if (!isCovered(seen, round.files.values(), whole.values())) {
    const since = sinceOf(memory.missingSince, now);
    if (isPast(since, PATIENCE, now)) await putBase(round);
    else await round.store.remember({ missingSince: since });
    return true;
  }
  if (memory.missingSince !== null) await round.store.remember({ missingSince: null });
  if (!hasManyLogs(round, whole)) {
    if (memory.baseAt !== null) await round.store.remember({ baseAt: null });
    return false;
  }
  // All machines see it at once; whoever drew the shortest time writes, and the others find that there is one.
  const drawn = (Number.parseInt(round.tools.random(2), 16) / 0xffff) * PATIENCE;
  const at =
    sinceOf(memory.baseAt, later(now, PATIENCE)) === memory.baseAt
      ? memory.baseAt
      : later(now, drawn);
  if (now >= at) await putBase(round);
  else await round.store.remember({ baseAt: at });
  return true;
}

/** Bases of which no part lacks, as far as is known. */
export function wholeBases({ bases, broken }: FolderMemory): Map<string, Base> {
  return new Map([...bases].filter(([name]) => !broken.includes(name)));
}

/** Whether logs that no base has are many. */
function hasManyLogs({ files }: Round, bases: ReadonlyMap<string, Base>): boolean {
  const logs = [...files.values()].filter((file) => file.kind === 'log');
  const left = logs.filter((log) => !removable.isInBase(log, bases.values()));
  const bytes = left.reduce((all, { size }) => all + size, 0);
  const sizes = [...bases.values()].map(sizeOf);
  return (
    left.length > MANY_LOGS || bytes > Math.max(MANY_BYTES, PART_OF_BASE * Math.max(0, ...sizes))
  );
}

function sizeOf({ parts }: Base): number {
  const files = readList(new Map(parts.map((name) => [name, undefined])));
  return [...files.values()].reduce((all, { size }) => all + size, 0);
}

/** Writes a base where this machine has said something that is in no file. */
export async function baseIfOwed(round: Round): Promise<void> {
  const { isJoining, memory } = await round.store.load();
  if (memory.owesBase && !isJoining) await putBase(round);
}

/** Writes all that this machine has: parts first, those that are there already are left; the manifest last. */
async function putBase(round: Round): Promise<void> {
  const { self, name, names, memory } = await round.store.load();
  if (self.outbox.length > 0 && !memory.owesBase) return;
  const base = await putParts(round);
  const text = writeBase(base, { machine: base.machine, name, names });
  const { hash, bytes } = await pack(text, round.seal);
  const file: FileName = { kind: 'base', machine: base.machine, hash, size: bytes.length };
  const { seen, parts } = base;
  if (!round.files.has(writeName(file))) await createFile(round, 'main', writeName(file), bytes);
  await noteBase(round, writeName(file), { seen, parts });
  // Somebody may have tidied a part away meanwhile: they are looked at again in the next cycle.
  const after = readList(await round.folder.list('parts'));
  if (parts.some((part) => !after.has(part))) await round.store.remember({ partsAt: null });
}

/** Files that are sent at once. */
const AT_ONCE = 4;

/** Creates the parts of a base that are not there; none of them is kept in memory. */
async function putParts(round: Round): Promise<Base & { machine: string }> {
  const listed = readList(await round.folder.list('parts'));
  const byHash = new Map([...listed].map(([name, { hash }]) => [hash, name]));
  return round.store.reading(async ({ machine, seen }, papers) => {
    const cutter = new PartCutter();
    const parts: string[] = [];
    let sending: Promise<void>[] = [];
    const put = async (text: string): Promise<void> => {
      const { hash, bytes } = await pack(text, round.seal);
      const name = byHash.get(hash) ?? writeName({ kind: 'part', hash, size: bytes.length });
      parts.push(name);
      if (!listed.has(name)) {
        const creating = createFile(round, 'parts', name, bytes);
        creating.catch(() => undefined); // told where it is waited for, unless something else fails first
        sending.push(creating);
      }
      if (sending.length < AT_ONCE) return;
      await Promise.all(sending);
      sending = [];
    };
    for await (const some of papers) {
      for (const [id, all] of some) for (const text of cutter.add(id, all)) await put(text);
    }
    for (const text of cutter.end()) await put(text);
    await Promise.all(sending);
    return { machine, seen, parts };
  });
}

async function noteBase(round: Round, name: string, base: Base): Promise<void> {
  const { bases, broken } = await memoryOf(round);
  await round.store.remember({
    bases: new Map(bases).set(name, { ...base, since: round.tools.now() }),
    broken: broken.filter((one) => one !== name),
    missingSince: null,
    owesBase: false,
    baseAt: null,
  });
}

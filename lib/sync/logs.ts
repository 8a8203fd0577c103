import * as z from 'zod/mini';
import { type Dot, dotOf, partsOf } from './dots';
import type { Batch, SyncRecord } from './elements';
import {
  DotList,
  dotSchema,
  headSchema,
  placeSchema,
  readLines,
  VERSION,
  writeLines,
} from './lines';
import { cleanMachineName } from './machineNames';
import type { LogName } from './names';

const nonce = z.string().check(z.regex(/^[0-9a-f]{8}$/));
const headLine = z.object({
  ...headSchema('log'),
  machine: z.string().check(z.regex(/^[0-9a-f]{16}$/)),
  name: z.optional(z.string()),
  before: z.union([z.literal(''), nonce]),
  dots: z.array(dotSchema),
});
const batchLine = z.object({
  n: z.int().check(z.positive()),
  nonce,
  at: z.iso.datetime(),
  seen: z.array(placeSchema),
});
const recordLine = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(300)),
  over: z.optional(z.record(z.string(), z.array(placeSchema))),
  set: z.optional(z.record(z.string(), z.unknown())),
  gone: z.optional(z.enum(['trash', 'empty'])),
  emptied: z.optional(z.literal(true)),
});

/**
 * Batches of one machine that follow one another, as a file has them.
 * @param name what the reader calls the machine
 */
export function writeLog(batches: readonly Batch[], name: string): string {
  const [first] = batches;
  if (first === undefined) throw new Error('a log has at least one batch');
  const dots = new DotList();
  const lines = batches.flatMap((batch) => batchLines(batch, dots));
  const { machine } = partsOf(first.dot);
  const { before } = first;
  const head = { asterism: 'log', v: VERSION, machine, name, before, dots: dots.dots };
  return writeLines([head, ...lines]);
}

function batchLines({ dot, at, seen, records }: Batch, dots: DotList): unknown[] {
  const { n, nonce: own } = partsOf(dot);
  const lines = records.map(({ id, over, set, gone, emptied }) => {
    const named = Object.entries(over).map(([name, all]) => [
      name,
      all.map((d) => dots.placeOf(d)),
    ]);
    return {
      id,
      ...(gone && { gone }),
      ...(emptied && { emptied }),
      ...(named.length > 0 && { over: Object.fromEntries(named) }),
      ...(Object.keys(set).length > 0 && { set }),
    };
  });
  return [{ n, nonce: own, at, seen: seen.map((d) => dots.placeOf(d)) }, ...lines];
}

/** The batches of a log; null where this version cannot read it. Lines of a kind that it does not know are left out. */
export function readLog(text: string): Batch[] | null {
  const [first, ...lines] = readLines(text);
  const head = headLine.safeParse(first);
  if (!head.success) return null;
  const { machine, dots } = head.data;
  const name = cleanMachineName(head.data.name ?? '');
  let { before } = head.data;
  const batches: (Batch & { records: SyncRecord[] })[] = [];
  for (const line of lines) {
    const batch = batchLine.safeParse(line);
    if (batch.success) {
      const { n, nonce: own, at, seen } = batch.data;
      const known = placed(seen, dots);
      if (known === null) return null;
      batches.push({
        dot: dotOf({ machine, n, nonce: own }),
        before,
        at,
        seen: known,
        records: [],
        ...(name && { by: name }),
      });
      before = own;
      continue;
    }
    const record = recordLine.safeParse(line);
    if (!record.success) continue;
    const read = readRecord(record.data, dots);
    const current = batches.at(-1);
    if (read === null || current === undefined) return null;
    current.records.push(read);
  }
  return follow(batches) ? batches : null;
}

function readRecord(line: z.infer<typeof recordLine>, dots: readonly Dot[]): SyncRecord | null {
  const { id, over = {}, set = {}, gone, emptied } = line;
  const named = Object.entries(over).map(([name, places]) => [name, placed(places, dots)] as const);
  if (named.some(([, all]) => all === null)) return null;
  const record = { id, over: Object.fromEntries(named) as SyncRecord['over'], set }; // none is null
  return { ...record, ...(gone && { gone }), ...(emptied && { emptied }) };
}

function placed(places: readonly number[], dots: readonly Dot[]): Dot[] | null {
  const all = places.flatMap((place) => dots[place] ?? []);
  return all.length === places.length ? all : null;
}

function follow(batches: readonly Batch[]): boolean {
  const numbers = batches.map(({ dot }) => partsOf(dot).n);
  return batches.length > 0 && numbers.every((n, at) => n === (numbers[0] ?? 0) + at);
}

/** Whether batches are those that the name of their file tells. */
export function areNamed(batches: readonly Batch[], file: LogName): boolean {
  const [first, last] = [batches[0], batches.at(-1)].map((one) => one && partsOf(one.dot));
  return (
    first?.machine === file.machine &&
    first.n === file.from &&
    last?.n === file.to &&
    last.nonce === file.nonce
  );
}

import * as z from 'zod/mini';
import type { Element } from './elements';
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
import { readName } from './names';
import type { Seen } from './seen';

/** Elements by the id of their paper. */
export type Elements = ReadonlyMap<string, readonly Element[]>;

/** What a base says: the elements that are in its parts are all that are left of what was seen. */
export interface Base {
  seen: Seen;
  /** Names of its parts, in the order of ids. */
  parts: readonly string[];
}

const id = z.string().check(z.minLength(1), z.maxLength(300));
const partHead = z.object({ ...headSchema('part'), dots: z.array(dotSchema) });
const paperLine = z.object({
  id,
  elements: z.array(z.tuple([z.string(), placeSchema, z.unknown()])),
});
const nonces = z.string().check(z.regex(/^[0-9a-f]{8}(\+[0-9a-f]{8})*$/));
const machineId = z.string().check(z.regex(/^[0-9a-f]{16}$/));
const baseHead = z.object({
  ...headSchema('base'),
  seen: z.record(machineId, z.array(nonces)),
  parts: z.array(z.string()),
});

const baseNames = z.object({
  machine: machineId,
  name: z.optional(z.string()),
  names: z.optional(z.record(machineId, z.string())),
});

/** Papers between two places where a part may end, on the average. */
const SPACING = 1_024;
/** Characters from which on a part ends sooner, and how many papers sooner. */
const [LONG, SHORT_SPACING] = [400_000, 16];

/** Parts with all elements; see `PartCutter`. */
export function* writeParts(elements: Elements): Generator<string> {
  const cutter = new PartCutter();
  for (const key of [...elements.keys()].sort()) yield* cutter.add(key, elements.get(key) ?? []);
  yield* cutter.end();
}

/**
 * Makes parts of elements that come in the order of ids. Where a part ends depends on the ids at its end and its own
 * length: the same elements give the same parts on every machine, and a change makes one part new.
 */
export class PartCutter {
  #papers: [string, readonly Element[]][] = [];
  #length = 0;

  /** The next paper; gives the part that ends before it, if one does. */
  *add(key: string, all: readonly Element[]): Generator<string> {
    if (all.length === 0) return;
    const mark = markOf(key);
    const isEnd = mark % SPACING === 0 || (this.#length > LONG && mark % SHORT_SPACING === 0);
    if (isEnd) yield* this.end();
    this.#papers.push([key, all]);
    this.#length += JSON.stringify(all).length;
  }

  /** The part that is not at its end yet, if there is one. */
  *end(): Generator<string> {
    if (this.#papers.length > 0) yield writePart(this.#papers);
    [this.#papers, this.#length] = [[], 0];
  }
}

function writePart(papers: readonly [string, readonly Element[]][]): string {
  const dots = new DotList();
  for (const dot of new Set(papers.flatMap(([, all]) => all.map((one) => one.dot)))) {
    dots.placeOf(dot);
  }
  const lines = papers.map(([key, all]) => ({
    id: key,
    elements: all.map(({ register, dot, value }) => [register, dots.placeOf(dot), value]),
  }));
  return writeLines([{ asterism: 'part', v: VERSION, dots: dots.dots }, ...lines]);
}

/** The elements of a part; null where this version cannot read it. */
export function readPart(text: string): Elements | null {
  const [first, ...lines] = readLines(text);
  const head = partHead.safeParse(first);
  if (!head.success) return null;
  const { dots } = head.data;
  const papers = new Map<string, readonly Element[]>();
  for (const line of lines) {
    const paper = paperLine.safeParse(line);
    if (!paper.success) return null;
    const elements = paper.data.elements.flatMap(([register, place, value]) => {
      const dot = dots[place];
      return dot === undefined ? [] : [{ register, dot, value }];
    });
    if (elements.length !== paper.data.elements.length) return null;
    papers.set(paper.data.id, elements);
  }
  return papers;
}

/** A base as a file has it. `names`: what other machines are called. */
export function writeBase(
  { seen, parts }: Base,
  {
    names,
    ...about
  }: { machine: string; name: string; names?: ReadonlyMap<string, string> | undefined },
): string {
  const numbers = [...seen]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([machine, all]) => [machine, all.map((some) => some.join('+'))]);
  const known = Object.fromEntries([...(names ?? [])].filter(([, name]) => name !== '').sort());
  const head = { asterism: 'base', v: VERSION, ...about, seen: Object.fromEntries(numbers), parts };
  return writeLines([{ ...head, ...(names && { names: known }) }]);
}

/** What a base says; null where this version cannot read it. */
export function readBase(text: string): Base | null {
  const head = baseHead.safeParse(readLines(text)[0]);
  if (!head.success) return null;
  const { seen, parts } = head.data;
  if (!parts.every((name) => readName(name)?.kind === 'part')) return null;
  const numbers = Object.entries(seen).map(
    ([machine, all]) => [machine, all.map((some) => some.split('+'))] as const,
  );
  return { seen: new Map(numbers), parts };
}

/** What machines are called, by id, as a base says: its writer, and those that it knew. Never fails. */
export function namesInBase(text: string): Map<string, string> {
  const { machine, name = '', names = {} } = baseNames.safeParse(readLines(text)[0]).data ?? {};
  const all = [...Object.entries(names), [machine ?? '', name] as const];
  const clean = all.map(([id, called]) => [id, cleanMachineName(called)] as const);
  return new Map(clean.filter(([id, called]) => id !== '' && called !== ''));
}

/** A number of an id that says nothing else about it (FNV-1a). */
function markOf(text: string): number {
  let mark = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    mark = Math.imul(mark ^ text.charCodeAt(at), 0x01000193) >>> 0;
  }
  return mark >>> 4; // its last bits are those of the last letter, more or less
}

/** A file of the folder, by its name alone: what it is, and what it has to be to count. */
export type FileName = CardName | LogName | BaseName | PartName;

interface Content {
  /** Of the content, before it is compressed and sealed: 128 bits, hexadecimal. */
  hash: string;
  /** The file's bytes. */
  size: number;
}

/** Whose folder it is. */
export interface CardName extends Content {
  kind: 'library';
  library: string;
}

/** Batches `from` to `to` of one machine; the nonce is that of the last. */
export interface LogName extends Content {
  kind: 'log';
  machine: string;
  from: number;
  to: number;
  nonce: string;
}

/** What a machine had seen, and which parts have what it knew. */
export interface BaseName extends Content {
  kind: 'base';
  machine: string;
}

/** Elements of neighbouring papers. */
export interface PartName extends Content {
  kind: 'part';
}

/** No file of ours has more bytes: what claims to is somebody else's, and would only fill the memory. */
export const MOST_BYTES = 64 * 2 ** 20;

const HEX16 = '([0-9a-f]{16})';
const NUMBER = '([1-9]\\d{0,8})';
const END = `([0-9a-f]{32})-${NUMBER}\\.bin$`;
const CARD = new RegExp(`^library-${HEX16}-${END}`);
const LOG = new RegExp(`^log-${HEX16}-${NUMBER}-${NUMBER}-([0-9a-f]{8})-${END}`);
const BASE = new RegExp(`^base-${HEX16}-${END}`);
const PART = new RegExp(`^part-${END}`);

/** What a name says; null for every name that is not one of ours: temporary files, copies of somebody's conflict. */
export function readName(name: string): FileName | null {
  const [, library, ...card] = CARD.exec(name) ?? [];
  if (library) return { kind: 'library', library, ...contentOf(card) };
  const [, machine, from, to, nonce, ...log] = LOG.exec(name) ?? [];
  if (machine && nonce && Number(from) <= Number(to)) {
    return { kind: 'log', machine, from: Number(from), to: Number(to), nonce, ...contentOf(log) };
  }
  const [, writer, ...base] = BASE.exec(name) ?? [];
  if (writer) return { kind: 'base', machine: writer, ...contentOf(base) };
  const [whole, ...part] = PART.exec(name) ?? [];
  return whole ? { kind: 'part', ...contentOf(part) } : null;
}

function contentOf([hash = '', size]: string[]): Content {
  return { hash, size: Number(size) };
}

/** The name of a file. */
export function writeName(file: FileName): string {
  const end = `${file.hash}-${file.size}.bin`;
  switch (file.kind) {
    case 'library':
      return `library-${file.library}-${end}`;
    case 'log':
      return `log-${file.machine}-${file.from}-${file.to}-${file.nonce}-${end}`;
    case 'base':
      return `base-${file.machine}-${end}`;
    case 'part':
      return `part-${end}`;
  }
}

/** Names that a list has of ours and whose files are whole as far as a list can say, by their names. */
export function readList(list: ReadonlyMap<string, number | undefined>): Map<string, FileName> {
  const files = new Map<string, FileName>();
  for (const [name, size] of list) {
    const file = readName(name);
    const isWhole = size === undefined || size === file?.size;
    if (file !== null && isWhole && file.size <= MOST_BYTES) files.set(name, file);
  }
  return files;
}

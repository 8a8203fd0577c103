import { readFileSync } from 'node:fs';
import type { Decoded } from '../../../lib/formats/decoded';
import { decode } from '../../../lib/formats/decoders';
import type { FileFormat } from '../../../lib/formats/detect';
import { AT } from './files';

/** The text of one of the sample files. */
export function sample(name: string): string {
  return readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8');
}

/** All that comes out of a text of any format that arrives in pieces of this size, and what it was recognised as. */
export async function read(
  text: string,
  size = text.length || 1,
): Promise<{ format: FileFormat | null; decoded: Decoded[] }> {
  async function* chunks(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  let format: FileFormat | null = null;
  const decoded: Decoded[] = [];
  for await (const item of decode(chunks(), AT, (found) => {
    format = found;
  })) {
    decoded.push(item);
  }
  return { format, decoded };
}

/** Each item in one line: what a table of expectations names. */
export function outline(decoded: readonly Decoded[]): string[] {
  return decoded.map((item) => {
    if (item.kind === 'refused') return `refused ${item.problem.code}`;
    if (item.kind === 'broken') return `broken ${item.problem.code} after ${item.problem.after}`;
    if (item.kind === 'bookmark') {
      const { paper, isImplied } = item.bookmark;
      return `${item.line} ${paper.id}${isImplied ? ' (implied)' : ''} ${paper.title}`;
    }
    if (item.kind !== 'unreadable') return item.kind;
    const name = item.title ?? item.id ?? item.address ?? '';
    return `${item.line} ${item.reason.code} ${name}`.trim();
  });
}

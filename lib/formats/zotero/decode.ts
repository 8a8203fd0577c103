import type { Found } from '../entries';
import { fieldsOf } from '../json/fields';
import { valuesOf } from '../json/values';
import { entryOfZotero, zoteroItemIn } from './item';

/** Where the items begin; collections before them have lists of numbers under the same name. */
const ITEMS = /"items"\s*:\s*(?=\[\s*\{)/g;
/** Characters that what begins them has at most. */
const OVERLAP = 40;
/** Most characters before them. */
const LARGEST = 16 * 1024 * 1024;

/** Reads the JSON of Better BibTeX: an object with settings, collections, and the items as Zotero has them. */
export async function* findInZotero(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  for await (const value of valuesOf(items(chunks), true)) {
    const { line } = value;
    if (value.kind === 'odd') yield { kind: 'unreadable', line, reason: value.reason };
    else if (value.kind === 'stopped') yield { kind: 'broken', code: value.how, line };
    else {
      const item = zoteroItemIn(fieldsOf(value.value) ?? new Map());
      yield item === null
        ? { kind: 'unreadable', line, reason: { code: 'notRecord' } }
        : { kind: 'entry', line, entry: entryOfZotero(item) };
    }
  }
}

/** The list of items and what follows it, with a line end for each that is before it; nothing where there is none. */
async function* items(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string | null = '';
  for await (const chunk of chunks) {
    if (held === null) {
      yield chunk;
      continue;
    }
    // What was read before was searched before.
    ITEMS.lastIndex = Math.max(0, held.length - OVERLAP);
    held += chunk;
    const begin = ITEMS.exec(held);
    if (begin === null && held.length < LARGEST) continue;
    const at = begin === null ? held.length : begin.index + begin[0].length;
    yield held.slice(0, at).replace(/[^\n]+/g, '') + held.slice(at);
    held = null;
  }
}

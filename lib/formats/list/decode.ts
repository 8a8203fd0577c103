import { entryOfItem, isItem } from '../csl/decode';
import type { Entry, Found } from '../entries';
import { fieldsOf } from '../json/fields';
import { valuesOf } from '../json/values';
import { entryOfLink, idOfAddress } from './link';

/**
 * Reads a JSON list: of addresses, of PaperMemory's `{url, tags?, codeLink?}` and other services' links, of CSL items; each
 * element is read for what it is. A list that begins with none of them is refused. What follows a list `isWithin` another
 * value is no part of it.
 */
export async function* findInList(
  chunks: AsyncIterable<string>,
  isWithin = false,
): AsyncGenerator<Found> {
  let isFirst = true;
  for await (const value of valuesOf(chunks, isWithin)) {
    if (value.kind === 'odd') yield { kind: 'unreadable', line: value.line, reason: value.reason };
    else if (value.kind === 'stopped') yield { kind: 'broken', code: value.how, line: value.line };
    else {
      const entry = entryOf(value.value);
      if (entry !== null) yield { kind: 'entry', line: value.line, entry };
      else if (isFirst) {
        yield { kind: 'refused', problem: { code: 'foreign', looksLike: null } };
        return;
      } else yield { kind: 'unreadable', line: value.line, reason: { code: 'notRecord' } };
    }
    isFirst = false;
  }
}

function entryOf(value: unknown): Entry | null {
  if (typeof value === 'string') return { id: idOfAddress(value), address: value };
  const fields = fieldsOf(value);
  if (fields === null) return null;
  if (isItem(fields)) return entryOfItem(fields);
  return entryOfLink(fields);
}

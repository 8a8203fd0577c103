import { arxivId } from '../../papers/ids';
import { entryOfItem, isItem } from '../csl/decode';
import type { Entry, Found } from '../entries';
import { type Fields, fieldsOf, listIn, textIn } from '../json/fields';
import { valuesOf } from '../json/values';
import { paperIn } from '../text/mentions';

/**
 * Reads a JSON list: of addresses, of PaperMemory's `{url, tags?, codeLink?}`, of CSL items; each element is read for
 * what it is. A list that begins with neither is refused.
 */
export async function* findInList(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  let isFirst = true;
  for await (const value of valuesOf(chunks)) {
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
  if (typeof value === 'string') return { id: idOf(value), address: value };
  const fields = fieldsOf(value);
  if (fields === null) return null;
  if (isItem(fields)) return entryOfItem(fields);
  return fields.has('url') ? entryOfLink(fields) : null;
}

function entryOfLink(fields: Fields): Entry {
  const address = textIn(fields, 'url');
  return {
    id: address === undefined ? null : idOf(address),
    address,
    title: textIn(fields, 'title'),
    tags: listIn(fields, 'tags'),
    note: textIn(fields, 'note'),
    githubRepo: textIn(fields, 'codeLink'),
  };
}

function idOf(text: string) {
  return paperIn([text]) ?? arxivId(text);
}

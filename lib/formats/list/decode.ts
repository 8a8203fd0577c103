import { entriesWithin, isCslItem } from '../anyJson/walk';
import { entryOfItem } from '../csl/decode';
import type { Entry, Found } from '../entries';
import { fieldsOf, listIn } from '../json/fields';
import { type Value, valuesOf } from '../json/values';
import { entryOfZotero, zoteroItemIn } from '../zotero/item';
import { entryOfLink, idOfAddress } from './link';
import { Lists } from './lists';
import { listWithin } from './within';

/**
 * Reads a JSON list: of addresses, of PaperMemory's `{url, tags?, codeLink?}` and other services' links, of CSL items, of
 * anything with links in it; each element is read for what it is. A list without any is refused.
 */
export async function* findInList(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Found> {
  const waiting: Found[] = [];
  let hasAny = false;
  for await (const value of valuesOf(chunks)) {
    const { found } = readValue(value, at);
    hasAny ||= found.some(({ kind }) => kind === 'entry');
    if (hasAny) yield* [...waiting.splice(0), ...found];
    else waiting.push(...found);
  }
  const isForeign = waiting.some(({ kind }) => kind === 'unreadable');
  if (!hasAny && isForeign)
    yield { kind: 'refused', problem: { code: 'foreign', looksLike: null } };
  else yield* waiting;
}

/** The same of a list within an object, as Karakeep, Hypothesis and Raindrop's programs' interface have one. */
export async function* findInListWithin(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Found> {
  const lists = new Lists();
  const text = chunks[Symbol.asyncIterator]();
  const next = async (): Promise<IteratorResult<string>> => {
    const result = await text.next();
    if (!result.done) lists.see(result.value);
    return result;
  };
  // It cannot be ended by whoever reads the list: what follows has the lists' names.
  const seen: AsyncIterable<string> = { [Symbol.asyncIterator]: () => ({ next }) };
  const waiting: { found: Found[]; lists: string[] }[] = [];
  for await (const value of valuesOf(listWithin(seen), true)) {
    const read = readValue(value, at);
    if (waiting.length === 0 && read.lists.length === 0) yield* read.found;
    else waiting.push(read);
  }
  while (!(await next()).done);
  const names = await lists.names();
  for (const { found, lists: ids } of waiting) {
    yield* found.map((one) =>
      withTags(
        one,
        ids.flatMap((id) => names.get(id) ?? []),
      ),
    );
  }
}

/** What a value says, and the ids of the lists that Karakeep has it in. */
function readValue(value: Value, at: string): { found: Found[]; lists: string[] } {
  const { line } = value;
  if (value.kind === 'odd')
    return { found: [{ kind: 'unreadable', line, reason: value.reason }], lists: [] };
  if (value.kind === 'stopped')
    return { found: [{ kind: 'broken', code: value.how, line }], lists: [] };
  const fields = fieldsOf(value.value);
  const entries = entriesOf(value.value, at);
  const found: Found[] =
    entries.length === 0
      ? [{ kind: 'unreadable', line, reason: { code: 'notRecord' } }]
      : entries.map((entry) => ({ kind: 'entry', line, entry }));
  return { found, lists: fields === null ? [] : listIn(fields, 'lists') };
}

function entriesOf(value: unknown, at: string): Entry[] {
  if (typeof value === 'string') return [{ id: idOfAddress(value), address: value }];
  const fields = fieldsOf(value);
  const zotero = fields && zoteroItemIn(fields);
  if (zotero) return [entryOfZotero(zotero)];
  const entry = fields && (isCslItem(fields) ? entryOfItem(fields) : entryOfLink(fields));
  return entry ? [entry] : [...entriesWithin(value, at)];
}

function withTags(found: Found, tags: readonly string[]): Found {
  if (found.kind !== 'entry' || tags.length === 0) return found;
  return { ...found, entry: { ...found.entry, tags: [...(found.entry.tags ?? []), ...tags] } };
}

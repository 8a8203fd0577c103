/**
 * What a step did to some fields of a record. What it left is only compared with what is there later, and may be long
 * and of ten thousand papers: a mark of it is kept in its place.
 */
export interface FieldChange {
  /** The fields that changed, as they were; not in it is one that was not there. */
  was: Record<string, unknown>;
  /** Marks of the same fields as the step left them. */
  left: Record<string, string>;
}

type Fields = Record<string, unknown>;

/** What changed from one record to the next, or null if nothing did. A field that is undefined counts as absent. */
export function fieldsBetween(before: object, after: object): FieldChange | null {
  const [old, next] = [present(before), present(after)];
  const change: FieldChange = { was: {}, left: {} };
  let isChanged = false;
  for (const name of new Set([...old.keys(), ...next.keys()])) {
    const [was, left] = [markOf(old.get(name)), markOf(next.get(name))];
    if (was === left) continue;
    isChanged = true;
    if (was !== undefined) change.was[name] = old.get(name);
    if (left !== undefined) change.left[name] = left;
  }
  return isChanged ? change : null;
}

/** A record in which each field is as it was before a change, unless it was changed again since. */
export function fieldsTakenBack(now: object, { was, left }: FieldChange): Fields {
  const fields = present(now);
  const [before, after] = [present(was), present(left)];
  for (const name of new Set([...before.keys(), ...after.keys()])) {
    if (markOf(fields.get(name)) !== after.get(name)) continue;
    if (before.has(name)) fields.set(name, before.get(name));
    else fields.delete(name);
  }
  return Object.fromEntries(fields);
}

function present(fields: object): Map<string, unknown> {
  return new Map(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** Two values have the same mark only if they are equal: the length of their text, and 53 bits that depend on all of it. */
function markOf(value: unknown): string | undefined {
  const text = JSON.stringify(value);
  if (text === undefined) return undefined;
  let [low, high] = [0xdeadbeef, 0x41c6ce57];
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  const mixed = 4294967296 * (2097151 & high) + (low >>> 0);
  return `${text.length}.${mixed.toString(36)}`;
}

import * as z from 'zod/mini';
import { deepEqual } from '../papers/deepEqual';
import type { Element, PaperHere, SyncRecord } from './elements';
import { type Shelved, thingOf } from './shelfThings';

/** The register of a thing: what it is, and when that was said. */
const REGISTER = 'is';
const said = z.tuple([z.unknown(), z.iso.datetime()]);

/** What elements say that a thing is: of several what was said last. Null: nothing, or what this version does not know. */
export function shelvedOf(id: string, elements: readonly Element[]): Shelved | null {
  const values = elements.flatMap(({ register, value }) => {
    const read = register === REGISTER ? said.safeParse(value) : null;
    const thing = read?.success ? thingOf(id, read.data[0]) : null;
    return thing && read?.data ? [{ thing, at: read.data[1], text: JSON.stringify(thing) }] : [];
  });
  const last = values.reduce<(typeof values)[number] | null>(
    (a, b) => (a && (a.at > b.at || (a.at === b.at && a.text > b.text)) ? a : b),
    null,
  );
  return last?.thing ?? null;
}

/** What a command did to a thing since its elements were written: null where they say what is here. */
export function captureShelved(
  { id, shelved = null, replica }: PaperHere,
  at: string,
): SyncRecord | null {
  const there = shelvedOf(id, replica.elements);
  if (isSame(shelved, there)) return null;
  const dots = replica.elements.flatMap(({ register, dot }) => (register === REGISTER ? dot : []));
  const over = dots.length > 0 ? { [REGISTER]: dots } : {};
  return { id, over, set: shelved ? { [REGISTER]: [shelved, at] } : {} };
}

/** Of a dismissed paper each machine may know another title. */
function isSame(a: Shelved | null, b: Shelved | null): boolean {
  if (a && b && 'dismissedAt' in a && 'dismissedAt' in b) return a.dismissedAt === b.dismissedAt;
  return deepEqual(a, b);
}

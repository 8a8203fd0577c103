import { deepEqual } from '../papers/deepEqual';
import type { ColouredTag } from '../papers/tagColours';
import { tagKey } from '../papers/tags';
import { isWithin, movedTag } from '../papers/tagTree';
import type { AsterismDatabase } from './database';
import type { ColourChange } from './rows';

// Called inside a transaction over `colours`.

/** Sets or takes away (null) the colour of one tag. */
export async function setColour(
  db: AsterismDatabase,
  key: string,
  left: ColouredTag | null,
): Promise<ColourChange | null> {
  const was = (await db.colours.get(key)) ?? null;
  if (deepEqual(was, left)) return null;
  if (left) await db.colours.put(left);
  else await db.colours.delete(key);
  return { key, was, left };
}

/** Moves the colours of a tag and of all below it to its new name, where that has none; deletes them where it is null. */
export async function recolour(
  db: AsterismDatabase,
  from: string,
  to: string | null,
): Promise<ColourChange[]> {
  const changes: (ColourChange | null)[] = [];
  const concerned = (await db.colours.toArray()).filter(({ tag }) => isWithin(tag, from));
  for (const { key } of concerned) changes.push(await setColour(db, key, null));
  for (const { tag, colour } of to === null ? [] : concerned) {
    const moved = movedTag(tag, from, to ?? '');
    const key = tagKey(moved);
    if (!(await db.colours.get(key)))
      changes.push(await setColour(db, key, { key, tag: moved, colour }));
  }
  return changes.filter((change) => change !== null);
}

/** Takes colours back that are as a step left them. The last change first: one tag may be in two. */
export async function takeBackColours(
  db: AsterismDatabase,
  changes: readonly ColourChange[],
): Promise<void> {
  for (const { key, was, left } of changes.toReversed()) {
    if (deepEqual((await db.colours.get(key)) ?? null, left)) await setColour(db, key, was);
  }
}

import type { PaperId } from '../../papers/ids';
import type { TagColour } from '../../papers/tagColours';
import { cleanTag, tagKey } from '../../papers/tags';
import { isWithin } from '../../papers/tagTree';
import { setColour } from '../colours';
import { tagsIn } from '../counts';
import type { AsterismDatabase } from '../database';
import { nextStep, writePart } from '../stepLog';
import { spellingsInUse } from './tagsInUse';

/** The papers that have a tag or one below it. */
export async function papersWithin(db: AsterismDatabase, tag: string): Promise<PaperId[]> {
  const tags = tagsIn(await spellingsInUse(db)).map((used) => used.tag);
  const inside = tags.filter((other) => isWithin(other, tag));
  return db.bookmarks.where('annotation.tags').anyOf(inside).distinct().primaryKeys();
}

/** Gives a tag a colour, or none, and gives the step that takes it back; null where nothing changed. */
export function colourTag(
  db: AsterismDatabase,
  name: string,
  colour: TagColour | null,
  now: () => Date,
): Promise<number | null> {
  return db.transaction('rw', db.colours, db.steps, async () => {
    const key = tagKey(name);
    const change = await setColour(db, key, colour && { key, tag: cleanTag(name), colour });
    if (change === null) return null;
    const step = await nextStep(db);
    await writePart(db, step, 0, [], now().toISOString(), [change]);
    return step;
  });
}

import type { PaperId } from '../../papers/ids';
import type { TagColour } from '../../papers/tagColours';
import { cleanTag, tagKey } from '../../papers/tags';
import { isWithin } from '../../papers/tagTree';
import { setColour } from '../colours';
import { tagsIn } from '../counts';
import type { AsterismDatabase } from '../database';
import type { BookmarkRow } from '../rows';
import { nextStep, writePart } from '../stepLog';
import { spellingsInUse } from './tagsInUse';

/** Bookmarks that are read at once while others wait: about 20 ms. */
const BATCH = 2_000;

/**
 * The papers that have a tag or one below it. Goes through the whole library, a batch at a time: an index of tags would
 * have every click write an entry for each tag, for the sake of renaming one.
 */
export async function papersWithin(db: AsterismDatabase, tag: string): Promise<PaperId[]> {
  const tags = tagsIn(await spellingsInUse(db)).map((used) => used.tag);
  const inside = new Set(tags.filter((other) => isWithin(other, tag)));
  const found: PaperId[] = [];
  let after: PaperId | '' = '';
  while (inside.size > 0) {
    const rows: BookmarkRow[] = await db.bookmarks.where('id').above(after).limit(BATCH).toArray();
    const last = rows.at(-1);
    if (last === undefined) break;
    for (const { id, annotation } of rows) {
      if (annotation.tags.some((own) => inside.has(own))) found.push(id);
    }
    after = last.id;
  }
  return found;
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

import type { TagCount } from '../../papers/tags';
import { type CountRow, TAG_KEYS, tagsIn } from '../counts';
import type { AsterismDatabase } from '../database';
import { rankTags } from '../tagCounts';

/** Tags in use, most used first. Reads what was counted: the cost is that of the tags, not of the library. */
export async function tagsInUse(db: AsterismDatabase): Promise<TagCount[]> {
  return rankTags(tagsIn(await spellingsInUse(db)));
}

/** The rows that count tags, one a spelling. */
export function spellingsInUse(db: AsterismDatabase): Promise<CountRow[]> {
  const [from, to] = TAG_KEYS;
  return db.counts.where('key').between(from, to).toArray();
}

import type { TagCount } from '../../papers/tags';
import type { AsterismDatabase } from '../database';
import { rankTags } from '../tagCounts';

/** Tags in use, most used first. Reads the tags' index and no row: the cost is that of the tags, not of the library. */
export function tagsInUse(db: AsterismDatabase): Promise<TagCount[]> {
  return db.transaction('r', db.bookmarks, async () => {
    const tags = await db.bookmarks.orderBy('annotation.tags').uniqueKeys();
    const counts = await Promise.all(
      tags.map((tag) => db.bookmarks.where('annotation.tags').equals(tag).count()),
    );
    return rankTags(tags.map((tag, index) => ({ tag: String(tag), count: counts[index] ?? 0 })));
  });
}

import { tagKey } from '../../papers/tags';
import { createSearchClient, type SearchClient } from './client';

/**
 * How many papers of the library a search for each tag finds, those with a tag below it included: by `tagKey`, for what
 * tags have before a slash as well. Null where it could not be counted.
 */
export function countTagFinds(
  client: SearchClient = createSearchClient(),
): Promise<ReadonlyMap<string, number> | null> {
  return new Promise((resolve) => {
    client.search(
      {
        query: { kind: 'all' },
        scope: 'bookmarks',
        order: { by: 'starred', ascending: false },
        from: 0,
        count: 0,
        facets: true,
        allTags: true,
      },
      (answer) => {
        if (answer !== null && (answer.rest > 0 || !answer.isCurrent)) return;
        client.close();
        const tags = answer?.facets?.tag;
        resolve(tags ? new Map(tags.map(({ value, count }) => [tagKey(value), count])) : null);
      },
    );
  });
}

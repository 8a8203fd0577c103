import { tagKey } from '../../papers/tags';
import { isComplete, type SearchAnswer, type SearchRequest } from '../../search/query/request';
import { createSearchClient, type SearchClient } from './client';

/** How many papers of the library a search for each tag finds, by `tagKey`: for what tags have before a slash as well. */
export type TagFinds = ReadonlyMap<string, number>;

/** The search that counts them. */
export const TAG_FINDS: SearchRequest = {
  query: { kind: 'all' },
  scope: 'bookmarks',
  order: { by: 'starred', ascending: false },
  from: 0,
  count: 0,
  facets: true,
  allTags: true,
};

/** What its answer says; null where that is not all yet, or could not be read. */
export function tagFindsIn(answer: SearchAnswer | null): TagFinds | null {
  if (answer?.facets == null || !isComplete(answer)) return null;
  return new Map(answer.facets.tag.map(({ value, count }) => [tagKey(value), count]));
}

/** Counts them in a worker of its own; null where it could not be done. */
export function countTagFinds(
  client: SearchClient = createSearchClient(),
): Promise<TagFinds | null> {
  return new Promise((resolve) => {
    client.search(TAG_FINDS, (answer) => {
      if (answer !== null && !isComplete(answer)) return;
      client.close();
      resolve(tagFindsIn(answer));
    });
  });
}

import type { Query } from '../../papers/query/ast';
import type { Facets } from '../../search/query/facets';
import { isComplete } from '../../search/query/request';
import type { SearchClient } from '../searching/client';

/** How many papers of the library a search finds, and how they are spread where that is asked. */
export interface Count {
  total: number;
  facets: Facets | null;
}

/** Counts what searches find, one after the other, in the search's own thread: the page is never busy with it. */
export interface Counting {
  /** Null where the library could not be read, or where counting began again meanwhile. */
  count(query: Query, facets?: boolean): Promise<Count | null>;
  /** The library has changed: what is not counted yet is given up. */
  restart(): void;
}

/** See `Counting`. */
export function counting(client: Pick<SearchClient, 'search'>): Counting {
  let turn: Promise<unknown> = Promise.resolve();
  let round = 0;
  let isFirst = true;
  let giveUp = (): void => {};

  function ask(query: Query, facets: boolean): Promise<Count | null> {
    // All after the first are of the same library, which is not looked at again.
    const further = !isFirst;
    isFirst = false;
    const order = { by: 'starred', ascending: false } as const;
    const request = {
      query,
      scope: 'bookmarks',
      order,
      from: 0,
      count: 0,
      facets,
      further,
    } as const;
    return new Promise((resolve) => {
      giveUp = () => resolve(null);
      client.search(request, (answer) => {
        if (answer === null) resolve(null);
        else if (isComplete(answer)) resolve({ total: answer.total, facets: answer.facets });
      });
    });
  }

  return {
    count(query, facets = false) {
      const mine = round;
      const next = turn.then(() => (mine === round ? ask(query, facets) : null));
      turn = next;
      return next;
    },
    restart() {
      round += 1;
      isFirst = true;
      giveUp();
    },
  };
}

import type { Query } from '../../papers/query/ast';
import { type Marking, markingOf } from '../../papers/query/marks';
import { parseQuery } from '../../papers/query/parse';
import type { Problem } from '../../papers/query/problems';
import { type Address, readAddress, usualSort, writeAddress } from './address';

/** The page's address and its history. */
export interface Place {
  /** The part after the "#". */
  read(): string;
  /** A step to which "back" returns. */
  push(hash: string): void;
  /** The same step under another address. */
  replace(hash: string): void;
}

/** A search as typed, and what it says. */
export interface Understood {
  query: Query;
  problems: Problem[];
  marking: Marking;
}

/** Where on the library page the reader is. */
export interface Navigating {
  address(): Address;
  understood(): Understood;
  /** A step of the reader's; `aside`: one that "back" does not return to. */
  go(part: Partial<Address>, aside?: boolean): void;
  /** Typing is one step, however many keys it takes. */
  type(query: string): void;
  /** The browser went back or forward, or the reader changed the address. */
  arrived(): void;
}

/** See `Navigating`. `onSearch`: there is something else to search for. */
export function createNavigating(
  place: Place,
  now: () => Date,
  onChange: (what: { searches: boolean }) => void,
): Navigating {
  let address = readAddress(place.read());
  let understood = understand(address.query);
  let typing = false;

  function understand(text: string): Understood {
    const { query, problems } = parseQuery(text, now());
    return { query, problems, marking: markingOf(query) };
  }

  function take(next: Address): void {
    const before = address;
    address = next;
    if (next.query !== before.query) understood = understand(next.query);
    const parts = ['query', 'scope', 'sort', 'reversed'] as const;
    onChange({ searches: parts.some((part) => next[part] !== before[part]) });
  }

  function go(part: Partial<Address>, aside: boolean): void {
    const next = { ...address, part: undefined, ...part };
    // Each scope has an order that one expects there.
    if (next.scope !== address.scope && part.sort === undefined && isUsual(address)) {
      next.sort = usualSort(next.scope);
    }
    if (next.sort !== address.sort) next.reversed = part.reversed;
    const hash = writeAddress(next);
    if (hash === writeAddress(address)) return;
    if (aside) place.replace(hash);
    else place.push(hash);
    take(next);
  }

  return {
    address: () => address,
    understood: () => understood,
    go(part, aside = false) {
      if (!aside) typing = false;
      go(part, aside);
    },
    type(query) {
      const goesOn = typing;
      go({ query }, goesOn);
      typing = true;
    },
    arrived() {
      typing = false;
      take(readAddress(place.read()));
    },
  };
}

function isUsual({ scope, sort }: Address): boolean {
  return sort === usualSort(scope);
}

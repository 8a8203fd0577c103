import type { PaperId } from '../../../lib/papers/ids';
import type { SearchDocument } from '../../../lib/search/document';
import { numbersOf, titleKey } from '../../../lib/search/index/columns';
import { UNKNOWN } from '../../../lib/search/index/segment';
import type { Order } from '../../../lib/search/query/order';

/** How well a paper fits a reader who likes ids with low last digits; some are not known. */
export function naiveFit(id: PaperId): number | undefined {
  const last = id.charCodeAt(id.length - 1);
  return last % 3 === 0 ? undefined : -last;
}

/** Sorts documents as a result is sorted, the plain way. */
export function compareNaive(by: Order['by'], ascending: boolean) {
  const sign = ascending ? 1 : -1;
  const key = (doc: SearchDocument): number | string => {
    if (by === 'title') return titleKey(doc);
    const value =
      by === 'fit'
        ? (naiveFit(doc.id) ?? UNKNOWN)
        : numbersOf(doc)[by === 'starred' ? 'listed' : by];
    return value === UNKNOWN ? sign * Number.POSITIVE_INFINITY : value;
  };
  const order = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0);
  return (a: SearchDocument, b: SearchDocument): number =>
    sign * order(key(a), key(b)) || order(a.id, b.id);
}

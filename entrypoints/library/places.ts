import type { TextKey } from '../../lib/text/text';
import type { Route } from '../../lib/views/library/address';

/** A place of the library page beside the list. */
export interface OtherPlace {
  route: Exclude<Route, 'list'>;
  icon: string;
  name: TextKey;
}

/** In the order in which they are offered. */
export const PLACES: readonly OtherPlace[] = [];

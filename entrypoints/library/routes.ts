import * as pictures from '../../components/pictures';
import type { TextKey } from '../../lib/text/text';
import type { Route } from '../../lib/views/library/address';

/** The places beside the list, in the order in which they are offered. */
export const ROUTES: readonly { route: Exclude<Route, 'list'>; icon: string; name: TextKey }[] = [
  { route: 'tags', icon: pictures.tag, name: 'placeTags' },
  { route: 'statistics', icon: pictures.chart, name: 'placeStatistics' },
  { route: 'trash', icon: pictures.trash, name: 'placeTrash' },
];

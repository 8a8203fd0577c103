import type { FunctionComponent, JSX } from 'preact';
import { Skeleton } from '../../components/list/Skeleton';
import { useLater } from '../../components/useLater';
import { type Later, later } from '../../lib/later';
import type { Route } from '../../lib/views/library/address';
import type { RouteProps } from './environment';

type Place = Later<FunctionComponent<RouteProps>>;

const PLACES: Record<Exclude<Route, 'list'>, Place> = {
  tags: later(async () => (await import('./TagsRoute')).TagsRoute),
  statistics: later(async () => (await import('./StatisticsRoute')).StatisticsRoute),
  trash: later(async () => (await import('./TrashRoute')).TrashRoute),
};

/** A place beside the list; it is loaded when one goes there. */
export function RouteView(props: RouteProps & { route: keyof typeof PLACES }): JSX.Element {
  const { route, ...place } = props;
  const Place = useLater(true, PLACES[route]);
  return <div class="other-place">{Place === null ? <Skeleton /> : <Place {...place} />}</div>;
}

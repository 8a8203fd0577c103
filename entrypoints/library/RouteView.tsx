import type { FunctionComponent, JSX } from 'preact';
import { Skeleton } from '../../components/list/Skeleton';
import { useLater } from '../../components/useLater';
import type { Route } from '../../lib/views/library/address';
import type { RouteProps } from './environment';

type Load = () => Promise<FunctionComponent<RouteProps>>;

const LOAD: Record<Exclude<Route, 'list'>, Load> = {
  tags: async () => (await import('./TagsRoute')).TagsRoute,
  trash: async () => (await import('./TrashRoute')).TrashRoute,
};

/** A place beside the list; it is loaded when one goes there. */
export function RouteView(props: RouteProps & { route: keyof typeof LOAD }): JSX.Element {
  const { route, ...place } = props;
  const Place = useLater(true, LOAD[route]);
  return <div class="other-place">{Place === null ? <Skeleton /> : <Place {...place} />}</div>;
}

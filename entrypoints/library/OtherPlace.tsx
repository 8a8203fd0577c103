import type { FunctionComponent, JSX } from 'preact';
import { Skeleton } from '../../components/list/Skeleton';
import { useLater } from '../../components/useLater';
import type { Route } from '../../lib/views/library/address';
import type { Library } from '../../lib/views/library/library';
import type { Outside } from './outside';

export interface PlaceProps {
  view: Library;
  outside: Outside;
}

type Load = () => Promise<FunctionComponent<PlaceProps>>;

const LOAD: Record<Exclude<Route, 'list'>, Load> = {
  tags: async () => (await import('./TagsPlace')).TagsPlace,
  trash: async () => (await import('./TrashPlace')).TrashPlace,
};

/** A place beside the list; it is loaded when one goes there. */
export function OtherPlace(props: PlaceProps & { route: keyof typeof LOAD }): JSX.Element {
  const { route, ...place } = props;
  const Place = useLater(true, LOAD[route]);
  return <div class="other-place">{Place === null ? <Skeleton /> : <Place {...place} />}</div>;
}

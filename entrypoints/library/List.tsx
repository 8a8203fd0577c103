import type { JSX, Ref } from 'preact';
import { useMemo } from 'preact/hooks';
import type { RowActions } from '../../components/library/GridRow';
import { type GridHandle, PaperGrid } from '../../components/library/PaperGrid';
import { Skeleton } from '../../components/list/Skeleton';
import { useLater } from '../../components/useLater';
import { later } from '../../lib/later';
import type { Paper } from '../../lib/papers/paper';
import type { Library } from '../../lib/views/library/library';
import { isSelected } from '../../lib/views/library/selection';

export interface ListProps {
  view: Library;
  /** A row was activated, to be read or only to act on it. */
  onActivate: (place: number, read: boolean) => void;
  /** The focus came to the list. */
  onEnter: () => void;
  onTag: (tag: string) => void;
  onCopy: (paper: Paper, button: HTMLElement) => void;
  grid: Ref<GridHandle>;
}

/** Most lists have something to show. */
const emptyStates = later(() => import('./EmptyStates'));

/** What the search finds, or why there is nothing. */
export function List({
  view,
  onActivate,
  onEnter,
  onTag,
  onCopy,
  grid,
}: ListProps): JSX.Element | null {
  const { results, active, marking, address } = view.state();
  const { choosing } = view;
  const actions = useMemo<RowActions>(
    () => ({
      activate: onActivate,
      enter: onEnter,
      select: (place, extend) => {
        const from = Math.max(0, view.state().active);
        if (extend) void choosing.extend(place, from);
        else choosing.toggle(place);
        view.activate(place);
      },
      star: ({ id }, starred) => view.patch(id, { starred }),
      filterByTag: onTag,
      copy: ({ paper }, button) => onCopy(paper, button),
    }),
    [view, choosing, onActivate, onEnter, onTag, onCopy],
  );

  const failed = results.phase === 'failed';
  const Empty = useLater(failed || results.length === 0, emptyStates);
  if (failed) {
    return Empty && <Empty.Failed onRetry={() => void view.open().then(view.readRest)} />;
  }
  if (results.length === null) return <Skeleton />;
  if (results.length === 0) {
    // Before the first search nothing is certain.
    if (results.total === null || Empty === null) return <Skeleton />;
    const Nothing = address.query === '' ? Empty.NothingYet : Empty.NothingFound;
    return <Nothing view={view} />;
  }
  const selection = choosing.selection();
  return (
    <PaperGrid
      handle={grid}
      length={results.length}
      serial={results.serial}
      idAt={view.idAt}
      placeOf={view.placeOf}
      paper={view.paper}
      active={active}
      isSelected={(id) => isSelected(selection, id)}
      marking={marking}
      busy={results.searching}
      actions={actions}
      onSight={view.want}
    />
  );
}

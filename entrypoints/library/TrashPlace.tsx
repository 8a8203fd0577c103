import '../../components/confirm/confirm.css';
import '../../components/trash/trash.css';
import type { JSX } from 'preact';
import { TrashPage } from '../../components/trash/TrashPage';
import { createTrash } from '../../lib/views/trash';
import type { PlaceProps } from './OtherPlace';
import { usePart } from './usePart';

/** What was removed, for thirty days. */
export function TrashPlace({ view, outside }: PlaceProps): JSX.Element {
  const trash = usePart(
    () => createTrash({ ...outside, notices: view, stepped: view.annotating.stepped }),
    outside.onChange,
  );
  return <TrashPage {...trash.state()} actions={trash} />;
}

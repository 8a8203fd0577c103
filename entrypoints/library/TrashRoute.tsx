import '../../components/confirm/confirm.css';
import '../../components/trash/trash.css';
import type { JSX } from 'preact';
import { TrashPage } from '../../components/trash/TrashPage';
import { createTrash } from '../../lib/views/trash';
import type { RouteProps } from './environment';
import { useView } from './useView';

/** What was removed, for thirty days. */
export function TrashRoute({ view, environment }: RouteProps): JSX.Element {
  const trash = useView(
    () => createTrash({ ...environment, notices: view, stepped: view.annotating.stepped }),
    environment.onChange,
  );
  return <TrashPage {...trash.state()} actions={trash} />;
}

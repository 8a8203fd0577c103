import '../../components/confirm/confirm.css';
import '../../components/searches/searches.css';
import type { JSX } from 'preact';
import { SavedSearchList } from '../../components/searches/SavedSearchList';
import { createSavedSearches } from '../../lib/views/savedSearches';
import type { RouteProps } from './environment';
import { useView } from './useView';

/** Searches that the reader gave a name. */
export function Searches({ view, environment }: RouteProps): JSX.Element {
  const searches = useView(
    () =>
      createSavedSearches({ reader: environment.reader, send: environment.send, notices: view }),
    environment.onChange,
  );
  return (
    <SavedSearchList
      {...searches.state()}
      query={view.address().query}
      actions={searches}
      onPick={(query) => view.go({ route: 'list', query })}
    />
  );
}

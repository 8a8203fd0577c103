import '../../components/confirm/confirm.css';
import '../../components/searches/searches.css';
import type { JSX } from 'preact';
import { SavedSearchList } from '../../components/searches/SavedSearchList';
import { createSavedSearches } from '../../lib/views/savedSearches';
import type { PlaceProps } from './OtherPlace';
import { usePart } from './usePart';

/** Searches that the reader gave a name. */
export function Searches({ view, outside }: PlaceProps): JSX.Element {
  const searches = usePart(
    () => createSavedSearches({ reader: outside.reader, send: outside.send, notices: view }),
    outside.onChange,
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

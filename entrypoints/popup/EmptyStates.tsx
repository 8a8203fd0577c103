import type { JSX } from 'preact';
import { EmptyState } from '../../components/list/EmptyState';
import { FailedState } from '../../components/list/FailedState';
import { SiteLinks } from '../../components/list/SiteLinks';
import * as pictures from '../../components/pictures';
import { NO_FILTER } from '../../lib/papers/list';
import { HOMES } from '../../lib/sites/sites';
import { text } from '../../lib/text/text';
import type { Popup } from '../../lib/views/popup';
import { useUnreadable } from '../../lib/views/unreadable';

/** The library is empty. */
export function NothingYet(): JSX.Element {
  return (
    <EmptyState icon={pictures.star} title={text('emptyListTitle')} text={text('emptyListText')}>
      <SiteLinks homes={HOMES} />
      <a class="button quiet" href="/welcome.html" target="_blank" rel="noreferrer">
        {text('welcomeAgain')}
      </a>
    </EmptyState>
  );
}

/** Nothing of what pages have shown lately fits the reader. */
export function NothingFits(): JSX.Element {
  return (
    <EmptyState
      icon={pictures.eye}
      title={text('nothingFitsTitle')}
      text={text('nothingFitsText')}
    />
  );
}

/** The tab shows no listing. */
export function NoListing(): JSX.Element {
  return (
    <EmptyState icon={pictures.open} title={text('noListingTitle')} text={text('noListingText')}>
      <SiteLinks homes={HOMES} />
    </EmptyState>
  );
}

/** The tab is in a private window, and no paper on it is in the library. */
export function PrivatePage(): JSX.Element {
  return (
    <EmptyState
      icon={pictures.star}
      title={text('privatePageTitle')}
      text={text('privatePageText')}
    />
  );
}

/** Nothing fits the search and the filters. */
export function NoMatch({ view }: { view: Popup }): JSX.Element {
  const onPage = view.state().tab === 'page';
  return (
    <EmptyState
      icon={pictures.search}
      title={text('noMatchTitle')}
      text={text(onPage ? 'noMatchPageText' : 'noMatchText')}
    >
      <button type="button" class="button" onClick={() => view.narrow({ filter: NO_FILTER })}>
        {text('clearFilters')}
      </button>
      {onPage && (
        <button type="button" class="button quiet" onClick={() => view.pick('list')}>
          {text('searchListInstead')}
        </button>
      )}
    </EmptyState>
  );
}

/** The library could not be read. */
export function Failed({ onRetry }: { onRetry: () => void }): JSX.Element {
  return <FailedState why={useUnreadable()} onRetry={onRetry} />;
}

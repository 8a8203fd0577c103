import type { JSX } from 'preact';
import { EmptyState } from '../../components/list/EmptyState';
import { FailedState } from '../../components/list/FailedState';
import { SiteLinks } from '../../components/list/SiteLinks';
import * as pictures from '../../components/pictures';
import { ImportWays } from '../../components/welcome/ImportWays';
import { HOMES } from '../../lib/sites/sites';
import { text } from '../../lib/text/text';
import { writeAddress } from '../../lib/views/library/address';
import type { Library } from '../../lib/views/library/library';
import { useUnreadable } from '../../lib/views/unreadable';

/** The library, or the history, is empty. */
export function NothingYet({ view }: { view: Library }): JSX.Element {
  const isHistory = view.address().scope === 'history';
  return (
    <EmptyState
      icon={isHistory ? pictures.history : pictures.star}
      title={text(isHistory ? 'emptyHistoryTitle' : 'emptyLibraryTitle')}
      text={text(isHistory ? 'emptyHistoryText' : 'emptyListText')}
    >
      <SiteLinks homes={HOMES} />
      {!isHistory && <FirstSteps />}
    </EmptyState>
  );
}

/** What there is to do before there are papers. */
function FirstSteps(): JSX.Element {
  return (
    <>
      <a class="button quiet" href="/welcome.html" target="_blank" rel="noreferrer">
        {text('welcomeAgain')}
      </a>
      <p class="toolbar-hint">{text('toolbarHint')}</p>
      <section class="first-import" aria-labelledby="first-import">
        <h3 id="first-import">{text('welcomeImportHeading')}</h3>
        <ImportWays />
      </section>
    </>
  );
}

/** Nothing fits the search. */
export function NothingFound({ view }: { view: Library }): JSX.Element {
  const address = view.address();
  const isHistory = address.scope === 'history';
  return (
    <EmptyState
      icon={pictures.search}
      title={text('noMatchTitle')}
      text={text(isHistory ? 'noMatchHistoryText' : 'noMatchLibraryText')}
    >
      <button type="button" class="button" onClick={() => view.go({ query: '' })}>
        {text('clearSearch')}
      </button>
      {!isHistory && (
        <a
          class="button quiet"
          href={writeAddress({ ...address, scope: 'history', sort: 'seen', paper: null })}
        >
          {text('searchHistoryInstead')}
        </a>
      )}
    </EmptyState>
  );
}

/** The library could not be read. */
export function Failed({ onRetry }: { onRetry: () => void }): JSX.Element {
  return <FailedState why={useUnreadable()} onRetry={onRetry} />;
}

import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import './popup.css';
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { send } from '../../lib/messages/client';
import { onChange } from '../../lib/messages/pulse';
import { openReader } from '../../lib/store/reader';
import { takeBrowserTexts } from '../../lib/text/browserTexts';
import { lazyReader } from '../../lib/views/lazyReader';
import { createPopup } from '../../lib/views/popup';
import { onOffer } from '../../lib/views/restoreOffer';
import { createSearchClient } from '../../lib/views/searching/client';
import { findSidePanel } from '../../lib/views/sidePanel';
import { exportJson } from './exportJson';
import { isToolbarPopup, onListingChange, readListing } from './listing';
import { Popup } from './Popup';
import { tabChoice } from './tabChoice';

takeBrowserTexts();
document.documentElement.lang = browser.i18n.getUILanguage();
const inPopup = isToolbarPopup();
document.documentElement.dataset['place'] = inPopup ? 'popup' : 'tab';

const reader = lazyReader(openReader);
const view = createPopup({
  reader,
  source: createSearchClient(),
  send,
  readListing,
  choice: tabChoice(localStorage),
  now: () => new Date(),
});
const opening = view.open();
onChange((change) => void view.changed(change), new AbortController().signal);
onListingChange(() => void view.listingChanged());

addEventListener('pagehide', () => {
  // A tag that is typed but not entered is added when its field is left.
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
  view.flush();
});
document.addEventListener('visibilitychange', () => {
  if (document.hidden) view.flush();
});

function openTab(path: string): void {
  void browser.tabs.create({ url: new URL(path, location.origin).href });
  if (inPopup) close();
}

const app = document.querySelector('#app');

function show(onSidePanel?: () => void): void {
  if (!app) return;
  render(
    <Popup
      view={view}
      onClose={() => inPopup && close()}
      onExport={() => void exportJson(view, reader)}
      onImport={() => openTab('/options.html#import')}
      onSettings={() => openTab('/options.html')}
      onLibrary={() => openTab('/library.html')}
      onSidePanel={onSidePanel}
    />,
    app,
  );
}
show();
void opening.then(findSidePanel).then((openSidePanel) => {
  if (openSidePanel && inPopup) show(() => void openSidePanel().then(() => close()));
});
void opening.then(() =>
  onOffer(async (offer) => {
    const { showOffer } = await import('../../components/backup/showOffer');
    showOffer(offer, {
      onLook: () => openTab('/options.html#backup'),
      onNotNow: () => void send('backup.settle', {}),
    });
  }, new AbortController().signal),
);

// First: the library is opened while what follows is evaluated.
import { reader } from './reader';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/library/problems.css';
import './popup.css';
import { browser } from 'wxt/browser';
import { keepTagMemoryIn } from '../../components/annotation/tagMemory';
import { renderLive } from '../../components/renderLive';
import { onChange } from '../../lib/messages/announce';
import { send } from '../../lib/messages/client';
import { sharedStorage } from '../../lib/messages/sharedStorage';
import { earlySetting } from '../../lib/settings/early';
import { singleKeysSetting } from '../../lib/settings/singleKeys';
import { takeForms, text } from '../../lib/text/text';
import { followAppearance } from '../../lib/views/appearance';
import { hasNews } from '../../lib/views/news';
import { paced } from '../../lib/views/pacing';
import { reloadInNewLanguage, takePageTexts } from '../../lib/views/pageLanguage';
import { createPopup } from '../../lib/views/popup';
import { onOffer } from '../../lib/views/restoreOffer';
import { createSearchClient } from '../../lib/views/searching/client';
import { findSidePanel } from '../../lib/views/sidePanel';
import { exportJson } from './exportJson';
import { isToolbarPopup, onListingChange, readListing } from './listing';
import { Popup, type PopupProps } from './Popup';

/** How long the page stays empty rather than to show that it reads, in milliseconds. */
const PATIENCE = 80;

const spoken = takePageTexts(document, localStorage);
reloadInNewLanguage(window);
keepTagMemoryIn(sharedStorage());
followAppearance({ document, storage: localStorage, pages: window });
const keepForms = spoken.then(() => takeForms(localStorage, navigator.userAgent));
const inPopup = isToolbarPopup();
document.documentElement.dataset['place'] = inPopup ? 'popup' : 'tab';

const view = createPopup({
  reader,
  source: createSearchClient(),
  send,
  readListing,
  choice: earlySetting('popupTab', localStorage),
  now: () => new Date(),
});
const opening = Promise.all([view.open(), keepForms]);
onChange(paced(view.changed), new AbortController().signal);
onListingChange(() => void view.listingChanged());

addEventListener('pagehide', () => {
  // What the note's field has is told when it is left.
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

const news = hasNews(earlySetting('newsSeen', localStorage), browser.runtime.getManifest().version);

/** What it has beside the usual, once it is known whether there is such a thing. */
let ways: Pick<PopupProps, 'onSidePanel' | 'onWorthALook' | 'labels' | 'machines'> = {};
let change: ((ways: Partial<PopupProps>) => void) | undefined;

function add(more: typeof ways): void {
  ways = { ...ways, ...more };
  change?.(more);
}

function show(): void {
  if (!app) return;
  const props: PopupProps = {
    view,
    singleKeys: singleKeysSetting(localStorage),
    onClose: () => inPopup && close(),
    onExport: () => void exportJson(view, reader, () => openTab('/options.html#export')),
    onImport: () => openTab('/options.html#import'),
    onSettings: () => openTab('/options.html'),
    onLibrary: () => openTab('/library.html'),
    news,
    ...ways,
  };
  change = renderLive(Popup, props, app);
}
// What is read in a moment is shown at once: grey rows before it would only be one more thing to paint.
const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE));
void Promise.race([opening, patience.then(() => spoken)]).then(() => show());

// What the first screen does without waits until it is painted.
const painted = opening.then(
  () => new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve))),
);
void painted.then(async () => requestIdleCallback(await keepForms));
void painted.then(findSidePanel).then((openSidePanel) => {
  if (openSidePanel && inPopup)
    add({ onSidePanel: () => void openSidePanel().then(() => close()) });
});
void painted.then(async () => {
  const { colourTags } = await import('../../lib/views/tagColours');
  await colourTags(reader, (heard) => onChange(heard, new AbortController().signal), document);
});
void painted.then(async () => {
  const { readShownLabels } = await import('./labels');
  add({ labels: await readShownLabels() });
});
void painted.then(async () => {
  const { SyncStopped } = await import('./SyncStopped');
  add({ machines: <SyncStopped /> });
});
void painted.then(async () => {
  const { hasLearned, WORTH_A_LOOK } = await import('../../lib/views/ranking/learned');
  const { openRanking } = await import('../../lib/store/rankingReader');
  const ranking = openRanking();
  if (!(await hasLearned(ranking))) return ranking.close();
  const { worthALook } = await import('../../lib/views/ranking/worthALook');
  const { createFittingPapers } = await import('../../lib/views/fittingPapers');
  const read = () => worthALook({ ranking, reader, now: () => new Date() });
  view.offer((listed, onChange) => createFittingPapers(read, listed, onChange));
  const { writeAddress } = await import('../../lib/views/library/address');
  add({ onWorthALook: () => openTab(`/library.html${writeAddress(WORTH_A_LOOK)}`) });
});
void painted.then(() =>
  onOffer(async (offer) => {
    const { showOffer } = await import('../../components/backup/showOffer');
    showOffer(offer, {
      onLook: () => openTab('/options.html#backup'),
      onNotNow: () => void send('backup.settle', {}),
    });
  }, new AbortController().signal),
);
void painted.then(async () => {
  const { askAgain, onWithdrawn } = await import('../../lib/views/siteAccess');
  const { READ_AT_ONCE } = await import('../../lib/sites/sites');
  onWithdrawn(READ_AT_ONCE, async (withdrawn) => {
    const { showBanner } = await import('../../components/banner/showBanner');
    showBanner(
      'access',
      withdrawn && {
        label: text('sitesHeading'),
        said: text('accessWithdrawn', withdrawn.names.join(', ')),
        action: text('accessAllow'),
        onAct: () => void askAgain(withdrawn),
      },
    );
  });
});

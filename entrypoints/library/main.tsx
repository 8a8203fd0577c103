// First: the library is opened while what follows is evaluated.
import { opened } from './reader';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/library/library.css';
import './layout.css';
import './narrow.css';
import './print.css';
import { browser } from 'wxt/browser';
import { keepTagMemoryIn } from '../../components/annotation/tagMemory';
import { renderLive } from '../../components/renderLive';
import { onChange } from '../../lib/messages/announce';
import { send } from '../../lib/messages/client';
import { onProgress } from '../../lib/messages/progress';
import { sharedStorage } from '../../lib/messages/sharedStorage';
import { earlySetting } from '../../lib/settings/early';
import { singleKeysSetting } from '../../lib/settings/singleKeys';
import { openRanking } from '../../lib/store/rankingReader';
import { takeForms, text } from '../../lib/text/text';
import { followAppearance } from '../../lib/views/appearance';
import { createLibrary } from '../../lib/views/library/library';
import { hasNews } from '../../lib/views/news';
import { paced } from '../../lib/views/pacing';
import { reloadInNewLanguage, takePageTexts } from '../../lib/views/pageLanguage';
import { onOffer } from '../../lib/views/restoreOffer';
import { createSearchClient } from '../../lib/views/searching/client';
import { countTagFinds } from '../../lib/views/searching/tagFinds';
import { findSidePanel } from '../../lib/views/sidePanel';
import { addressBar } from './addressBar';
import { LibraryPage, type LibraryPageProps } from './LibraryPage';

reloadInNewLanguage(window);
keepTagMemoryIn(sharedStorage());
followAppearance({ document, storage: localStorage, pages: window });
void start();

async function start(): Promise<void> {
  const [reader] = await Promise.all([opened, takePageTexts(document, localStorage)]);
  document.title = text('libraryTitle');
  const keepForms = takeForms(localStorage, navigator.userAgent);
  const place = addressBar(window, () => view.arrived());
  const now = (): Date => new Date();
  const app = { name: text('extensionName'), version: browser.runtime.getManifest().version };
  const newJob = (): string => crypto.randomUUID();
  const ranking = openRanking();
  const environment = {
    ...{ reader, ranking, send, now, onChange, onProgress, newJob, app },
    countFinds: () => countTagFinds(),
  };
  const view = createLibrary({ ...environment, source: createSearchClient(), place });
  const opening = view.open();
  onChange(paced(view.changed), new AbortController().signal);

  function leave(): void {
    place.flush();
    view.flush();
  }
  addEventListener('pagehide', () => {
    // What the note's field has is told when it is left.
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    leave();
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) leave();
    else void view.changed([]); // the history tells nobody when it grows
  });

  const openTab = (path: string): void => {
    void browser.tabs.create({ url: new URL(path, location.origin).href });
  };
  const root = document.querySelector('#app');
  if (!root) return;
  await opening;
  const props: LibraryPageProps = {
    view,
    environment,
    singleKeys: singleKeysSetting(localStorage),
    onSettings: () => openTab('/options.html'),
    onImport: () => openTab('/options.html#import'),
    news: hasNews(earlySetting('newsSeen', localStorage), app.version),
  };
  const change = renderLive(LibraryPage, props, root);
  // What the first screen does without waits until it is painted.
  await new Promise<void>((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  requestIdleCallback(keepForms);
  const { colourTags } = await import('../../lib/views/tagColours');
  void colourTags(reader, (heard) => onChange(heard, new AbortController().signal), document);
  onOffer(async (offer) => {
    const { showOffer } = await import('../../components/backup/showOffer');
    showOffer(offer, {
      onLook: () => openTab('/options.html#backup'),
      onNotNow: () => void send('backup.settle', {}),
    });
  }, new AbortController().signal);
  requestIdleCallback(async () => {
    const { SyncFoot } = await import('./SyncFoot');
    change({ machines: <SyncFoot /> });
  });
  requestIdleCallback(async () => {
    const { downloadWhenDue } = await import('../../lib/exports/datedFiles');
    const meta = { name: text('extensionName'), version: browser.runtime.getManifest().version };
    const { readOwnSettings } = await import('../../lib/settings/ownSettings');
    const settings = () => readOwnSettings(localStorage);
    await downloadWhenDue({ reader, app: meta, now, document, settings });
  });
  if (import.meta.env.FIREFOX) await sayContainer(() => openTab(`/library.html${location.hash}`));
  // A side panel is in no tab.
  const [tab, openSidePanel] = await Promise.all([browser.tabs.getCurrent(), findSidePanel()]);
  if (tab === undefined) change({ onOpenInTab: () => openTab(`/library.html${location.hash}`) });
  else if (openSidePanel) change({ onSidePanel: () => void openSidePanel() });
}

/** In a container the library looks empty. */
async function sayContainer(openOutside: () => void): Promise<void> {
  const { isInContainer } = await import('../../lib/views/container');
  if (!(await isInContainer())) return;
  const { showBanner } = await import('../../components/banner/showBanner');
  showBanner('container', {
    label: text('libraryTitle'),
    said: text('otherContainer'),
    action: text('openOutside'),
    onAct: openOutside,
  });
}

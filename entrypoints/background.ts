import { browser, defineBackground } from '#imports';
import { log } from '../lib/log';
import { serve } from '../lib/messages/server';
import { closeStorage } from '../lib/messages/sharedStorage';
import { paperIdFromUrl } from '../lib/papers/addresses';
import type { PaperId } from '../lib/papers/ids';
import { paperAt } from '../lib/sites/paperPages';
import { paperOfPdf } from '../lib/sites/pdf';
import { matchesOf, OPTIONAL, originsOf, paperLinksOf, SITES } from '../lib/sites/sites';
import { AsterismDatabase } from '../lib/store/database';
import { takeBrowserTexts } from '../lib/text/browserTexts';
import { START, writeAddress } from '../lib/views/library/address';
import { serveAddressBar } from '../lib/worker/addressBar';
import { keepCardsTold } from '../lib/worker/cardSettings';
import { createCopying } from '../lib/worker/copying';
import { copySoon } from '../lib/worker/copySoon';
import { saveFileWhenDue } from '../lib/worker/datedFile';
import { createHandlers } from '../lib/worker/handlers';
import { indexSoon } from '../lib/worker/indexSoon';
import { followLanguage, takeWorkerTexts, textScripts } from '../lib/worker/language';
import { createMenuClicks } from '../lib/worker/menuClicks';
import { createMenus } from '../lib/worker/menus';
import { createOnButton } from '../lib/worker/onButton';
import { createOptionalSites } from '../lib/worker/optionalSites';
import { ownPages } from '../lib/worker/ownPages';
import { createPaperActs } from '../lib/worker/paperActs';
import { createPdfTabs } from '../lib/worker/pdfTabs';
import { rankSoon } from '../lib/worker/rankSoon';
import { relabelPages } from '../lib/worker/relabelling';
import { createShortcuts } from '../lib/worker/shortcuts';
import { createPace } from '../lib/worker/slices';
import { syncHandlers } from '../lib/worker/syncing/syncHandlers';
import { createSyncing } from '../lib/worker/syncing/syncing';
import { forgetTab, tidyUp } from '../lib/worker/tidying';
import { carryOutUnsent } from '../lib/worker/unsentEdits';
import { welcome } from '../lib/worker/welcome';

export default defineBackground(() => {
  const world = { db: new AsterismDatabase(), now: () => new Date(), log };
  const sites = Object.values(SITES).flatMap(originsOf);
  const home = { id: browser.runtime.id, address: browser.runtime.getURL('/'), sites };
  // All at once: a listener that is added later misses the event that woke the worker.
  const ofLibrary = createHandlers(world);
  const syncing = createSyncing(world);
  const undo = (step: number) => ofLibrary['step.undo']({ step }, { kind: 'page' });
  const handlers = { ...ofLibrary, ...syncHandlers({ ...world, syncing, undo }) };
  const after = carryOutUnsent(handlers, log);
  serve(handlers, { ...home, log, after });
  closeStorage().catch((error: unknown) => log('storage', error));
  keepCardsTold(log);
  indexSoon(world.db, log);
  rankSoon(world.db, log);
  relabelPages(log, new AbortController().signal);
  const storage = browser.storage.local;
  const { name, version } = browser.runtime.getManifest();
  copySoon(world.db, createCopying({ ...world, storage, pace: createPace() }), log, () =>
    saveFileWhenDue({ ...world, storage, app: { name, version } }),
  );
  // In the chosen language before anything is said: what the worker says it reads from the database first.
  takeBrowserTexts();
  const spoken = takeWorkerTexts();
  spoken.catch((error: unknown) => log('language', error));
  const button = createOnButton(world.db, log);
  const acts = createPaperActs(handlers, button);
  const runShortcut = createShortcuts({ acts, pages: ownPages, paperAt });
  browser.commands.onCommand.addListener((command, tab) => {
    runShortcut(command, tab).catch((error: unknown) => log('shortcut', error));
  });
  const tagsOf = (id: PaperId): string => writeAddress({ ...START, paper: id, part: 'tags' });
  const menuClicks = { acts, button, pages: ownPages, paperOfLink: paperIdFromUrl, tagsOf };
  const clickMenu = createMenuClicks(menuClicks);
  browser.contextMenus.onClicked.addListener((click, tab) => {
    clickMenu(click, tab?.id).catch((error: unknown) => log('menu', error));
  });
  serveAddressBar({
    ...world,
    libraryAt: (query, paper) => writeAddress({ ...START, query, paper }),
  });
  browser.tabs.onRemoved.addListener((tabId) => forgetTab(world, tabId));
  const lookAtPdf = createPdfTabs(world, paperOfPdf);
  browser.tabs.onUpdated.addListener((tabId, { url, status }, tab) => {
    if (url === undefined && status !== 'complete') return;
    lookAtPdf(tabId, tab).catch((error: unknown) => log('PDF', error));
  });
  const registerSites = createOptionalSites(
    browser,
    OPTIONAL.map((id) => ({ id, matches: matchesOf(SITES[id]) })),
    () => textScripts(Object.values(SITES).flatMap(matchesOf)),
  );
  const makeMenus = createMenus(
    browser,
    Object.values(SITES).map((site) => ({ matches: matchesOf(site), links: paperLinksOf(site) })),
  );
  const register = (): void => {
    registerSites().catch((error: unknown) => log('sites', error));
    spoken.then(makeMenus).catch((error: unknown) => log('menus', error));
  };
  browser.permissions.onAdded.addListener(register);
  browser.permissions.onRemoved.addListener(register);
  followLanguage(register, new AbortController().signal);
  browser.runtime.onInstalled.addListener(register);
  browser.runtime.onStartup.addListener(register);
  browser.runtime.onInstalled.addListener((installed) => {
    welcome(installed).catch((error: unknown) => log('welcome', error));
  });
  browser.runtime.onInstalled.addListener(() => tidyUp(world));
  browser.runtime.onStartup.addListener(() => tidyUp(world));
});

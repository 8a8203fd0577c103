import { type Bidi, call } from './bidi.ts';
import { ADDON, UUID } from './process.ts';

// What BiDi has no command for is done with the browser's own rights, in the scope of its window.

interface Tree {
  contexts: { url: string; context: string }[];
}

/** The window that each Firefox has opened by itself: a later one may be closing, and never answers. */
const windows = new WeakMap<Bidi, string>();

async function privileged<R>(bidi: Bidi, code: string, ...args: string[]): Promise<R> {
  const context = windows.get(bidi) ?? (await firstWindow(bidi));
  windows.set(bidi, context);
  return call(bidi, context, 'page', code, ...args);
}

async function firstWindow(bidi: Bidi): Promise<string> {
  const { contexts } = await bidi.send<Tree>('browsingContext.getTree', { 'moz:scope': 'chrome' });
  const window = contexts.find(({ url }) => url.includes('browser.xhtml'));
  if (window === undefined) throw new Error('Firefox has no window.');
  return window.context;
}

/** Stops the event page, as the browser does with an idle one; the next message or event starts it again. */
export async function stopBackground(bidi: Bidi): Promise<void> {
  const state = await privileged<string>(
    bidi,
    `async (id) => {
      const { extension } = WebExtensionPolicy.getByID(id);
      await extension.terminateBackground({ ignoreDevToolsAttached: true, disableResetIdleForTest: true });
      return extension.backgroundState;
    }`,
    ADDON,
  );
  if (state !== 'stopped') throw new Error(`The event page is ${state}.`);
}

/** What Firefox says of each message whose page has gone before the answer came, and of no error of ours. */
const LEFT_BEFORE_THE_ANSWER =
  /Promise (?:rejected after context unloaded|resolved (?:after context unloaded|while context is inactive))/;

/** What Firefox says of its own where it starts an event page while the one before is ending. */
const STARTED_WHILE_ENDING = /FrameData missing for/;

/** Errors of ours so far, of content scripts too. */
export async function problemsOf(bidi: Bidi): Promise<string[]> {
  const errors = await privileged<string[]>(
    bidi,
    `(uuid) => Services.console.getMessageArray().map(String)
      .filter((text) => text.includes('moz-extension://' + uuid) && text.includes('Error'))`,
    UUID,
  );
  const isOurs = (error: string): boolean =>
    !LEFT_BEFORE_THE_ANSWER.test(error) && !STARTED_WHILE_ENDING.test(error);
  return errors.filter(isOurs);
}

/** Switches the extension off or on, under the pages that are open. */
export function switchTo(bidi: Bidi, state: 'enable' | 'disable'): Promise<null> {
  return privileged(
    bidi,
    `async (id, state) => {
      const { AddonManager } = ChromeUtils.importESModule('resource://gre/modules/AddonManager.sys.mjs');
      await (await AddonManager.getAddonByID(id))[state]();
    }`,
    ADDON,
    state,
  );
}

/** Takes all hosts from the extension, as the reader can in the browser's settings. */
export function withdrawHosts(bidi: Bidi): Promise<null> {
  return privileged(
    bidi,
    `async (id) => {
      const { ExtensionPermissions } = ChromeUtils.importESModule('resource://gre/modules/ExtensionPermissions.sys.mjs');
      const { extension } = WebExtensionPolicy.getByID(id);
      const { origins } = await ExtensionPermissions.get(id);
      await ExtensionPermissions.remove(id, { permissions: [], origins }, extension);
    }`,
    ADDON,
  );
}

/** Opens a private window and gives the context of its tab. */
export function openPrivateWindow(bidi: Bidi): Promise<string> {
  return privileged(
    bidi,
    `async () => {
      const { NavigableManager } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      const opened = window.OpenBrowserWindow({ private: true });
      // Not by an event: a window that is slow to open may have had its own before anybody listens.
      const tab = () => opened.gBrowser.selectedBrowser;
      // Nor before the page that it opens with is there: where that comes last, it is what one sees.
      const isThere = () => opened.gBrowserInit?.delayedStartupFinished
        && tab().currentURI.spec === 'about:privatebrowsing' && !tab().webProgress?.isLoadingDocument;
      while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 20));
      return NavigableManager.getIdForBrowser(tab());
    }`,
  );
}

/** The popup's context: BiDi knows pages in tabs alone, so its list of them is taught this one. */
const POPUP = '00000000-0000-4000-8000-000000000001';

/** Opens the real popup over the tab that is in front, as a click on the toolbar's button does, and gives its context. */
export async function openPopup(bidi: Bidi): Promise<string> {
  await privileged(
    bidi,
    `async (id, popup) => {
      const { NavigableManager: known } = ChromeUtils.importESModule('chrome://remote/content/shared/NavigableManager.sys.mjs');
      const { Management } = ChromeUtils.importESModule('resource://gre/modules/Extension.sys.mjs');
      const shown = () => document.querySelector('#customizationui-widget-panel .webextension-popup-browser');
      if (!Object.hasOwn(known, 'getBrowserById')) {
        const { getBrowserById, getIdForBrowser } = known;
        known.getBrowserById = (id) => id === popup ? shown() : getBrowserById.call(known, id);
        known.getIdForBrowser = (browser) =>
          browser?.classList?.contains('webextension-popup-browser') ? popup : getIdForBrowser.call(known, browser);
      }
      await Management.global.browserActionFor(WebExtensionPolicy.getByID(id).extension).triggerAction(window);
      while (shown()?.closest('panel')?.state !== 'open') await new Promise((resolve) => setTimeout(resolve, 20));
    }`,
    ADDON,
    POPUP,
  );
  return POPUP;
}

/** Closes the popup, as a click beside it does. */
export function closePopup(bidi: Bidi): Promise<null> {
  return privileged(
    bidi,
    `async () => {
      const panel = document.querySelector('#customizationui-widget-panel');
      panel?.hidePopup();
      while (document.querySelector('.webextension-popup-browser')) await new Promise((resolve) => setTimeout(resolve, 20));
    }`,
  );
}

/** Lets the browser ask its own questions from now on; before, the answer to all of them was yes. */
export function askReader(bidi: Bidi): Promise<null> {
  return privileged(
    bidi,
    `() => {
      Services.prefs.setBoolPref('extensions.webextOptionalPermissionPrompts', true);
      Services.prefs.setIntPref('security.notification_enable_delay', 0);
    }`,
  );
}

/** Waits for the browser's own question for a permission, presses an answer, and gives what was asked. */
export function answerQuestion(bidi: Bidi, answer: 'allow' | 'refuse'): Promise<string> {
  return privileged(
    bidi,
    `async (answer) => {
      const shown = () => document.querySelector('#addon-webext-permissions-notification');
      const end = Date.now() + 20_000;
      while (PopupNotifications.panel.state !== 'open' || !shown()) {
        const asked = PopupNotifications.getNotification('addon-webext-permissions', gBrowser.selectedBrowser);
        // In a window that is not in front it waits until that is.
        if (asked && PopupNotifications.panel.state === 'closed') asked.reshow();
        if (Date.now() > end) {
          const { spec } = gBrowser.selectedBrowser.currentURI;
          const isActive = Services.focus.activeWindow === window;
          throw new Error('Nothing was asked: ' + JSON.stringify({ asked: Boolean(asked), isActive, spec }));
        }
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const question = shown().textContent.replace(/\\s+/g, ' ').trim();
      shown()[answer === 'allow' ? 'button' : 'secondaryButton'].click();
      while (PopupNotifications.panel.state !== 'closed') await new Promise((resolve) => setTimeout(resolve, 20));
      return question;
    }`,
    answer,
  );
}

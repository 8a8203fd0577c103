import { browser } from 'wxt/browser';

/** Opens pages of ours, asked for outside of them. */
export interface OwnPages {
  /** `at`: what follows the "#" of its address, as `writeAddress` writes it. */
  openLibrary(at?: string): Promise<void>;
  /** The settings, at one of their sections. */
  openSettings(section?: string): Promise<void>;
  /** The popup, as a click on the button does; nothing where the browser has no way to open it. */
  openPopup(): Promise<void>;
}

async function openTab(path: string): Promise<void> {
  await browser.tabs.create({ url: new URL(path, browser.runtime.getURL('/')).href });
}

/** See `OwnPages`. */
export const ownPages: OwnPages = {
  openLibrary: (at = '') => openTab(`/library.html${at}`),
  openSettings: (section) => openTab(`/options.html${section === undefined ? '' : `#${section}`}`),
  async openPopup() {
    await browser.action.openPopup?.(); // not in Chromium before 127
  },
};

import { browser } from 'wxt/browser';
import { readSetting, writeSetting } from '../settings/stored';

/** What the browser says of an installation; Firefox also says whether it is one for developing. */
export interface Installed {
  reason: string;
  temporary?: boolean;
}

/**
 * Opens the page for new readers once, after the installation; never after an update. A browser that loads the extension
 * from a folder calls each of its starts an installation: it is remembered that the page was open.
 */
export async function welcome({ reason, temporary = false }: Installed): Promise<void> {
  if (reason !== 'install' || temporary || (await readSetting('welcomed'))) return;
  await writeSetting('welcomed', true);
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

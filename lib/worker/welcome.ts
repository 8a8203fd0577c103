import { browser } from 'wxt/browser';

/** What the browser says of an installation; Firefox also says whether it is one for developing. */
export interface Installed {
  reason: string;
  temporary?: boolean;
}

/** Opens the page for new readers once, after the installation; never after an update. */
export async function welcome({ reason, temporary = false }: Installed): Promise<void> {
  if (reason !== 'install' || temporary) return;
  await browser.tabs.create({ url: browser.runtime.getURL('/welcome.html') });
}

import { browser } from 'wxt/browser';

/** Opens the library page; the browser's settings say by which keys. */
export const OPEN_LIBRARY = 'open-library';

/** Does what a keyboard shortcut asks for; the browser calls them the extension's commands. */
export function runShortcut(command: string): void {
  if (command !== OPEN_LIBRARY) return;
  void browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
}

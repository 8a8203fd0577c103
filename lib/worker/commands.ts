import { browser } from 'wxt/browser';

/** The command that opens the library page; the browser's settings say by which keys. */
export const OPEN_LIBRARY = 'open-library';

/** Does what the extension's commands ask for. */
export function doCommand(command: string): void {
  if (command !== OPEN_LIBRARY) return;
  void browser.tabs.create({ url: browser.runtime.getURL('/library.html') });
}

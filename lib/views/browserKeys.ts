import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { COMMAND_NAMES } from '../text/commandNames';
import { text } from '../text/text';

/** A key of the browser as it is set there: the reader may have another one than we suggest, or none (''). */
export interface BrowserKey {
  name: string;
  does: string;
  key: string;
}

/** The keys of the browser, read again when one comes back from the browser's own list of them. */
export function useBrowserKeys(): BrowserKey[] {
  const [set, setKeys] = useState<ReadonlyMap<string, string> | null>(null);
  useEffect(() => {
    const read = (): void => void readKeys().then(setKeys);
    read();
    addEventListener('focus', read);
    return () => removeEventListener('focus', read);
  }, []);
  if (set === null) return [];
  return Object.entries(COMMAND_NAMES).map(([name, does]) => ({
    name,
    does: text(does),
    key: set.get(name) ?? '',
  }));
}

/** Opens the browser's own list of keys, where they are changed. */
export async function changeBrowserKeys(): Promise<void> {
  // Firefox lets nobody open its page by an address, and the types do not know of its own way.
  const { openShortcutSettings } = browser.commands as {
    openShortcutSettings?: () => Promise<void>;
  };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

async function readKeys(): Promise<ReadonlyMap<string, string>> {
  const all = await browser.commands.getAll();
  return new Map(all.map(({ name = '', shortcut = '' }) => [name, shortcut]));
}

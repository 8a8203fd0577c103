import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type SingleKeys, SingleKeysSwitch } from '../../components/list/SingleKeys';
import { BrowserKeys, type BrowserKeysProps } from '../../components/options/BrowserKeys';
import { type TextKey, text } from '../../lib/text/text';
import { COMMANDS } from '../../lib/worker/shortcuts';

/** What each key of the browser does, in the order in which they are listed. */
const DOES: readonly (readonly [command: string, does: TextKey])[] = [
  [COMMANDS.openPopup, 'openPopupCommand'],
  [COMMANDS.openLibrary, 'openLibraryCommand'],
  [COMMANDS.star, 'starCommand'],
  [COMMANDS.toRead, 'toReadCommand'],
];

/** The keys of the browser, and those of one letter. */
export function KeyboardPanel({ singleKeys }: { singleKeys: SingleKeys }): JSX.Element {
  const [keys, setKeys] = useState<BrowserKeysProps['keys']>([]);
  useEffect(() => {
    const read = (): void => void readKeys().then(setKeys);
    read();
    addEventListener('focus', read); // one comes back from the browser's own list
    return () => removeEventListener('focus', read);
  }, []);
  return (
    <>
      <BrowserKeys keys={keys} onChange={() => void openBrowserList()} />
      <SingleKeysSwitch singleKeys={singleKeys} />
    </>
  );
}

/** The keys as they are set in the browser: the reader may have others than we suggest, or none. */
async function readKeys(): Promise<BrowserKeysProps['keys']> {
  const set = new Map((await browser.commands.getAll()).map((one) => [one.name, one.shortcut]));
  return DOES.map(([name, does]) => ({ name, does: text(does), key: set.get(name) ?? '' }));
}

async function openBrowserList(): Promise<void> {
  // Firefox lets nobody open its page by an address, and the types do not know of its own way.
  const { openShortcutSettings } = browser.commands as {
    openShortcutSettings?: () => Promise<void>;
  };
  if (openShortcutSettings) await openShortcutSettings();
  else await browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}

import type { JSX } from 'preact';
import { type SingleKeys, SingleKeysSwitch } from '../../components/list/SingleKeys';
import { BrowserKeys } from '../../components/options/BrowserKeys';
import { changeBrowserKeys, useBrowserKeys } from '../../lib/views/browserKeys';

/** The keys of the browser, and those of one letter. */
export function KeyboardPanel({ singleKeys }: { singleKeys: SingleKeys }): JSX.Element {
  return (
    <>
      <BrowserKeys keys={useBrowserKeys()} onChange={() => void changeBrowserKeys()} />
      <SingleKeysSwitch singleKeys={singleKeys} />
    </>
  );
}

import { browser } from 'wxt/browser';
import { type Lookup, setTexts } from './text';

/** Takes all texts from the extension's `_locales`, in the browser's language. */
export function takeBrowserTexts(): void {
  // WXT types getMessage as one overload a key; a union of keys fits none of them.
  const lookup = browser.i18n.getMessage as Lookup;
  setTexts(lookup, browser.i18n.getUILanguage());
}

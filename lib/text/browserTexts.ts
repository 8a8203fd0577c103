import { browser } from 'wxt/browser';
import { type Lookup, setTexts, type TextKey } from './text';

/** Takes all texts from the extension's `_locales`, in the browser's language. */
export function takeBrowserTexts(): void {
  // WXT types getMessage as one overload a key; a union of keys fits none of them.
  const getMessage = browser.i18n.getMessage as Lookup;
  const known = new Map<TextKey, string>();
  setTexts((key, substitutions) => {
    // Asked once a text: a page of a thousand cards would spend 40 ms in getMessage.
    const message = known.get(key) ?? getMessage(key, ['$1', '$2', '$3', '$4']);
    known.set(key, message);
    return message.replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');
  }, browser.i18n.getUILanguage());
}

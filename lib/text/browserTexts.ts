import { browser } from 'wxt/browser';
import type { Texts } from './languages';
import { type Lookup, setTexts, type TextKey } from './text';

/**
 * Takes all texts from the extension's `_locales`.
 * @param chosen those of the language that the reader chose; what it has not, and all of them where none is given, is
 * in the browser's language
 */
export function takeBrowserTexts(chosen?: Texts): void {
  // WXT types getMessage as one overload a key; a union of keys fits none of them.
  const getMessage = browser.i18n.getMessage as Lookup;
  const known = new Map<TextKey, string>();
  function ask(key: TextKey): string {
    try {
      return chosen?.[key]?.message ?? getMessage(key, ['$1', '$2', '$3', '$4']);
    } catch {
      return ''; // "Extension context invalidated": an update left this content script behind
    }
  }
  // What there will be to say then cannot be asked for then.
  known.set('orphaned', ask('orphaned'));
  setTexts(
    (key, substitutions) => {
      // Asked once a text: a page of a thousand cards would spend 40 ms in getMessage.
      const message = known.get(key) ?? ask(key);
      known.set(key, message);
      return message.replace(/\$(\d)/g, (_, digit) => substitutions[Number(digit) - 1] ?? '');
    },
    () => {
      // Dates and plurals go with the texts; "en-GB" says more about them than "en", and "it" nothing about English.
      const language = browser.i18n.getUILanguage();
      const ofTexts = ask('languageTag');
      return language.startsWith(ofTexts) ? language : ofTexts;
    },
  );
}

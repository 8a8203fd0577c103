import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { takeBrowserTexts } from '../../lib/text/browserTexts';
import { failureText } from '../../lib/text/failureText';
import { language, type TextKey, text } from '../../lib/text/text';

afterEach(() => vi.restoreAllMocks());

/** The texts of a browser, and what an update of the extension does to them. */
function inBrowser(texts: Record<string, string>, uiLanguage = 'en'): { update(): void } {
  let isUpdated = false;
  const i18n = {
    getUILanguage: () => uiLanguage,
    getMessage: (key: string) => {
      if (isUpdated) throw new Error('Extension context invalidated.');
      return texts[key] ?? '';
    },
  };
  Object.assign(browser, { i18n });
  return { update: () => (isUpdated = true) };
}

test('a page that an update left behind can still say so, and throws for no text', () => {
  const extension = inBrowser({ orphaned: 'Reload the page.', saved: 'Saved', undo: 'Undo' });
  takeBrowserTexts();
  expect(text('saved')).toBe('Saved');
  extension.update();
  expect(failureText('orphaned')).toBe('Reload the page.');
  expect(text('saved')).toBe('Saved');
  expect(text('undo')).toBe('');
});

test('$1, $2, … of a text are replaced by what it is about, as it is', () => {
  inBrowser({ tagWithCount: '$1 ($2)' });
  takeBrowserTexts();
  expect(text('tagWithCount', '$2 & <b>', 3)).toBe('$2 & <b> (3)');
});

test('a chosen language speaks whatever the browser speaks; what it lacks is in the browser’s', () => {
  inBrowser({ undo: 'Annuler', saved: 'Enregistré', languageTag: 'fr' }, 'fr');
  takeBrowserTexts({ undo: { message: 'Rückgängig' }, languageTag: { message: 'de' } });
  expect(text('undo')).toBe('Rückgängig');
  expect(text('saved')).toBe('Enregistré');
  expect(language()).toBe('de');
});

test.each([
  ['en', 'en-GB', 'en-GB'],
  ['de', 'de-AT', 'de-AT'],
  ['en', 'it', 'en'], // a language that we do not speak: dates and plurals go with the texts
  ['zh-CN', 'zh-TW', 'zh-CN'],
  ['', 'pt', 'pt'],
])('texts in "%s" in a browser in %s: dates and plurals are those of %s', (ofTexts, ui, said) => {
  inBrowser({ languageTag: ofTexts } satisfies Partial<Record<TextKey, string>>, ui);
  takeBrowserTexts();
  expect(language()).toBe(said);
});

import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { takeBrowserTexts } from '../../lib/text/browserTexts';
import { failureText } from '../../lib/text/failureText';
import { text } from '../../lib/text/text';

afterEach(() => vi.restoreAllMocks());

/** The texts of a browser, and what an update of the extension does to them. */
function inBrowser(texts: Record<string, string>): { update(): void } {
  let isUpdated = false;
  const i18n = {
    getUILanguage: () => 'en',
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

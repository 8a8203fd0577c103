import { afterEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { writeSetting } from '../../lib/settings/stored';
import { text } from '../../lib/text/text';
import { followLanguage, takeWorkerTexts } from '../../lib/worker/language';

afterEach(() => {
  globalThis.asterismLanguages = undefined;
});

/** A browser that speaks English, with a worker that was built with two texts in German. */
function inEnglish(): void {
  fakeBrowser.reset();
  const texts = new Map([
    ['menuStar', 'Star'],
    ['menuTag', 'Tag…'],
  ]);
  const getMessage = (key: string): string => texts.get(key) ?? '';
  Object.assign(browser, { i18n: { getUILanguage: () => 'en', getMessage } });
  globalThis.asterismLanguages = { de: { menuStar: { message: 'Stern setzen' } } };
}

test('a worker that starts speaks the language that was chosen before', async () => {
  inEnglish();
  await writeSetting('workerLanguage', 'de');
  await takeWorkerTexts();
  expect(text('menuStar')).toBe('Stern setzen');
});

test('a running one speaks another as soon as it is chosen, and then what it says is made again', async () => {
  inEnglish();
  await takeWorkerTexts();
  expect(text('menuStar')).toBe('Star');
  const ended = new AbortController();
  const said = vi.fn(() => text('menuStar'));
  followLanguage(said, ended.signal);
  await writeSetting('workerLanguage', 'de');
  expect(said.mock.results).toEqual([{ type: 'return', value: 'Stern setzen' }]);
  await writeSetting('workerLanguage', 'browser');
  expect(text('menuStar')).toBe('Star');
  ended.abort();
  await writeSetting('workerLanguage', 'de');
  expect(text('menuStar')).toBe('Star');
});

import { expect, test } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { languageSetting } from '../../lib/settings/languageSetting';
import { readSetting } from '../../lib/settings/stored';
import { countText, text } from '../../lib/text/text';
import { reloadInNewLanguage, takePageTexts } from '../../lib/views/pageLanguage';

/** A browser that speaks English, and what our pages keep in it. */
function english(): { document: Document; storage: Pick<Storage, 'getItem' | 'setItem'> } {
  const texts = new Map([
    ['undo', 'Undo'],
    ['languageTag', 'en'],
    ['textDirection', 'ltr'],
  ]);
  Object.assign(browser, {
    i18n: { getUILanguage: () => 'en-US', getMessage: (key: string) => texts.get(key) ?? '' },
  });
  const kept = new Map<string, string>();
  return {
    document: { documentElement: {} } as Document, // two of its properties are set
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
    },
  };
}

test('a page speaks the browser’s language until another is chosen, and says which it is', async () => {
  fakeBrowser.reset();
  const { document, storage } = english();
  await takePageTexts(document, storage);
  expect(text('undo')).toBe('Undo');
  expect(document.documentElement).toMatchObject({ lang: 'en-US', dir: 'ltr' });

  languageSetting(storage).write('de');
  await takePageTexts(document, storage);
  expect(text('undo')).toBe('Rückgängig');
  expect(countText('daysLeft', 1)).toBe('noch 1 Tag');
  expect(countText('daysLeft', 2_000)).toBe('noch 2.000 Tage');
  expect(document.documentElement).toMatchObject({ lang: 'de', dir: 'ltr' });
  expect(await readSetting('workerLanguage')).toBe('de');
});

test('another page of ours that sets a language has this one loaded again, another setting has not', () => {
  const page = Object.assign(new EventTarget(), {
    location: { reloads: 0, reload: () => void page.location.reloads++ },
  });
  reloadInNewLanguage(page as unknown as Window); // what is used of one
  const set = (key: string): boolean =>
    page.dispatchEvent(Object.assign(new Event('storage'), { key }));
  set('settings.theme');
  expect(page.location.reloads).toBe(0);
  set('settings.language');
  expect(page.location.reloads).toBe(1);
});

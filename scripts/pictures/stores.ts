import { mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../lib/text/languages.ts';
import { namedIn } from '../../test/e2e/drive/names.ts';
import { clickControl, findControl } from '../../test/e2e/harness/controls.ts';
import type { Asterism } from '../../test/e2e/harness/launch.ts';
import { SITE } from '../../test/e2e/harness/network.ts';
import { setTheme, type Theme } from '../../test/e2e/harness/screens.ts';
import { surfaceOf } from '../../test/e2e/harness/surface.ts';
import { readListing } from '../release/listing.ts';
import { PICTURE_SIZES, storePicture, THEMES } from '../release/stores.ts';
import { banner, besides } from './drawn.ts';

type Name = keyof typeof PICTURE_SIZES;

/** The pictures of the stores' pages, in each language and both themes; the library has papers already. */
export async function pictureStores(
  asterism: Asterism,
  root: string,
  title: string,
  say: (line: string) => void,
): Promise<void> {
  const page = await asterism.context.newPage();
  const own = (path: string): string => `chrome-extension://${asterism.extensionId}/${path}`;
  const icon = readFileSync(join(root, 'docs/images/icon.svg'), 'utf8');

  for (const language of LANGUAGES) {
    await speak(page, own('options.html#appearance'), language);
    for (const theme of THEMES) {
      const take = async (name: Name): Promise<Buffer> => {
        const path = join(root, storePicture(language, name, theme));
        mkdirSync(dirname(path), { recursive: true });
        return page.screenshot({ path, animations: 'disabled' });
      };
      await sized(page, 'library');
      await openLibrary(page, own('library.html'), title, theme);
      await take('library');
      const popup = await popupIn(page, own('popup.html'), theme);
      await sized(page, 'listing');
      const listing = await listingIn(page, language, title, theme, () => take('listing'));
      await sized(page, 'popup');
      await page.setContent(besides(listing, popup));
      await take('popup');
      for (const name of ['tile', 'marquee'] as const) {
        await sized(page, name);
        await page.setContent(banner(icon, readListing(root, language), theme, language));
        await take(name);
      }
    }
    say(dirname(storePicture(language, 'tile', 'light')));
  }
  await page.close();
}

async function sized(page: Page, name: Name): Promise<void> {
  const [width, height] = PICTURE_SIZES[name];
  await page.setViewportSize({ width, height });
}

/** Sets the language as a reader does, so that cards have it too. */
async function speak(page: Page, settings: string, language: Language): Promise<void> {
  await page.goto('about:blank');
  await page.goto(settings);
  await page.getByRole('radio', { name: LANGUAGE_NAMES[language] }).press(' ');
  await page.locator(`html[lang|="${language}"]`).waitFor({ state: 'attached' });
}

async function openLibrary(page: Page, url: string, title: string, theme: Theme): Promise<void> {
  await page.goto(url);
  await setTheme(page, theme);
  await page.getByRole('row', { name: title }).click();
  await page.locator('.rendered-note').waitFor();
  await page.locator('.facet-count').nth(4).waitFor();
}

/** The popup's reading list, as wide and as high as browsers show it. */
async function popupIn(page: Page, url: string, theme: Theme): Promise<Buffer> {
  await page.setViewportSize({ width: 400, height: 600 });
  await page.goto(url);
  await setTheme(page, theme);
  await page.getByRole('listitem').first().waitFor();
  return page.screenshot({ animations: 'disabled' });
}

/** A listing with what was said about its papers, and then with the editor open on the first. */
async function listingIn(
  page: Page,
  language: Language,
  title: string,
  theme: Theme,
  opened: () => Promise<Buffer>,
): Promise<Buffer> {
  await page.goto(`${SITE}/papers?q=language%20models`, { waitUntil: 'domcontentloaded' });
  await setTheme(page, theme);
  const cards = await surfaceOf(page);
  const name = namedIn(language, 'editPaper', title);
  const edit = await findControl(cards, { role: 'button', name });
  await findControl(cards, { role: 'button', name: namedIn(language, 'editTags', title) });
  const closed = await page.screenshot({ animations: 'disabled' });
  await clickControl(cards, edit);
  await findControl(cards, { role: 'dialog', name: title });
  await opened();
  return closed;
}

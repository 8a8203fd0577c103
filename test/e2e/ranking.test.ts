import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillLibrary, openLibraryTab, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

let asterism: Asterism;

beforeAll(async () => {
  asterism = await launch();
});
afterAll(() => asterism?.close());

test('once twenty papers are starred the popup leads to what is worth a look', async () => {
  const popup = await openPopupTab(asterism);
  await fillLibrary(popup, [
    ...Array.from({ length: 12 }, (_, n) => starred(n, `Diffusion policies for robots ${n}`)),
    ...Array.from({ length: 12 }, (_, n) => starred(50 + n, `Robots that grasp ${n}`)),
  ]);
  const button = popup.getByRole('button', { name: named('placeWorthALook') });
  // The worker learns some seconds after the last write.
  await expect
    .poll(
      async () => {
        await popup.reload();
        await popup.getByRole('button', { name: named('openLibrary') }).waitFor();
        await popup.waitForTimeout(500);
        return button.count();
      },
      { timeout: 30_000 },
    )
    .toBe(1);
  const opened = asterism.context.waitForEvent('page');
  await button.click();
  const library = await opened;
  const place = library.getByRole('link', { name: named('placeWorthALook') });
  await place.and(library.locator('[aria-current="page"]')).waitFor();
  await library.close();
});

test('the popup has a tab for what is worth a look, and says where that is nothing', async () => {
  const popup = await openPopupTab(asterism);
  await popup.getByRole('tab', { name: named('placeWorthALook') }).click();
  await popup.getByText(named('nothingFitsTitle')).waitFor(); // all that is known is starred
  await popup.close();
});

test('papers are sorted by fit, and related ones are found in the pane', async () => {
  const page = await openLibraryTab(asterism);
  await page.getByRole('link', { name: named('placeWorthALook') }).waitFor();
  await page.getByRole('combobox', { name: named('sortLabel') }).selectOption('fit');
  await page.getByRole('row').first().click();
  await page.getByRole('button', { name: named('findRelated') }).click();
  const related = page.getByRole('region', { name: named('relatedHeading') });
  await expect.poll(() => related.getByRole('link').count()).toBe(6);
  await page.close();
});

test('switched off in the settings, nothing of it is left', async () => {
  const options = await openOptions(asterism);
  await options.getByRole('checkbox', { name: named('rankingLabel') }).uncheck();
  await options.close();
  const page = await openLibraryTab(asterism);
  const place = page.getByRole('link', { name: named('placeWorthALook') });
  await expect
    .poll(
      async () => {
        await page.reload();
        await page.getByRole('link', { name: named('placeHistory') }).waitFor();
        await page.waitForTimeout(500);
        return place.count();
      },
      { timeout: 20_000 },
    )
    .toBe(0);
  await page.close();
});

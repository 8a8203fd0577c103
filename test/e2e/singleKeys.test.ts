import { afterAll, beforeAll, expect, test } from 'vitest';
import { fillLibrary, gridOf, openLibraryTab, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { openPopupTab } from './harness/popup.ts';

let asterism: Asterism;

beforeAll(async () => {
  asterism = await launch();
});
afterAll(() => asterism?.close());

test('keys of one letter are switched off once, for the settings, the popup and the library', async () => {
  const options = await openOptions(asterism);
  await fillLibrary(options, [starred(1, 'Alpha'), starred(2, 'Beta')]);
  await options.getByRole('checkbox', { name: named('singleKeysLabel') }).uncheck();

  const popup = await openPopupTab(asterism);
  await popup.getByRole('listitem', { name: 'Beta' }).focus();
  await popup.keyboard.press('?');
  await popup.keyboard.press('ArrowDown'); // no dialog is in its way
  const focused = () => popup.evaluate(() => document.activeElement?.textContent);
  await expect.poll(focused).toContain('Alpha');
  await popup.close();

  const library = await openLibraryTab(asterism);
  await gridOf(library).focus();
  await library.keyboard.press('?');
  await library.getByRole('button', { name: named('shortcuts') }).click();
  const dialog = library.getByRole('dialog');
  await expect.poll(() => dialog.getByRole('checkbox').isChecked()).toBe(false);
  await dialog.getByRole('checkbox').check();
  await library.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
  // The key may come before the page has the focus again.
  const isOpenAfterKey = async (): Promise<boolean> => {
    await library.keyboard.press('?');
    return dialog.isVisible();
  };
  await expect.poll(isOpenAfterKey).toBe(true);

  await options.reload();
  await expect
    .poll(() => options.getByRole('checkbox', { name: named('singleKeysLabel') }).isChecked())
    .toBe(true);
  expect(asterism.problems).toEqual([]);
});

import { readFileSync } from 'node:fs';
import type { Page } from 'playwright';
import type { TextKey } from '../../../lib/text/text.ts';
import type { Asterism } from '../harness/launch.ts';
import { until } from '../harness/until.ts';
import { named } from './names.ts';

/** Opens the options page in a tab. */
export async function openOptions(asterism: Asterism): Promise<Page> {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html`);
  return page;
}

/** Presses "Export JSON" and gives the file's text. */
export async function exportedText(page: Page): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: named('exportJson') }).click(),
  ]);
  return readFileSync(await download.path(), 'utf8');
}

/** Chooses a file to import. */
export async function chooseFile(page: Page, name: string, content: string): Promise<void> {
  const buffer = Buffer.from(content);
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
}

/** What the preview of an import says. */
export interface PreviewCounts {
  new: number;
  merged: number;
  same: number;
  unreadable: number;
}

/** Waits for the preview and gives its numbers. */
export async function previewCounts(page: Page): Promise<PreviewCounts> {
  await page.getByRole('table').first().waitFor();
  const count = async (key: TextKey): Promise<number> => {
    const row = page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: named(key) }) });
    return (await row.count()) === 0
      ? 0
      : Number(await row.getByRole('cell').first().textContent());
  };
  return {
    new: await count('importNew'),
    merged: await count('importMerged'),
    same: await count('importSame'),
    unreadable: await count('importUnreadable'),
  };
}

/** Applies the import that is previewed and waits until it is done. */
export async function applyImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Import \d+ paper/ }).click();
  await page.getByText(named('importDone', '').slice(0, 12)).waitFor();
}

/** How many papers the options page counts in the library. */
export async function papersInLibrary(page: Page): Promise<number> {
  return until('the number of papers', async () => {
    const said = await page.locator('.library-count').textContent();
    const number = said?.replace(/\D/g, '') ?? '';
    return number === '' ? undefined : Number(number);
  });
}

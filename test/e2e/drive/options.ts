import { readFileSync } from 'node:fs';
import type { Locator, Page } from 'playwright';
import { libraryEncoder } from '../../../lib/formats/json/encode.ts';
import type { Incoming } from '../../../lib/papers/bookmark.ts';
import type { Asterism } from '../harness/launch.ts';
import { until } from '../harness/until.ts';
import { named } from './names.ts';

/** Opens the options page in a tab. */
export async function openOptions(asterism: Asterism): Promise<Page> {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html`);
  return page;
}

/** Exports the whole library as JSON and gives the file's text. */
export async function exportedText(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), exportButton(page).click()]);
  return readFileSync(await download.path(), 'utf8');
}

/** The button that begins the export. */
export function exportButton(page: Page): Locator {
  return page.getByRole('button', { name: /^Export [\d,]+ papers?$/ });
}

/** The file that an export of some bookmarks is. */
export function libraryFile(bookmarks: readonly Incoming[]): string {
  const encoder = libraryEncoder({
    exportedAt: '2026-04-16T10:00:00.000Z',
    app: { name: 'Asterism', version: '0.1.0' },
  });
  return encoder.head() + encoder.records(bookmarks) + encoder.tail();
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
  await page.locator('.preview').waitFor();
  const count = async (group: string): Promise<number> => {
    const said = page.locator(`[data-group=${group}] .group-count`);
    return (await said.count()) === 0 ? 0 : Number((await said.innerText()).replace(/\D/g, ''));
  };
  return {
    new: await count('new'),
    merged: await count('merged'),
    same: await count('same'),
    unreadable: await count('unreadable'),
  };
}

/** Applies the import that is previewed and waits until it is done. */
export async function applyImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^(Import|Restore) [\d,]+ paper/ }).click();
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

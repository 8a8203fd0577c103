import { readdirSync } from 'node:fs';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import {
  applyImport,
  chooseFile,
  exportedText,
  libraryFile,
  openOptions,
  papersInLibrary,
  previewCounts,
} from './drive/options.ts';
import { ROOT } from './harness/build.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { until } from './harness/until.ts';

// What a hasty or a suspicious reader does to an import.

const SAMPLES = `${ROOT}test/unit/formats/samples/`;
const DONE = named('importDone', '').slice(0, 12);

let asterism: Asterism;
let options: Page;

beforeAll(async () => {
  asterism = await launch();
  options = await openOptions(asterism);
});
afterEach(() => expect(asterism.problems).toEqual([]));
afterAll(() => asterism?.close());

function fileOf(count: number, from = 0): string {
  return libraryFile(
    Array.from({ length: count }, (_, n) => starred(from + n, `Paper ${from + n}`)),
  );
}

const choose = (name: string, buffer: Buffer): Promise<void> =>
  options.locator('input[type=file]').setInputFiles({ name, mimeType: '', buffer });
const leave = (page: Page): Promise<void> => page.locator('.preview-actions .button-quiet').click();
const apply = (page: Page): Promise<void> => page.locator('.preview .button-main').click();

test.each(readdirSync(SAMPLES))('a sample of other programs is previewed: %s', async (name) => {
  await options.locator('input[type=file]').setInputFiles(SAMPLES + name);
  await expect.poll(async () => (await previewCounts(options)).new).toBeGreaterThan(0);
  await leave(options);
});

test.each([
  ['a PDF named .bib', 'x.bib', '%PDF-1.7\n\u0007', 'importLooksLike'],
  ['an empty file', 'x.ris', '', 'importEmptyFile'],
  ['nothing but a byte order mark', 'x.json', '\ufeff', 'importEmptyFile'],
  ['zeros', 'x.json', '\0'.repeat(100_000), 'importLooksLike'],
  ['JSON that is nothing', 'x.json', 'null', 'importNothingFound'],
] as const)('%s is refused, with the reason', async (_, name, content, reason) => {
  await choose(name, Buffer.from(content));
  const [said = ''] = named(reason, '$1').split('$1');
  await options.locator('#import').getByText(said).first().waitFor();
  await expect.poll(() => options.locator('.preview').count()).toBe(0);
});

test('text in UTF-16 and in Latin-1 keeps its accents', async () => {
  const entry = '@misc{a, title={Gödel für alle}, eprint={2401.00002}, archivePrefix={arXiv}}';
  for (const bytes of [Buffer.from(`\ufeff${entry}`, 'utf16le'), Buffer.from(entry, 'latin1')]) {
    await choose('a.bib', bytes);
    await options.locator('.preview').getByText('Gödel für alle').waitFor();
    await leave(options);
  }
});

test('five megabytes of pasted text, and a screenshot, are looked at without harm', async () => {
  const paste = (content: string | null): Promise<void> =>
    options.evaluate((text) => {
      const data = new DataTransfer();
      if (text === null)
        data.items.add(
          new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47])], 'shot.png', { type: 'image/png' }),
        );
      else data.setData('text/plain', text);
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true }));
    }, content);
  await paste('Lorem ipsum https://arxiv.org/abs/2401.12345 dolor 12345.6 '.repeat(90_000));
  await expect.poll(() => previewCounts(options)).toMatchObject({ new: 1 });
  await leave(options);
  await paste(null);
  await options
    .locator('#import')
    .getByText(named('importLooksLike', named('foreignImage')))
    .waitFor();
});

test('two tabs import at once, over each other: nothing is lost, nothing comes twice, each takes back its own', async () => {
  const other = await openOptions(asterism);
  await chooseFile(options, 'a.json', fileOf(3_000));
  await chooseFile(other, 'b.json', fileOf(3_000, 2_000));
  await Promise.all([previewCounts(options), previewCounts(other)]);
  await Promise.all([apply(options), apply(other)]);
  await Promise.all(
    [options, other].map((page) => page.getByText(DONE).waitFor({ timeout: 60_000 })),
  );
  await expect.poll(() => papersInLibrary(options)).toBe(5_000);
  for (const page of [options, other]) {
    await page.getByRole('button', { name: named('importUndo') }).click();
    await page.getByText(named('importUndone')).waitFor({ timeout: 60_000 });
  }
  await until('an empty library', async () =>
    (await papersInLibrary(options)) === 0 ? true : undefined,
  );
  await other.close();
});

test('a preview that has become old does what is right now, and says so', async () => {
  const other = await openOptions(asterism);
  for (const page of [options, other]) await chooseFile(page, 'a.json', fileOf(50));
  await previewCounts(options);
  await previewCounts(other);
  await applyImport(other);
  await other.close();
  await applyImport(options);
  await options.getByText(named('importDone', '0', '0', '50')).waitFor();
});

test('an export while many papers are changed has every paper once', async () => {
  await chooseFile(options, 'a.json', fileOf(4_000));
  await applyImport(options);
  const { papers } = JSON.parse(await exportedText(options));
  const request = {
    job: 'a',
    ids: papers.map(({ id }: { id: string }) => id),
    patch: { addTags: ['bulk'] },
  };
  const changing = options.evaluate(
    `chrome.runtime.sendMessage(${JSON.stringify({ name: 'annotations.patchMany', request })})`,
  );
  const during = JSON.parse(await exportedText(options));
  expect(new Set(during.papers.map(({ id }: { id: string }) => id)).size).toBe(4_000);
  expect(during.counts.papers).toBe(4_000);
  await changing;
});

test('a restore while an import goes on, pressed twice, brings back what is missing once', async () => {
  const rows = options.locator('.copies tbody tr');
  await until('a copy', async () => ((await rows.count()) > 0 ? true : undefined));
  await chooseFile(options, 'more.json', fileOf(3_000, 10_000));
  await previewCounts(options);
  await apply(options);
  await rows.first().getByRole('button').first().click();
  const restore = options.locator('.backup-run .preview');
  await restore.waitFor({ timeout: 30_000 });
  await options.locator('#import').getByText(DONE).waitFor({ timeout: 60_000 });
  const button = restore.locator('.button-main');
  if ((await button.count()) > 0) await button.dblclick();
  else await restore.locator('.button-quiet').click();
  await restore.waitFor({ state: 'detached' });
  await expect.poll(() => papersInLibrary(options)).toBe(7_000);
});

import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import {
  closeEditor,
  expectStar,
  openEditor,
  titlesOnCards,
  toggleStar,
} from '../../test/e2e/drive/card.ts';
import { addTag, pickStatus, typeNote } from '../../test/e2e/drive/editor.ts';
import { exportJson, findRow, showView } from '../../test/e2e/drive/popup.ts';
import type { Asterism } from '../../test/e2e/harness/launch.ts';
import { openPopup, openPopupTab } from '../../test/e2e/harness/popup.ts';
import { surfaceOf } from '../../test/e2e/harness/surface.ts';

export interface DemoOptions {
  asterism: Asterism;
  /** A page that shows a listing. */
  listing: Page;
  /** Where pictures and the exported file go; emptied first. */
  folder: string;
  say: (sentence: string) => void;
}

const TAG = 'to discuss';
const NOTE = 'Compare its baselines with ours.';

/** Does the main job once: stars, tags and notes papers on the listing, reads them in the popup, exports them. */
export async function demonstrate(options: DemoOptions): Promise<void> {
  const { asterism, listing, folder, say } = options;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const [first, second, third] = await annotate(options);

  const popup = await openPopup(asterism);
  await showView(popup, 'list');
  for (const title of [first, second, third]) await findRow(popup, title);
  writeFileSync(join(folder, '3-popup.png'), await popup.screenshot());
  await popup.close();
  say(`The popup's reading list has all three; "${third}" is on top.`);

  const tab = await openPopupTab(asterism);
  const download = await exportJson(tab);
  const file = join(folder, download.suggestedFilename());
  await download.saveAs(file);
  await tab.close();
  checkExport(readFileSync(file, 'utf8'), [first, second, third]);
  say(`Exported the library as JSON: ${download.suggestedFilename()}.`);

  await listing.reload();
  await expectStar(await surfaceOf(listing), first, true);
  say('After a reload the stars are still there.');
}

/** On the cards: three stars, a tag, a status and a note. */
async function annotate(options: DemoOptions): Promise<[string, string, string]> {
  const { listing, folder, say } = options;
  const cards = await surfaceOf(listing);
  const titles = await titlesOnCards(cards, 3);
  say(`Opened a listing; there is a star on each of the ${titles.length} cards in sight.`);
  const [first = '', second = '', third = ''] = titles;
  for (const title of [first, second, third]) {
    await toggleStar(cards, title);
    say(`Starred "${title}".`);
  }
  await openEditor(cards, first, 'tags');
  await addTag(cards, TAG);
  await pickStatus(cards, 'to-read');
  say(`Tagged it "${TAG}" and marked it to read: "${first}".`);
  await typeNote(cards, NOTE);
  await listing.screenshot({ path: join(folder, '1-editor.png') });
  await closeEditor(cards);
  say(`Wrote a note on it: "${NOTE}"`);
  await listing.screenshot({ path: join(folder, '2-listing.png') });
  return [first, second, third];
}

function checkExport(json: string, titles: string[]): void {
  const missing = [...titles, TAG, NOTE].filter((text) => !json.includes(JSON.stringify(text)));
  if (missing.length > 0) throw new Error(`The exported file lacks ${missing.join(', ')}.`);
}

import type { Page } from 'playwright';
import { closeEditor, openEditor, titlesOnCards, toggleStar } from '../../test/e2e/drive/card.ts';
import { addTag, pickStatus, typeNote } from '../../test/e2e/drive/editor.ts';
import { showView } from '../../test/e2e/drive/popup.ts';
import type { Asterism } from '../../test/e2e/harness/launch.ts';
import { openPopup } from '../../test/e2e/harness/popup.ts';
import type { Surface } from '../../test/e2e/harness/surface.ts';

/** The pictures of README and docs, in `docs/images`. */
export const PICTURES = ['listing', 'popup', 'library'] as const;

/** Keeps a picture under its name. */
export type Keep = (name: (typeof PICTURES)[number], png: Buffer) => void;

/** What is said about the papers of the demo listing, in its order. */
const SAID = [
  { tag: 'to discuss', status: 'reading', note: 'Compare its **baselines** with ours, section 4.' },
  { tag: 'benchmarks', status: 'to-read', note: '' },
  { tag: 'to discuss', status: 'read', note: 'The proof of lemma 2 is what we need.' },
  { tag: 'agents', status: 'to-read', note: '' },
] as const;

/** A listing while its first paper is annotated, and then all that is said about its papers. */
export async function pictureListing(listing: Page, cards: Surface, keep: Keep): Promise<void> {
  const titles = await titlesOnCards(cards, SAID.length + 2);
  // The last one that is starred is the first in the list.
  for (const title of titles.toReversed()) await toggleStar(cards, title);
  for (const [at, { tag, status, note }] of [...SAID.entries()].toReversed()) {
    await openEditor(cards, titles[at] ?? '', 'tags');
    await addTag(cards, tag);
    await pickStatus(cards, status);
    if (note !== '') await typeNote(cards, note);
    if (at === 0) keep('listing', await listing.screenshot());
    await closeEditor(cards);
  }
}

/** The popup's reading list. */
export async function picturePopup(asterism: Asterism, keep: Keep): Promise<void> {
  const popup = await openPopup(asterism);
  await showView(popup, 'list');
  keep('popup', await popup.screenshot());
  await popup.close();
}

/** The library page with the paper that was annotated first. */
export async function pictureLibrary(asterism: Asterism, title: string, keep: Keep): Promise<void> {
  const page = await asterism.context.newPage();
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(`chrome-extension://${asterism.extensionId}/library.html`);
  await page.getByRole('row', { name: title }).click();
  await page.locator('.rendered-note').waitFor();
  await page.locator('.facet-count').nth(4).waitFor();
  keep('library', await page.screenshot());
  await page.close();
}

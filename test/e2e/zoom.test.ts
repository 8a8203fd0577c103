import type { Page } from 'playwright';
import { expect, test } from 'vitest';
import { closeEditor, expectStar, partOnCard, titlesOnCards } from './drive/card.ts';
import { typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { browsing } from './harness/browsing.ts';
import { type Control, findControl, focusControl } from './harness/controls.ts';
import { listing } from './harness/listing.ts';
import type { DevToolsSurface } from './harness/surface.ts';

// A reader who zooms a site has it larger or smaller with our controls in it. Pressed by keyboard: what a mouse is told of
// places does not know of the zoom.

const TITLES = ['First', 'Second', 'Third'];
const here = browsing({ '/papers': listing(TITLES) });

/** Zooms a tab as the browser's menu does, and waits until the page has it. */
async function zoom(page: Page, factor: number): Promise<void> {
  const before = await page.evaluate(() => devicePixelRatio);
  await here.asterism.worker().evaluate(`
    chrome.tabs.query({ url: ${JSON.stringify(page.url())} }).then((tabs) =>
      Promise.all(tabs.map(({ id }) => chrome.tabs.setZoom(id, ${factor}))))`);
  await expect.poll(() => page.evaluate(() => devicePixelRatio)).not.toBe(before);
}

/** Where a control is, and how large its page's window is, in the page's pixels. */
async function placeOf({ send }: DevToolsSurface, { node }: Control): Promise<Place> {
  const { object } = await send('DOM.resolveNode', { backendNodeId: node });
  const { result } = await send('Runtime.callFunctionOn', {
    ...(object.objectId && { objectId: object.objectId }),
    functionDeclaration: `function () {
      const { left, top, right, bottom } = this.getBoundingClientRect();
      return { left, top, right, bottom, width: innerWidth, height: innerHeight };
    }`,
    returnByValue: true,
  });
  return result.value as Place; // said above
}

type Place = Record<'left' | 'top' | 'right' | 'bottom' | 'width' | 'height', number>;

test.each([0.5, 2, 3])(
  'zoomed to %d, controls are on their cards and work, and the editor is in the window',
  async (factor) => {
    const { page, cards } = await here.open('/papers');
    const [first = ''] = await titlesOnCards(cards, TITLES.length);
    await zoom(page, factor);
    const star = await findControl(cards, { role: 'button', name: `Star paper: ${first}` });
    const article = page.locator('article').first();
    const isInside = async (): Promise<boolean> => {
      const { left, top, right, bottom } = await placeOf(cards, star);
      const card = await article.evaluate((element) => element.getBoundingClientRect().toJSON());
      return left >= card.left && top >= card.top && right <= card.right && bottom <= card.bottom;
    };
    await expect.poll(isInside).toBe(true);
    const isStarred = star.states['pressed'] === 'true';
    await focusControl(cards, star);
    await cards.press('Space');
    await expectStar(cards, first, !isStarred);

    await focusControl(
      cards,
      await findControl(cards, { role: 'button', name: named('editPaper', first) }),
    );
    await cards.press('Enter');
    const dialog = await findControl(cards, { role: 'dialog', name: first });
    const isInWindow = async (): Promise<boolean> => {
      const { left, top, right, bottom, width, height } = await placeOf(cards, dialog);
      return left >= 0 && top >= 0 && right <= width && bottom <= height;
    };
    await expect.poll(isInWindow).toBe(true);
    await typeNote(cards, `Zoomed to ${factor}.`);
    await closeEditor(cards);
    await expect.poll(() => partOnCard(cards, first, 'note')).toContain(`Zoomed to ${factor}.`);
    await zoom(page, 1);
  },
);

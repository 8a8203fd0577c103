import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Box,
  blockedLinks,
  boxOf,
  cardBoxes,
  chipFaces,
  coveredTexts,
} from './drive/boxes.ts';
import {
  BUTTONS_OF_CARDS,
  closeEditor,
  openEditor,
  titlesOnCards,
  toggleStar,
} from './drive/card.ts';
import { addTag, pickStatus, typeNote } from './drive/editor.ts';
import { named } from './drive/names.ts';
import { asShown, CAPTURED } from './harness/captured.ts';
import { type Control, findControl, findControls } from './harness/controls.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { HAS_CAPTURES, SITE, takeNetwork } from './harness/network.ts';
import { permittedBuild } from './harness/permitted.ts';
import { type DevToolsSurface, surfaceOf } from './harness/surface.ts';
import { until, untilNothing } from './harness/until.ts';

const WIDTHS = [320, 420, 768, 1280, 1920];

/** Tags in several scripts, one of them as long as they get on cards. */
const TAGS = [
  `a tag that is ${'very '.repeat(12)}long`,
  '强化学习与大型语言模型',
  'تعلم الآلة',
  ...'abcdefghi',
];

let asterism: Asterism;
let build: ReturnType<typeof permittedBuild>;

beforeAll(async () => {
  if (!HAS_CAPTURES) return;
  build = permittedBuild();
  asterism = await launch({ extension: build.path });
  const network = await takeNetwork(asterism.context);
  for (const [file, address] of Object.entries(CAPTURED)) {
    network.serve({ [address]: () => asShown(file) });
  }
  await until('the scripts to be registered', async () => {
    const all = 'chrome.scripting.getRegisteredContentScripts().then((all) => all.length)';
    return (await asterism.worker().evaluate(all)) === 10 || undefined;
  });
});
afterAll(async () => {
  await asterism?.close();
  build?.remove();
});

/** Opens a page and says as much as can be said about its first paper. */
async function openAnnotated(
  address: string,
): Promise<{ page: Page; cards: DevToolsSurface; first: Control }> {
  const page = await asterism.context.newPage();
  await page.goto(address.startsWith('/') ? SITE + address : address);
  const cards = await surfaceOf(page);
  const [title = ''] = await titlesOnCards(cards);
  await toggleStar(cards, title);
  await openEditor(cards, title, 'tags');
  for (const tag of TAGS) await addTag(cards, tag);
  await pickStatus(cards, 'to-read');
  await typeNote(cards, 'A note.');
  await closeEditor(cards);
  return {
    page,
    cards,
    first: await findControl(cards, { role: 'button', name: named('starPaper', title) }),
  };
}

/** Where the buttons on cards are that are in sight. */
async function buttonsInSight(cards: DevToolsSurface, height: number): Promise<Box[]> {
  const buttons = await findControls(cards, { role: 'button', name: BUTTONS_OF_CARDS });
  const boxes: Box[] = [];
  for (const button of buttons.slice(0, 40)) boxes.push(await boxOf(cards, button));
  return boxes.filter(({ bottom, top }) => bottom > 0 && top < height);
}

describe.skipIf(!HAS_CAPTURES).each(Object.entries(CAPTURED))(
  '%s (needs the captured pages)',
  (_, address) => {
    test('its controls are large enough, inside the page, and cover no text and no link, however wide it is', async () => {
      const { page, cards, first } = await openAnnotated(address);
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        await page.mouse.move(0, 0);
        await page.waitForTimeout(400); // lines are asked again when the page has settled
        await cards.send('DOM.scrollIntoViewIfNeeded', { backendNodeId: first.node });
        const odd = async (): Promise<string[]> => {
          const pageWidth = await page.evaluate(() => document.documentElement.clientWidth);
          const boxes = await buttonsInSight(cards, 900);
          const wrong = boxes.filter(
            ({ left, right, top, bottom }) =>
              Math.min(right - left, bottom - top) < 27.9 || left < 0 || right > pageWidth,
          );
          return boxes.length === 0 ? ['no button'] : wrong.map((box) => JSON.stringify(box));
        };
        expect(await untilNothing(odd), `${width} px`).toEqual([]);
        const covered = await untilNothing(async () => coveredTexts(page, await chipFaces(cards)));
        expect(covered, `${width} px`).toEqual([]);
        const blocked = await untilNothing(async () => blockedLinks(page, await cardBoxes(cards)));
        expect(blocked, `${width} px`).toEqual([]);
      }
      await page.close();
    });
  },
);

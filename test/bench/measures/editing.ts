import { named } from '../../e2e/drive/names.ts';
import { findControls } from '../../e2e/harness/controls.ts';
import { clickInDevTools } from '../../e2e/harness/devTools.ts';
import { type DevToolsSurface, type Surface, surfaceOf } from '../../e2e/harness/surface.ts';
import { until } from '../../e2e/harness/until.ts';
import { alwaysAtMost, p95 } from '../figures.ts';
import { type Isolated, isolatedWorld } from '../isolated.ts';
import { openListing, untilAnnotated } from '../listing.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { quiet } from '../watched.ts';
import { runWorker } from '../workers.ts';

const CARDS = 55;

const FIRST = 'editor of a card → shown, the first time on a page';
const AT_ONCE = 'editor of a card → shown, the first time, pressed the moment the pointer is there';
const AGAIN = 'editor of a card → shown, again (the floor of the first time)';

/** How long a hand takes from pointing at a button to pressing it, and less than most take, in milliseconds. */
const POINTING = 250;

/** From the click to the frame that shows the editor. */
export const editing: Measure = {
  name: 'editing',
  figures: [
    { name: AGAIN, unit: 'ms' },
    { name: FIRST, unit: 'ms', goals: [alwaysAtMost(100, 'ms', p95)] },
    { name: AT_ONCE, unit: 'ms' },
  ],
  async once(stage) {
    await runWorker(stage);
    const pointed = await openTwice(stage, POINTING);
    const atOnce = await openTwice(stage, 0);
    return {
      [FIRST]: [pointed.first],
      [AT_ONCE]: [atOnce.first],
      [AGAIN]: [pointed.again, atOnce.again],
    };
  },
};

/** Opens the editors of two cards of a page. */
async function openTwice(
  stage: Stage,
  pointing: number,
): Promise<{ first: number; again: number }> {
  const page = await stage.tab();
  await openListing(stage, page, CARDS);
  await untilAnnotated(page, CARDS);
  const cards = await surfaceOf(page);
  const ours = await isolatedWorld(page);
  await ours.evaluate(watchOpenings);
  await quiet(page, 700);
  const hand: Hand = {
    send: cards.send,
    async click(x, y) {
      await page.mouse.move(x, y);
      await new Promise((resolve) => setTimeout(resolve, pointing));
      await cards.click(x, y);
    },
  };
  const first = await openOnce(cards, ours, hand, 0);
  await cards.press('Escape');
  await quiet(page, 300);
  const again = await openOnce(cards, ours, hand, 1);
  await page.close();
  return { first, again };
}

/** What points and presses. */
type Hand = Pick<DevToolsSurface, 'send' | 'click'>;

async function openOnce(cards: Surface, ours: Isolated, hand: Hand, at: number): Promise<number> {
  const name = new RegExp(`^${named('editPaper', '')}`);
  const control = (await findControls(cards, { role: 'button', name }))[at];
  if (control === undefined) throw new Error('There are no editors on the cards.');
  await ours.evaluate(() => Object.assign(globalThis, { opened: null }) && null);
  await clickInDevTools(hand, control);
  return until('the editor', () =>
    ours.evaluate(() => {
      const opened: unknown = Reflect.get(globalThis, 'opened');
      return typeof opened === 'number' ? opened : undefined;
    }),
  );
}

/** Runs with the content script: notes how long after a click the first frame with an editor came. */
function watchOpenings(): void {
  let clicked = 0;
  const note = (event: Event): void => {
    clicked = event.timeStamp;
  };
  window.addEventListener('click', note, { capture: true });
  new MutationObserver(() => {
    if (clicked === 0 || document.querySelector('[data-asterism=overlay]') === null) return;
    const since = clicked;
    clicked = 0;
    requestAnimationFrame(() => {
      Object.assign(globalThis, { opened: performance.now() - since });
    });
  }).observe(document, { childList: true, subtree: true });
}

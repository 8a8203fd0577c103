import { named } from '../../e2e/drive/names.ts';
import { clickControl, findControls } from '../../e2e/harness/controls.ts';
import { type Surface, surfaceOf } from '../../e2e/harness/surface.ts';
import { until } from '../../e2e/harness/until.ts';
import { alwaysAtMost, p95 } from '../figures.ts';
import { type Isolated, isolatedWorld } from '../isolated.ts';
import { openListing, untilAnnotated } from '../listing.ts';
import type { Measure } from '../measure.ts';
import { quiet } from '../watched.ts';
import { runWorker } from '../workers.ts';

const CARDS = 55;

const FIRST = 'editor of a card → shown, the first time on a page (its script is loaded)';
const AGAIN = 'editor of a card → shown, again (the floor of the first time)';

/** From the click to the frame that shows the editor. */
export const editing: Measure = {
  name: 'editing',
  figures: [
    { name: AGAIN, unit: 'ms' },
    { name: FIRST, unit: 'ms', goals: [alwaysAtMost(100, 'ms', p95)] },
  ],
  async once(stage) {
    await runWorker(stage);
    const page = await stage.tab();
    await openListing(stage, page, CARDS);
    await untilAnnotated(page, CARDS);
    const cards = await surfaceOf(page);
    const ours = await isolatedWorld(page);
    await ours.evaluate(watchOpenings);
    await quiet(page, 700);
    const first = await openOnce(cards, ours, 0);
    await cards.press('Escape');
    await quiet(page, 300);
    const again = await openOnce(cards, ours, 1);
    await page.close();
    return { [FIRST]: [first], [AGAIN]: [again] };
  },
};

async function openOnce(cards: Surface, ours: Isolated, at: number): Promise<number> {
  const name = new RegExp(`^${named('editPaper', '')}`);
  const control = (await findControls(cards, { role: 'button', name }))[at];
  if (control === undefined) throw new Error('There are no editors on the cards.');
  await ours.evaluate(() => Object.assign(globalThis, { opened: null }) && null);
  await clickControl(cards, control);
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

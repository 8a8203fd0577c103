import { exportButton } from '../../e2e/drive/options.ts';
import { atMost, most, timesFigure } from '../figures.ts';
import type { Measure } from '../measure.ts';
import { whileWatching } from '../responsive.ts';
import type { Stage } from '../stage.ts';
import { quiet, watchedTab } from '../watched.ts';
import { readBare } from './bare.ts';

const BARE = 'export: bare IndexedDB reading of the same rows';
const TOOK = 'export: JSON, click → file';
const SAVED = 'export: JSON, click → file saved by the browser';
const TASK = 'export: longest task of the page (0: none over 50 ms)';

/** All bookmarks into a file, from the options page. */
export const exporting: Measure = {
  name: 'export',
  most: 3,
  figures: [
    { name: BARE, unit: 'ms' },
    { name: TOOK, unit: 'ms', goals: [timesFigure(1.5, BARE, 'bare')] },
    { name: SAVED, unit: 'ms' },
    { name: TASK, unit: 'ms', goals: [atMost(50, 'ms', most)] },
  ],
  async once(stage, run) {
    const page = await watchedTab(stage);
    await page.goto(stage.address('options.html'));
    await quiet(page, 500);
    const read = (): Promise<number> => page.evaluate(readBare);
    const bareFirst = run % 2 === 0 ? [await read()] : [];
    const { value, responsive } = await whileWatching(page, () => exportOnce(page));
    const bare = bareFirst.length > 0 ? bareFirst : [await read()];
    await page.close();
    return {
      [BARE]: bare,
      [TOOK]: [value.took],
      [SAVED]: [value.saved],
      [TASK]: [responsive.longestTask],
    };
  },
};

type Tab = Awaited<ReturnType<Stage['tab']>>;

/** Presses the button, and says when there was a file and when the browser had saved it. */
export async function exportOnce(
  page: Tab,
): Promise<{ took: number; saved: number; path: string }> {
  await page.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (object) => {
      Object.assign(globalThis, { fileAt: performance.now() });
      return create(object);
    };
    addEventListener('click', ({ timeStamp, isTrusted }) => {
      if (isTrusted) Object.assign(globalThis, { pressedAt: timeStamp });
    });
  });
  const downloading = page.waitForEvent('download', { timeout: 600_000 });
  const start = performance.now();
  await exportButton(page).click();
  const download = await downloading;
  const path = await download.path();
  const saved = performance.now() - start;
  const took = await page.evaluate(
    () => Reflect.get(globalThis, 'fileAt') - Reflect.get(globalThis, 'pressedAt'),
  );
  return { took, saved, path };
}

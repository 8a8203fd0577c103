import { named } from '../../e2e/drive/names.ts';
import { atMost, most, timesFigure } from '../figures.ts';
import { untilIndexed } from '../indexed.ts';
import type { Measure } from '../measure.ts';
import { whileWatching } from '../responsive.ts';
import { openStage } from '../stage.ts';
import { quiet, watchedTab } from '../watched.ts';
import { writeBare } from './bare.ts';
import { exportOnce } from './exporting.ts';

const BARE = 'import: bare IndexedDB writing whole rows with four indexes';
const TOOK = 'import: JSON, file → all in the library';
const PREVIEW = 'import: JSON, file → preview';
const APPLY = 'import: JSON, “apply” → all in the library';
const TASK = 'import: longest task of the page (0: none over 50 ms)';
const LONGEST_MS = 1_800_000;

/** The file that an export gave, into a library that is empty. */
export const importing: Measure = {
  name: 'import',
  most: 1,
  figures: [
    { name: BARE, unit: 'ms' },
    { name: TOOK, unit: 'ms', goals: [timesFigure(1.5, BARE, 'bare')] },
    { name: PREVIEW, unit: 'ms' },
    { name: APPLY, unit: 'ms' },
    { name: TASK, unit: 'ms', goals: [atMost(50, 'ms', most)] },
  ],
  async once(stage) {
    const source = await watchedTab(stage);
    await source.goto(stage.address('options.html'));
    const { path } = await exportOnce(source);
    await source.close();
    const empty = await openStage(0, stage.extension, null);
    try {
      const page = await watchedTab(empty);
      await page.goto(empty.address('options.html#import'));
      await quiet(page, 1_000);
      const { value, responsive } = await whileWatching(page, async () => {
        const start = performance.now();
        await page.locator('input[type=file]').setInputFiles(path);
        const apply = page.locator('.preview .button-main');
        await apply.waitFor({ timeout: LONGEST_MS });
        const preview = performance.now() - start;
        await apply.click();
        const undo = page.getByRole('button', { name: named('importUndo') });
        await undo.waitFor({ timeout: LONGEST_MS });
        return { preview, took: performance.now() - start };
      });
      // In the same profile: a large one beside it would make the bare writing slower.
      await untilIndexed(page);
      const bare = await page.evaluate(writeBare);
      return {
        [BARE]: [bare],
        [TOOK]: [value.took],
        [PREVIEW]: [value.preview],
        [APPLY]: [value.took - value.preview],
        [TASK]: [responsive.longestTask],
      };
    } finally {
      await empty.close();
    }
  },
};

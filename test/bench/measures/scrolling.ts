import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { atMost, most } from '../figures.ts';
import { PAGES } from '../floor.ts';
import type { Measure } from '../measure.ts';
import { quiet, rowsPainted, watchedTab } from '../watched.ts';

const LONGEST = 'scroll the whole library: longest frame';
const OVER = 'scroll the whole library: frames over 32 ms';
const ROWS = 'scroll the whole library: most rows in the document';
const EMPTY = 'scroll the whole library: frames with a row not read yet, share';

/** The whole list from top to end in 600 frames, then a part of it row by row. */
export const scrolling: Measure = {
  name: 'scroll',
  most: 3,
  figures: [
    { name: LONGEST, unit: 'ms', goals: [atMost(32, 'ms', most)] },
    { name: OVER, unit: '', goals: [atMost(0, '', most)] },
    { name: ROWS, unit: '', goals: [atMost(60, '', most)] },
    { name: EMPTY, unit: '' },
  ],
  async once(stage) {
    const { path, width, height } = PAGES.library;
    if (!existsSync(join(stage.extension, path))) return {};
    const page = await watchedTab(stage, width, height);
    await page.goto(stage.address(path));
    await rowsPainted(page);
    await quiet(page, 1_500);
    const { frames, rows, pending } = await page.evaluate(scrollThrough);
    await page.close();
    return {
      [LONGEST]: [Math.max(...frames)],
      [OVER]: [frames.filter((frame) => frame > 32).length],
      [ROWS]: [rows],
      [EMPTY]: [pending / frames.length],
    };
  },
};

/** Runs in the page. */
async function scrollThrough(): Promise<{ frames: number[]; rows: number; pending: number }> {
  const list = document.querySelector('.paper-grid');
  if (list === null) throw new Error('There is no list to scroll.');
  const nextFrame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
  const frames: number[] = [];
  let rows = 0;
  let pending = 0;
  let last = await nextFrame();
  const end = list.scrollHeight - list.clientHeight;
  const steps = Math.min(600, Math.ceil(end / 20));
  async function by(step: number, times: number): Promise<void> {
    for (let turn = 0; turn < times; turn++) {
      list?.scrollBy(0, step);
      const now = await nextFrame();
      frames.push(now - last);
      last = now;
      rows = Math.max(rows, document.querySelectorAll('.paper-grid [role=row]').length);
      if (document.querySelector('.paper-grid .pending') !== null) pending += 1;
    }
  }
  await by(end / steps, steps);
  await by(-60, Math.min(300, Math.ceil(end / 60)));
  return { frames, rows, pending };
}

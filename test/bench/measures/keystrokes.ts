import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { until } from '../../e2e/harness/until.ts';
import { atMost, most, p95, type Samples } from '../figures.ts';
import { PAGES, type PageName } from '../floor.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { quiet, rowsPainted, toldBy, watchedTab } from '../watched.ts';

/** What is typed, letter by letter: a common word, a rare one, several, a phrase, a tag, an author. */
const QUERIES = ['model', 'zq1', 'neural data', '"language model', 'tag:rl', 'author:ba'];

/** Where is searched, and how long it may take. */
const PLACES = [
  { name: 'popup', page: 'popup', hash: '', limit: 50 },
  { name: 'library', page: 'library', hash: '', limit: 50 },
  { name: 'history', page: 'library', hash: '#/?scope=history', limit: 100 },
] as const satisfies { name: string; page: PageName; hash: string; limit: number }[];

const figure = (place: string): string => `search the ${place}: key → results painted`;

/** From a key to the frame that shows what is found; the first, which loads the index, by itself. */
export const keystrokes: Measure = {
  name: 'keystrokes',
  most: 3,
  figures: PLACES.flatMap(({ name, limit }) => [
    { name: figure(name), unit: 'ms' as const, goals: [atMost(limit, 'ms', p95)] },
    { name: `${figure(name)}, first key after opening`, unit: 'ms' as const },
    {
      name: `search the ${name}: tasks over 50 ms`,
      unit: '' as const,
      goals: name === 'history' ? [] : [atMost(0, '', most)],
    },
  ]),
  async once(stage) {
    const samples: Samples = {};
    for (const place of PLACES) {
      const { path, width, height } = PAGES[place.page];
      if (!existsSync(join(stage.extension, path))) continue;
      const page = await watchedTab(stage, width, height);
      await page.goto(stage.address(path + place.hash));
      await rowsPainted(page);
      await quiet(page, 1_000);
      const { first, others, longTasks } = await typeAll(stage, page);
      samples[figure(place.name)] = others;
      samples[`${figure(place.name)}, first key after opening`] = [first];
      samples[`search the ${place.name}: tasks over 50 ms`] = [longTasks];
      await page.close();
    }
    return samples;
  },
};

async function typeAll(
  _stage: Stage,
  page: Page,
): Promise<{ first: number; others: number[]; longTasks: number }> {
  const field = page.locator('.search-box input');
  await field.focus();
  const before = (await toldBy(page)).longTasks.length;
  for (const query of QUERIES) {
    for (const letter of query) await press(page, letter);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Backspace');
    await quiet(page, 100);
  }
  const { keys, longTasks } = await toldBy(page);
  const letters = keys.flatMap(({ pressed, painted }) =>
    painted === null ? [] : painted - pressed,
  );
  const [first = Number.NaN, ...others] = letters;
  return { first, others, longTasks: longTasks.length - before };
}

/** Presses a key and waits until it is answered, as a reader does who looks at what comes. */
async function press(page: Page, letter: string): Promise<void> {
  await page.keyboard.press(letter);
  await until(
    `the answer to "${letter}" in ${page.url()}`,
    async () => ((await toldBy(page)).keys.at(-1)?.painted === null ? undefined : true),
    10_000,
  );
}

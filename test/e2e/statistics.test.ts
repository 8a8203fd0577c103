import { expect, test } from 'vitest';
import { titlesOnCards, toggleStar } from './drive/card.ts';
import { named } from './drive/names.ts';
import { browsing } from './harness/browsing.ts';
import { ownPage } from './harness/network.ts';

const here = browsing({ '/papers': ownPage('search.html') });

test('stars are counted in the statistics, and a bar leads to its papers', async () => {
  const { cards } = await here.open('/papers?q=language%20models');
  const [first = '', second = ''] = await titlesOnCards(cards, 2);
  await toggleStar(cards, first);
  await toggleStar(cards, second);
  const library = await here.asterism.context.newPage();
  await library.goto(`chrome-extension://${here.asterism.extensionId}/library.html#/statistics`);
  const charts = library.locator('.chart[aria-busy="false"]');
  await expect.poll(() => charts.count()).toBe(6);
  await expect.poll(() => library.locator('.figures b').first().textContent()).toBe('2');
  const week = library.locator('.column-chart').first().locator('a');
  await expect.poll(() => week.count()).toBe(1); // both in this week
  await expect.poll(() => week.getAttribute('aria-label')).toMatch(/: 2$/);
  const site = library.getByRole('table', { name: named('statisticsSites') });
  await expect
    .poll(() => site.getByRole('row', { name: /Hugging Face/ }).textContent())
    .toBe('Hugging Face2');
  await toggleStar(cards, second); // elsewhere, while it is on show
  await expect.poll(() => week.getAttribute('aria-label')).toMatch(/: 1$/);
  await week.click();
  await library.getByRole('grid').getByText(first).first().waitFor();
  await expect.poll(() => library.url()).toContain('q=is%3Astarred');
  expect(here.asterism.problems).toEqual([]);
});

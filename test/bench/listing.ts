import type { Page } from 'playwright';
import { ownPage, SITE } from '../e2e/harness/network.ts';
import { until } from '../e2e/harness/until.ts';
import type { Stage } from './stage.ts';

const ARXIV_LIST = 'https://arxiv.org/list/cs.CL/new';

/** Opens a listing of so many generated cards. Where it is no listing's address, nothing is put on its cards. */
export async function openListing(
  stage: Stage,
  page: Page,
  cards: number,
  path = '/papers',
): Promise<void> {
  stage.network.serve({ [path]: ownPage('many.html') });
  await page.goto(`${SITE}${path}?n=${cards}&props=1`);
}

/** Opens a list of so many generated entries of arXiv. */
export async function openEntries(stage: Stage, page: Page, entries: number): Promise<void> {
  stage.network.serve({ [ARXIV_LIST]: ownPage('manyEntries.html') });
  await page.goto(`${ARXIV_LIST}?n=${entries}`);
}

/** Waits until every card has its control. */
export async function untilAnnotated(page: Page, cards: number): Promise<void> {
  await until(
    `controls on ${cards} cards`,
    async () => ((await page.locator('[data-asterism=card]').count()) === cards ? true : undefined),
    30_000,
  );
}

import { expect, test } from 'vitest';
import { expectStar, findStars, toggleStar } from './drive/card.ts';
import { expectRows, showView } from './drive/popup.ts';
import { browsing } from './harness/browsing.ts';
import { ownPage } from './harness/network.ts';
import { openPopup } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const PDF = 'https://arxiv.org/pdf/2604.90002v1';
const LIST = 'https://arxiv.org/list/cs.CL/new';
const TITLE = 'Trees that Search Themselves';

// What the browser shows of a PDF is not served: to us a tab is its address.
const here = browsing({ [PDF]: '<!doctype html><embed>', [LIST]: ownPage('arxivList.html') });

test('a tab with a PDF is starred in the popup, and the paper is starred where it is met next', async () => {
  const { context } = here.asterism;
  const page = await context.newPage();
  await page.goto(PDF);
  const popup = await openPopup(here.asterism);
  await showView(popup, 'page');
  await expectRows(popup, ['arXiv 2604.90002']);
  await toggleStar(popup, 'arXiv 2604.90002');
  await expectStar(popup, 'arXiv 2604.90002', true);
  await popup.close();
  await until('the badge', async () => {
    const text = await here.asterism.worker().evaluate(
      `chrome.tabs.query({ active: true, lastFocusedWindow: true })
        .then(([tab]) => chrome.action.getBadgeText({ tabId: tab.id }))`,
    );
    return text === '★' || undefined;
  });
  const list = await context.newPage();
  await list.goto(LIST);
  const surface = await surfaceOf(list);
  await until('two stars', async () => (await findStars(surface)).length === 2 || undefined);
  await expectStar(surface, TITLE, true);
  expect(here.asterism.problems).toEqual([]);
});

import { expect, test } from 'vitest';
import { named } from './drive/names.ts';
import { openOptions } from './drive/options.ts';
import { browsing } from './harness/browsing.ts';
import { findControl, findNone } from './harness/controls.ts';
import { ownPage } from './harness/network.ts';
import { openPopup } from './harness/popup.ts';
import { surfaceOf } from './harness/surface.ts';

const LIST = 'https://arxiv.org/list/cs.CL/new';

const here = browsing({ [LIST]: ownPage('arxivList.html') });
const mark = (word: string) => ({ role: 'image', name: named('watchedFor', word) });

async function watchFor(...words: string[]): Promise<void> {
  const options = await openOptions(here.asterism);
  for (const word of words) {
    await options.getByRole('textbox', { name: named('newWatchWord') }).fill(word);
    await options.getByRole('button', { name: named('addWatchWord'), exact: true }).click();
    await options.getByRole('button', { name: named('removeWatchWord', word) }).waitFor();
  }
  await options.close();
}

test('a watch word marks the papers that have it: on the open page at once, in the popup, and until it is removed', async () => {
  const page = await here.asterism.context.newPage();
  await page.goto(LIST);
  const surface = await surfaceOf(page);
  await findControl(surface, { role: 'button', name: /^Star paper: Trees/ });
  await watchFor('/tree(s|)/');
  await findControl(surface, mark('/tree(s|)/'));
  await page.bringToFront();
  const popup = await openPopup(here.asterism);
  await expect
    .poll(() => popup.evaluate('document.body.innerText'))
    .toContain(named('watchedFor', '/tree(s|)/'));
  await popup.close();
  const options = await openOptions(here.asterism);
  await options.getByRole('button', { name: named('removeWatchWord', '/tree(s|)/') }).click();
  await findNone(surface, mark('/tree(s|)/'));
  await options.close();
  await page.close();
});

test('a pattern that would take for ever elsewhere holds nothing up', async () => {
  await watchFor('/^(a|aa|[a-z ]+)+\\d$/', 'trees');
  const page = await here.asterism.context.newPage();
  await page.goto(LIST);
  const surface = await surfaceOf(page);
  await findControl(surface, mark('trees'));
  await page.close();
});

import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { expectStar, findStars, toggleStar } from './drive/card.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { takeNetwork } from './harness/network.ts';
import { permittedBuild } from './harness/permitted.ts';
import { type Surface, surfaceOf } from './harness/surface.ts';
import { until } from './harness/until.ts';

const TITLE = 'Trees that Search Themselves';

/** The same paper on five sites, as each shows it. */
const PAGES = {
  'https://huggingface.co/papers/2604.90002': `<!doctype html><div data-target="PaperContent"><h1>${TITLE}</h1></div>`,
  'https://arxiv.org/abs/2604.90002': `<!doctype html><div id="abs"><h1 class="title"><span class="descriptor">Title:</span>${TITLE}</h1></div>`,
  'https://ar5iv.labs.arxiv.org/html/2604.90002': `<!doctype html><h1 class="ltx_title_document">${TITLE}</h1>`,
  'https://scholar.google.com/scholar?q=trees': `<!doctype html><div id="gs_res_ccl_mid"><div class="gs_r gs_or gs_scl" data-cid="abcdefghijkl"><div class="gs_ggs"><a href="https://arxiv.org/pdf/2604.90002?trk=x">[PDF] arxiv.org</a></div><div class="gs_ri"><h3 class="gs_rt"><a href="https://publisher.example/p/1">${TITLE}</a></h3><div class="gs_a">A Example - Journal, 2026</div><div class="gs_fl"><a href="#">Save</a></div></div></div></div>`,
  'https://dblp.org/search?q=trees': `<!doctype html><ul class="publ-list"><li class="year">2026</li><li class="entry informal" id="journals/corr/abs-2604-90002"><cite class="data"><span itemprop="author"><span itemprop="name">Ada Example 0001</span></span>: <span class="title">${TITLE}.</span></cite></li></ul>`,
};

let asterism: Asterism;
let build: ReturnType<typeof permittedBuild>;

beforeAll(async () => {
  build = permittedBuild();
  asterism = await launch({ extension: build.path });
  const network = await takeNetwork(asterism.context);
  network.serve(
    Object.fromEntries(
      Object.entries(PAGES).map(([address, html]) => [
        address.replace('https://huggingface.co', ''),
        html,
      ]),
    ),
  );
});
afterAll(async () => {
  await asterism?.close();
  build?.remove();
});

async function visit(address: string): Promise<Surface> {
  const page = await asterism.context.newPage();
  await page.goto(address);
  const surface = await surfaceOf(page);
  await until(
    `the star on ${address}`,
    async () => (await findStars(surface)).length === 1 || undefined,
  );
  return surface;
}

test('one paper on five sites is one bookmark', async () => {
  await until('the scripts to be registered', async () => {
    const count = await asterism
      .worker()
      .evaluate('chrome.scripting.getRegisteredContentScripts().then((all) => all.length)');
    return count === 10 || undefined;
  });
  const [first, ...others] = Object.keys(PAGES);
  const surface = await visit(first ?? '');
  await toggleStar(surface, TITLE);
  for (const address of others) await expectStar(await visit(address), TITLE, true);
  const rows = await asterism.worker().evaluate(
    () =>
      new Promise((resolve) => {
        const opening = indexedDB.open('asterism');
        opening.onsuccess = () => {
          const all = opening.result.transaction('bookmarks').objectStore('bookmarks').getAllKeys();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result);
          };
        };
      }),
  );
  expect(rows).toEqual(['arxiv:2604.90002']);
});

describe('as it is published', () => {
  test('an optional site is left alone until it is switched on', async () => {
    const published = await launch();
    const network = await takeNetwork(published.context);
    network.serve(PAGES);
    const page = await published.context.newPage();
    await page.goto('https://dblp.org/search?q=trees');
    await page.waitForTimeout(500);
    expect(await page.locator('[data-asterism]').count()).toBe(0);
    await published.close();
  });
});

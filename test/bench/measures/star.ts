import type { Page } from 'playwright';
import { findStars } from '../../e2e/drive/card.ts';
import { clickControl } from '../../e2e/harness/controls.ts';
import { type Surface, surfaceOf } from '../../e2e/harness/surface.ts';
import { until } from '../../e2e/harness/until.ts';
import { alwaysAtMost, p95 } from '../figures.ts';
import { type Isolated, isolatedWorld } from '../isolated.ts';
import { openListing, untilAnnotated } from '../listing.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import { quiet } from '../watched.ts';
import { runWorker } from '../workers.ts';

const CARDS = 55;
/** Stars that are set in one run. */
const CLICKS = 6;

const STORED = 'star on a card → stored (committed)';
const ANSWERED = 'star on a card → answered on the card';
const SHOWN = 'star on a card → shown in another tab';
const BARE = 'star on a card: the same row alone, sent and put by bare IndexedDB';

/** From the click to the commit, to the worker's answer in the page after it, and to the same star in a second tab. */
export const star: Measure = {
  name: 'star',
  figures: [
    { name: BARE, unit: 'ms', goals: [] },
    { name: STORED, unit: 'ms', goals: [alwaysAtMost(15, 'ms', p95)] },
    { name: ANSWERED, unit: 'ms' },
    { name: SHOWN, unit: 'ms', goals: [alwaysAtMost(50, 'ms', p95)] },
  ],
  async once(stage) {
    await runWorker(stage);
    const tabs = [await stage.tab(), await stage.tab()] as const;
    const [other, page] = tabs;
    for (const tab of tabs) {
      await openListing(stage, tab, CARDS);
      await untilAnnotated(tab, CARDS);
    }
    const cards = await surfaceOf(page);
    const here = await isolatedWorld(page);
    const there = await isolatedWorld(other);
    await here.evaluate(watchClicks);
    await there.evaluate(watchStars);
    await answerBare(stage);
    await watchCommits(stage);
    await quiet(page, 700);
    const took: Took[] = [];
    const bare: number[] = [];
    for (let click = 0; click < CLICKS; click++) {
      took.push(await starOnce(stage, page, cards, click, here, there));
      await quiet(page, 100);
      bare.push(await here.evaluate(sendBare));
      await quiet(page, 100);
    }
    for (const tab of tabs) await tab.close();
    return {
      [BARE]: bare,
      [STORED]: took.map((one) => one.stored),
      [ANSWERED]: took.map((one) => one.answered),
      [SHOWN]: took.map((one) => one.shown),
    };
  },
};

interface Took {
  stored: number;
  answered: number;
  shown: number;
}

async function starOnce(
  stage: Stage,
  page: Page,
  cards: Surface,
  at: number,
  here: Isolated,
  there: Isolated,
): Promise<Took> {
  const stars = await findStars(cards);
  const control = stars[at];
  if (control === undefined) throw new Error('There are no stars on the cards.');
  await here.evaluate(() => Object.assign(globalThis, { clicked: null, answered: null }) && null);
  await there.evaluate(() => Object.assign(globalThis, { shown: null }) && null);
  await clickControl(cards, control);
  const clicked = await until('the answer to a star', () =>
    here.evaluate(() => {
      const clicked: unknown = Reflect.get(globalThis, 'clicked');
      const answered: unknown = Reflect.get(globalThis, 'answered');
      const isDone = typeof clicked === 'number' && typeof answered === 'number';
      return isDone ? { clicked, answered } : undefined;
    }),
  );
  const shown = await until(`the star in another tab than ${page.url()}`, () =>
    there.evaluate(() => {
      const shown: unknown = Reflect.get(globalThis, 'shown');
      return typeof shown === 'number' ? shown : undefined;
    }),
  );
  const committed = await stage.asterism
    .worker()
    .evaluate(() => Number(Reflect.get(globalThis, 'committed')));
  const since = clicked.clicked;
  return { stored: committed - since, answered: clicked.answered - since, shown: shown - since };
}

/** Lets the worker note when the last write of bookmarks was on the disk. */
async function watchCommits({ asterism }: Stage): Promise<void> {
  await asterism.worker().evaluate(() => {
    if (Reflect.has(globalThis, 'committed')) return;
    Object.assign(globalThis, { committed: Number.NaN });
    const note = (): object =>
      Object.assign(globalThis, { committed: performance.timeOrigin + performance.now() });
    // Dexie keeps the database's own way to begin transactions: what is written in them is seen.
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (...row) {
      if (this.name === 'bookmarks') this.transaction.addEventListener('complete', note);
      return put.apply(this, row);
    };
  });
}

/** Lets the worker answer `{bare: row}` when the row is on the disk, in a database with nothing else. */
async function answerBare({ asterism }: Stage): Promise<void> {
  const [worker] = asterism.context.serviceWorkers();
  await worker?.evaluate(() => {
    if (Reflect.get(globalThis, 'answersBare') === true) return;
    Object.assign(globalThis, { answersBare: true });
    const opening = indexedDB.open('bare');
    opening.onupgradeneeded = () => opening.result.createObjectStore('rows', { keyPath: 'id' });
    const { runtime } = Reflect.get(globalThis, 'chrome');
    runtime.onMessage.addListener((message: { bare?: object }, _: unknown, answer: () => void) => {
      if (message.bare === undefined) return undefined;
      const put = opening.result.transaction('rows', 'readwrite', { durability: 'strict' });
      put.objectStore('rows').put(message.bare);
      put.oncomplete = () => answer();
      return true;
    });
  });
}

/** Runs with the content script: sends a row as large as a paper's, and gives how long its answer took. */
async function sendBare(): Promise<number> {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const start = performance.now();
  await runtime.sendMessage({ bare: { id: crypto.randomUUID(), text: 'a'.repeat(2_000) } });
  return performance.now() - start;
}

/** Runs with the content script: notes when a click came and when its message was answered. */
function watchClicks(): null {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const send = runtime.sendMessage.bind(runtime);
  addEventListener(
    'click',
    ({ timeStamp }) => Object.assign(globalThis, { clicked: performance.timeOrigin + timeStamp }),
    { capture: true },
  );
  runtime.sendMessage = async (message: { name?: string }) => {
    const answer = await send(message);
    if (message.name === 'annotation.patch') {
      Object.assign(globalThis, { answered: performance.timeOrigin + performance.now() });
    }
    return answer;
  };
  return null;
}

/** Runs with the content script of the other tab: notes when a star there changes. */
function watchStars(): null {
  const { dom } = Reflect.get(globalThis, 'chrome');
  const observer = new MutationObserver(() => {
    Object.assign(globalThis, { shown: performance.timeOrigin + performance.now() });
  });
  for (const card of document.querySelectorAll('[data-asterism=card]')) {
    observer.observe(dom.openOrClosedShadowRoot(card), {
      subtree: true,
      childList: true,
      attributes: true,
      attributeFilter: ['aria-pressed'],
    });
  }
  return null;
}

import type { Page } from 'playwright';
import { type Asterism, launch } from '../../e2e/harness/launch.ts';
import { type DavServer, startDav } from '../davServer.ts';
import { alwaysAtMost, atMost, most, type Samples, timesFigure } from '../figures.ts';
import { untilIndexed } from '../indexed.ts';
import { idOf } from '../library.ts';
import type { Measure } from '../measure.ts';
import type { Stage } from '../stage.ts';
import {
  connect,
  disconnect,
  missForLong,
  preview,
  starAll,
  syncNow,
  untilThere,
} from '../syncing.ts';
import { ask, stopRunningWorker } from '../workers.ts';
import { readBare, writeAgain } from './bare.ts';

/** Stars in a row, rows of each kind by turns, and stars for which requests are counted. */
const [ROW, TURNS, STARS] = [10, 8, 1_000];
const NEWEST = 1_000;

const OFF = 'sync: a star, asked → answered, with sync off';
const ON = 'sync: a star, asked → answered, with sync on';
const DURING = `sync: a star, asked → answered, ${ROW} from the beginning of a cycle on`;
const READ = 'sync: bare IndexedDB reading of the same rows';
const UPLOAD = 'sync: first upload, “connect” → in step';
const PUTS = 'sync: first upload, requests';
const SAME = 'sync: nothing changed, requests';
const HERE = 'sync: one star, requests here';
const THERE = 'sync: one star, requests there';
const MANY = 'sync: 1,000 stars, or as many as there are papers, in a minute: requests';
const WRITTEN = 'sync: bare IndexedDB writing of the same rows';
const CHECKED = 'sync: new machine, preview: all fetched, checked and counted';
const FETCHED = 'sync: new machine, “connect” → all fetched';
const SHOWN = 'sync: new machine, “connect” → the newest 1,000 there';
const WHOLE = 'sync: new machine, “connect” → in step';
const BASE = 'sync: a base after one star';
const BASE_KB = 'sync: a base after one star, kB sent';

/** The same library on two machines, over a server on this one that costs next to nothing. */
export const syncing: Measure = {
  name: 'sync',
  most: 1,
  figures: [
    { name: READ, unit: 'ms' },
    { name: UPLOAD, unit: 'ms' },
    { name: PUTS, unit: '' },
    { name: WRITTEN, unit: 'ms' },
    { name: CHECKED, unit: 'ms', goals: [atMost(10_000, 'ms', most)] },
    { name: FETCHED, unit: 'ms', goals: [atMost(10_000, 'ms', most)] },
    { name: SHOWN, unit: 'ms', goals: [atMost(3_000, 'ms', most)] },
    { name: WHOLE, unit: 'ms', goals: [timesFigure(1.5, WRITTEN, 'bare')] },
    { name: SAME, unit: '', goals: [alwaysAtMost(1, '', most)] },
    { name: HERE, unit: '', goals: [alwaysAtMost(2, '', most)] },
    { name: THERE, unit: '', goals: [alwaysAtMost(2, '', most)] },
    { name: MANY, unit: '', goals: [alwaysAtMost(9, '', most)] },
    { name: BASE, unit: 'ms' },
    { name: BASE_KB, unit: '' },
    { name: OFF, unit: 'ms' },
    { name: ON, unit: 'ms', goals: [timesFigure(1.1, OFF, 'off')] },
    { name: DURING, unit: 'ms' },
  ],
  async once(stage) {
    const server = await startDav();
    const page = await stage.tab();
    await page.goto(stage.address('popup.html'));
    const read = await page.evaluate(readBare);
    const upload = await connect(page, server);
    const puts = server.taken().length;
    await baseNow(stage, page, server);
    const asterism = await launch({ extension: stage.extension });
    try {
      const other = await popupOf(asterism);
      const samples = {
        ...(await newMachine(other, stage.size, server)),
        ...(await counted(page, other, stage.size, server)),
        ...(await baseAfterOne(stage, page, server)),
        ...(await starsByTurns(page, other, stage.size, server)),
      };
      return { ...samples, [READ]: [read], [UPLOAD]: [upload], [PUTS]: [puts] };
    } finally {
      await asterism.close();
      await page.close();
      await server.stop();
    }
  },
};

async function popupOf({ context, extensionId }: Asterism): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`chrome-extension://${extensionId}/popup.html`);
  await untilIndexed(page); // until its worker has made the database
  return page;
}

/** A machine without a library gets all that there is. */
async function newMachine(page: Page, size: number, server: DavServer): Promise<Samples> {
  const checked = await preview(page, server);
  server.taken();
  const start = performance.now();
  const shown = page
    .evaluate(untilThere, Math.min(NEWEST, size))
    .then(() => performance.now() - start);
  const whole = await connect(page, server);
  const fetched = (server.lastRead() ?? Number.NaN) - start;
  await untilIndexed(page);
  const written = await page.evaluate(writeAgain);
  const times = { [CHECKED]: [checked], [FETCHED]: [fetched] };
  return {
    ...times,
    [SHOWN]: [await shown],
    [WHOLE]: [whole],
    [WRITTEN]: [written],
  };
}

/** What is asked of the server when there is little to say. */
async function counted(page: Page, other: Page, size: number, server: DavServer): Promise<Samples> {
  const requests = async (machine: Page): Promise<number[]> => {
    server.taken();
    await syncNow(machine);
    return [server.taken().length];
  };
  for (const machine of [other, page, other, page]) await syncNow(machine);
  const same = await requests(page);
  await page.evaluate(starAll, starsOf(size, 1));
  const [here, there] = [await requests(page), await requests(other)];
  await page.evaluate(starAll, starsOf(size, Math.min(STARS, size)));
  return { [SAME]: same, [HERE]: here, [THERE]: there, [MANY]: await requests(page) };
}

async function baseAfterOne(stage: Stage, page: Page, server: DavServer): Promise<Samples> {
  await baseNow(stage, page, server); // what was said before it
  await page.evaluate(starAll, starsOf(stage.size, 1));
  const { took, bytes } = await baseNow(stage, page, server);
  return { [BASE]: [took], [BASE_KB]: [bytes / 1e3] };
}

/** Lets a machine find that nobody else has what it has: it writes a base. */
async function baseNow(
  stage: Stage,
  page: Page,
  server: DavServer,
): Promise<{ took: number; bytes: number }> {
  await syncNow(page);
  server.remove('log-');
  await page.evaluate(missForLong);
  await stopRunningWorker(stage); // the next one reads it
  const before = server.bytes();
  const took = await syncNow(page);
  return { took, bytes: server.bytes() - before };
}

/** Two machines with the same library, one with sync on and one with sync off, by turns; then the other way round. */
async function starsByTurns(
  page: Page,
  other: Page,
  size: number,
  server: DavServer,
): Promise<Samples> {
  const [off, on, during]: number[][] = [[], [], []];
  for (const [synced, alone] of [
    [page, other],
    [other, page],
  ] as const) {
    await disconnect(alone);
    await untilIndexed(alone);
    for (let turn = 0; turn < TURNS; turn++) {
      off?.push(...(await alone.evaluate(starAll, starsOf(size, ROW))));
      on?.push(...(await synced.evaluate(starAll, starsOf(size, ROW))));
      await ask(synced, 'sync.now', {});
      during?.push(...(await synced.evaluate(starAll, starsOf(size, ROW))));
    }
    if (alone === other) await connect(alone, server);
  }
  return { [OFF]: off ?? [], [ON]: on ?? [], [DURING]: during ?? [] };
}

/** The papers that so many stars are for, one after the other. */
function starsOf(size: number, count: number): string[] {
  return Array.from({ length: count }, (_, n) => idOf(n % size));
}

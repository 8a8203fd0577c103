import type { Locator, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Bookmark } from '../../lib/papers/bookmark.ts';
import { fillLibrary, openLibraryTab, rowOf, starred } from './drive/library.ts';
import { named } from './drive/names.ts';
import { exportedText, openOptions, papersInLibrary } from './drive/options.ts';
import { presentCopy } from './harness/copy.ts';
import { type Asterism, launch } from './harness/launch.ts';
import { reloadExtension } from './harness/reloading.ts';

// The extension is reloaded or updated in the middle of something: it is done or it is not, and nothing said is lost.

const MANY = 2_000;
/** Milliseconds after the beginning: before the worker has it, in the middle, towards the end. */
const MOMENTS = [0, 100, 400];

let asterism: Asterism;
const papers = Array.from({ length: MANY }, (_, n) =>
  starred(n, `Paper ${n}`, { note: `Note ${n}` }),
);

beforeAll(async () => {
  asterism = await launch();
});
afterEach(async () => {
  const [, ...pages] = asterism.context.pages();
  await Promise.all(pages.map((page) => page.close()));
});
afterAll(() => asterism?.close());

/** Sends a message from a page of ours, and does not wait for its answer. */
async function begin(page: Page, name: string, request: object): Promise<void> {
  await page.evaluate(
    ([name, request]) => {
      const { runtime } = Reflect.get(globalThis, 'chrome');
      void runtime.sendMessage({ name, request }).catch(() => undefined);
    },
    [name, request] as const,
  );
}

/** Reloads the extension so many milliseconds from now, whatever its pages are doing. */
async function reloadAfter(page: Page, ms: number): Promise<void> {
  await page.waitForTimeout(ms);
  await reloadExtension(asterism);
}

async function stored(): Promise<Bookmark['annotation'][]> {
  const options = await openOptions(asterism);
  const { papers: all } = JSON.parse(await exportedText(options));
  await options.close();
  return all;
}

async function send(page: Page, name: string, request: object): Promise<unknown> {
  return page.evaluate(
    ([name, request]) => Reflect.get(globalThis, 'chrome').runtime.sendMessage({ name, request }),
    [name, request] as const,
  );
}

/** The button that restores what is on offer. */
function offerOf(options: Page): Locator {
  return options.locator('.offer-said').getByRole('button', { name: named('backupRestore') });
}

/** An empty library. */
async function empty(): Promise<void> {
  const page = await openOptions(asterism);
  const ids = papers.map(({ paper }) => paper.id);
  await send(page, 'bookmarks.removeMany', { job: crypto.randomUUID(), ids });
  await send(page, 'trash.empty', { which: 'all' });
  await page.close();
}

test('an import that is being applied is in the library as a whole or not at all, and can be done again', async () => {
  for (const [turn, ms] of MOMENTS.entries()) {
    const page = await openOptions(asterism);
    for (let part = 0; part * 500 < MANY; part++) {
      const bookmarks = papers.slice(part * 500, (part + 1) * 500);
      await send(page, 'import.stage', { import: `i${turn}`, part, bookmarks });
    }
    await begin(page, 'import.apply', { import: `i${turn}` });
    await reloadAfter(page, ms);
    const options = await openOptions(asterism);
    expect([0, MANY]).toContain(await papersInLibrary(options));
    await fillLibrary(options, papers);
    await options.close();
    expect((await stored()).map(({ note }) => note)).toEqual(papers.map((_, n) => `Note ${n}`));
    await empty();
  }
}, 120_000);

test('a command for many papers is carried out to its end after the reload, without anybody asking', async () => {
  const ids = papers.map(({ paper }) => paper.id);
  let page = await openOptions(asterism);
  await fillLibrary(page, papers);
  for (const [turn, ms] of MOMENTS.entries()) {
    const patch = { addTags: [`turn ${turn}`] };
    await begin(page, 'annotations.patchMany', { job: `j${turn}`, ids, patch });
    await reloadAfter(page, ms);
    page = await openOptions(asterism);
    const tagged = async (): Promise<number> =>
      (await stored()).filter(({ tags }) => tags.includes(`turn ${turn}`)).length;
    // The message may have died with its page; what has begun is finished.
    const isBegun = (await tagged()) > 0;
    if (!isBegun) continue;
    await expect.poll(tagged, { timeout: 20_000 }).toBe(MANY);
  }
}, 120_000);

test('an undo of many papers is carried out to its end after the reload', async () => {
  const ids = papers.map(({ paper }) => paper.id);
  let page = await openOptions(asterism);
  for (const [turn, ms] of MOMENTS.entries()) {
    const patch = { addTags: [`undone ${turn}`] };
    const done = await send(page, 'annotations.patchMany', { job: `u${turn}`, ids, patch });
    expect(done).toMatchObject({ ok: true, value: { changed: MANY } });
    const { undo } = (done as { value: { undo: number } }).value;
    await begin(page, 'step.undo', { step: undo });
    await reloadAfter(page, ms);
    page = await openOptions(asterism);
    const tagged = async (): Promise<number> =>
      (await stored()).filter(({ tags }) => tags.includes(`undone ${turn}`)).length;
    if ((await tagged()) === MANY) continue; // it died with its page
    await expect.poll(tagged, { timeout: 20_000 }).toBe(0);
  }
}, 120_000);

test('a note that was typed in the library a moment ago is stored', async () => {
  for (const ms of [350, 500]) {
    const library = await openLibraryTab(asterism);
    await rowOf(library, `Paper ${MANY - 1}`)
      .locator('.row-title')
      .click();
    await library
      .getByRole('button', { name: named('writeNote') })
      .first()
      .click();
    const field = library.getByRole('textbox', { name: named('noteLabel') });
    await field.fill('');
    await library.keyboard.type(`typed ${ms}`, { delay: 10 });
    await reloadAfter(library, ms);
    const [note] = (await stored()).map(({ note }) => note).slice(-1);
    expect(note).toBe(`typed ${ms}`);
  }
}, 60_000);

test('a restore is there as a whole or on offer still, and can be done again', async () => {
  const page = await openOptions(asterism);
  await fillLibrary(page, papers);
  await page.close();
  for (const ms of MOMENTS) {
    const copies = await openOptions(asterism);
    await expect
      .poll(async () => (await presentCopy(copies))?.bookmarks.length, { timeout: 20_000 })
      .toBe(MANY);
    await copies.close();
    // As when the browser has lost the database.
    await asterism.worker().evaluate(`new Promise((done) => {
      indexedDB.deleteDatabase('asterism').onsuccess = done;
    })`);
    await reloadExtension(asterism);
    const page = await openOptions(asterism);
    await offerOf(page).click();
    await page.getByRole('button', { name: /^Restore [\d,]+ paper/ }).click();
    await reloadAfter(page, ms);
    const again = await openOptions(asterism);
    const found = await papersInLibrary(again);
    expect([0, MANY]).toContain(found);
    if (found === 0) {
      await offerOf(again).click();
      await again.getByRole('button', { name: /^Restore [\d,]+ paper/ }).click();
      await expect.poll(() => papersInLibrary(again), { timeout: 20_000 }).toBe(MANY);
    }
    await again.close();
  }
}, 120_000);

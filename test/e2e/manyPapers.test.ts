import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Asterism, launch } from './harness/launch.ts';
import { stopWorker } from './harness/worker.ts';

const MANY = 4_000;
const ids = Array.from({ length: MANY }, (_, n) => `arxiv:2504.${String(n).padStart(5, '0')}`);
const at = '2026-01-01T00:00:00.000Z';

let asterism: Asterism;
beforeAll(async () => {
  asterism = await launch();
});
afterAll(() => asterism?.close());

/** What the worker answers to a page of the extension that asks until it gets an answer. */
function ask(page: Page, name: string, request: object): Promise<Record<string, unknown>> {
  return page.evaluate(
    async (message) => {
      const { runtime } = Reflect.get(globalThis, 'chrome');
      for (;;) {
        const reply = await runtime.sendMessage(message).catch(() => null);
        if (reply?.ok) return reply.value;
        if (reply) throw new Error(JSON.stringify(reply));
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    { name, request },
  );
}

/** How many papers a job has done so far. */
function doneBy(page: Page, job: string): Promise<number> {
  return page.evaluate(
    (key) =>
      new Promise<number>((resolve) => {
        const opening = indexedDB.open('asterism');
        opening.onsuccess = () => {
          const request = opening.result.transaction('jobs').objectStore('jobs').get(key);
          request.onsuccess = () => resolve(request.result?.done ?? 0);
        };
      }),
    job,
  );
}

function bookmarksOf(numbers: string[]) {
  const annotation = { starred: true, starredAt: at, createdAt: at, note: '', noteAt: null };
  const rest = { status: null, statusAt: null, tags: ['old'], tagsAt: at };
  return numbers.map((id) => ({
    paper: { id, title: `Paper ${id}`, authors: [], abstract: 'A sentence. '.repeat(100) },
    annotation: { ...annotation, ...rest },
  }));
}

test('tagging thousands survives a worker that is stopped in the middle, as one step', async () => {
  const page = await asterism.context.newPage();
  await page.goto(`chrome-extension://${asterism.extensionId}/options.html`);
  for (let part = 0; part * 1_000 < MANY; part += 1) {
    const bookmarks = bookmarksOf(ids.slice(part * 1_000, (part + 1) * 1_000));
    await ask(page, 'import.stage', { import: 'i', part, bookmarks });
  }
  await ask(page, 'import.apply', { import: 'i' });

  const request = { job: 'j', ids, patch: { addTags: ['new'] } };
  const tagging = ask(page, 'annotations.patchMany', request);
  await stopWorker(asterism);
  expect(await doneBy(page, 'j')).toBeLessThan(MANY);
  const outcome = await tagging;
  expect(outcome).toMatchObject({ changed: MANY, missing: 0 });
  const tags = async () => (await ask(page, 'tags.list', {}))['tags'];
  await expect
    .poll(() => tags())
    .toEqual([
      { tag: 'new', count: MANY },
      { tag: 'old', count: MANY },
    ]);

  const undoing = ask(page, 'step.undo', { step: outcome['undo'] });
  await stopWorker(asterism);
  await undoing;
  await expect.poll(() => tags()).toEqual([{ tag: 'old', count: MANY }]);
  expect(asterism.problems).toEqual([]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Answer, Request } from '../../lib/messages/contract';
import { onProgress, type Progress } from '../../lib/messages/progress';
import { clearHistory } from '../../lib/store/commands/evict';
import { beginJob, beginUndo, doPart, forgetJobs } from '../../lib/store/commands/jobs';
import { showPapers } from '../../lib/store/commands/showPapers';
import { AsterismDatabase } from '../../lib/store/database';
import { PART } from '../../lib/store/jobs';
import { createHandlers, type LibraryHandlers } from '../../lib/worker/handlers';
import { bookmark, clock, DAY, fill, freshDatabase, id, libraryOf, paper, patch } from './support';

const MANY = 3 * PART + 17;
const ids = Array.from({ length: MANY }, (_, n) => id(n));
const tagAll = { job: 'j', ids, patch: { addTags: ['new'] } };

beforeEach(() => fakeBrowser.reset());
afterEach(() => vi.restoreAllMocks());

/** A worker on a library of many. */
async function start(db = freshDatabase()) {
  const time = clock();
  const log = vi.fn();
  if ((await db.bookmarks.count()) === 0) {
    await fill(
      db,
      ids.map((_, n) => bookmark(n, { tags: ['old'] })),
    );
  }
  const handlers = createHandlers({ db, now: time.now, log });
  const reply = <N extends keyof LibraryHandlers>(name: N, request: Request<N>) =>
    handlers[name](request, { kind: 'page' });
  const ask = async <N extends keyof LibraryHandlers>(
    name: N,
    request: Request<N>,
  ): Promise<Answer<N>> => {
    const result = await reply(name, request);
    if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
    return result.value as Answer<N>; // the answer to this message
  };
  const tagged = () =>
    db.bookmarks.filter(({ annotation }) => annotation.tags.includes('new')).count();
  return { db, time, log, reply, ask, tagged };
}

test('many papers are tagged in one step, which takes all of it back', async () => {
  const { db, ask, tagged } = await start();
  const before = await db.bookmarks.toArray();
  const { changed, missing, undo } = await ask('annotations.patchMany', tagAll);
  expect({ changed, missing, tagged: await tagged() }).toEqual({
    changed: MANY,
    missing: 0,
    tagged: MANY,
  });
  const undone = await ask('step.undo', { step: undo ?? 0 });
  expect(new Set(undone.ids)).toEqual(new Set(ids));
  expect(await db.bookmarks.toArray()).toEqual(before);
});

test('the same command again is carried out once and says the same', async () => {
  const { db, ask } = await start();
  const first = await ask('annotations.patchMany', tagAll);
  expect(await ask('annotations.patchMany', tagAll)).toEqual(first);
  expect(await db.steps.toCollection().count()).toBe(1 + Math.ceil(MANY / PART));
  expect(await ask('annotations.patchMany', { ...tagAll, job: 'other' })).toEqual({
    changed: 0,
    missing: 0,
    undo: null,
  });
});

test('a paper of the history is starred with its facts; one that is unknown is counted and stops nothing', async () => {
  const db = freshDatabase();
  const seen = paper(1, { abstract: 'What it says' });
  await showPapers(
    db,
    { address: 'https://huggingface.co/', ids: [], papers: [seen] },
    clock().now,
  );
  await patch(db, 2, { addTags: ['rl'] }, clock().now);
  const { ask } = await start(db);
  const request = { job: 'j', ids: [id(1), id(2), id(3), id(1)], patch: { starred: true } };
  expect(await ask('annotations.patchMany', request)).toMatchObject({ changed: 2, missing: 1 });
  await clearHistory(db);
  expect(await libraryOf(db)).toMatchObject([
    { paper: seen, annotation: { starred: true } },
    { paper: paper(2), annotation: { starred: true, tags: ['rl'] } },
  ]);
});

test('a worker that was stopped in the middle goes on when the next one starts: all is done, in one step', async () => {
  const { db, tagged } = await start();
  const now = clock().now;
  await beginJob(db, 'j', { kind: 'patch', patch: tagAll.patch }, async () => ids, now);
  await doPart(db, 'j');
  expect(await tagged()).toBe(PART);
  db.close(); // the worker is gone; another one opens the same database
  const next = await start(new AsterismDatabase(db.name));
  await vi.waitFor(async () => expect(await next.tagged()).toBe(MANY), { timeout: 20_000 });
  const { undo, changed } = await next.ask('annotations.patchMany', tagAll); // the page asks again
  expect(changed).toBe(MANY);
  await next.ask('step.undo', { step: undo ?? 0 });
  expect(await next.tagged()).toBe(0);
  next.db.close();
});

test('an undo that was stopped in the middle is finished by the next worker', async () => {
  const { db, ask, tagged, time } = await start();
  const { undo } = await ask('annotations.patchMany', tagAll);
  const begun = await beginUndo(db, undo ?? 0, time.now);
  for (let part = 0; part < 2; part += 1) await doPart(db, begun?.id ?? ''); // the first has no papers
  expect(await tagged()).toBe(MANY - PART);
  db.close();
  const next = await start(new AsterismDatabase(db.name));
  await vi.waitFor(async () => expect(await next.tagged()).toBe(0), { timeout: 20_000 });
  next.db.close();
});

test('what fails half-way leaves everything as it was', async () => {
  const { db, reply } = await start();
  const before = await db.bookmarks.toArray();
  let written = 0;
  db.bookmarks.hook('updating', (change) => {
    if (!JSON.stringify(change).includes('new')) return;
    written += 1;
    if (written > PART + 3 && written < 2 * MANY)
      throw new DOMException('full', 'QuotaExceededError');
  });
  expect(await reply('annotations.patchMany', tagAll)).toMatchObject({ ok: false, code: 'full' });
  expect(written).toBeGreaterThan(PART);
  expect(await db.bookmarks.toArray()).toEqual(before);
  written = 2 * MANY; // there is room again
  expect(await reply('annotations.patchMany', tagAll)).toMatchObject({ ok: false });
  expect(await reply('annotations.patchMany', { ...tagAll, job: 'k' })).toMatchObject({ ok: true });
});

test('meanwhile a star is stored before the command is done, and both win', async () => {
  const { db, ask } = await start();
  const order: string[] = [];
  const tagging = ask('annotations.patchMany', tagAll).then(() => order.push('tags'));
  await ask('annotation.patch', { id: id(MANY - 1), patch: { status: 'read' } });
  order.push('status');
  await tagging;
  expect(order).toEqual(['status', 'tags']);
  expect((await db.bookmarks.get(id(MANY - 1)))?.annotation).toMatchObject({
    status: 'read',
    tags: ['new', 'old'],
  });
});

test('commands for many are carried out in the order they were sent', async () => {
  const { ask, tagged } = await start();
  await Promise.all([
    ask('annotations.patchMany', tagAll),
    ask('annotations.patchMany', { job: 'k', ids, patch: { removeTags: ['new'] } }),
  ]);
  expect(await tagged()).toBe(0);
});

test('pages hear how far it is', async () => {
  const { ask } = await start();
  const heard: Progress[] = [];
  const stop = new AbortController();
  onProgress('j', (progress) => heard.push(progress), stop.signal);
  await ask('annotations.patchMany', tagAll);
  await vi.waitFor(() => expect(heard).toHaveLength(3));
  expect(heard).toEqual([1, 2, 3].map((part) => ({ done: part * PART, total: MANY })));
  await vi.waitFor(async () =>
    expect(await fakeBrowser.storage.session.get('progress.j')).toEqual({}),
  );
  stop.abort();
});

test('many are removed into the trash, and come back with undo or from there', async () => {
  const { db, ask } = await start();
  const before = await db.bookmarks.toArray();
  const { undo } = await ask('bookmarks.removeMany', { job: 'j', ids });
  expect([await db.bookmarks.count(), await db.trash.count()]).toEqual([0, MANY]);
  await ask('step.undo', { step: undo ?? 0 });
  expect(await db.bookmarks.toArray()).toEqual(before);
  expect(await db.trash.count()).toBe(0);
  await ask('bookmarks.removeMany', { job: 'k', ids });
  expect(await ask('trash.restore', { job: 'l', ids })).toMatchObject({ changed: MANY });
  expect(await db.bookmarks.toArray()).toEqual(before);
  await ask('bookmarks.removeMany', { job: 'm', ids });
  expect(await ask('trash.empty', { which: 'all' })).toEqual({ emptied: MANY });
  expect(await db.trash.count()).toBe(0);
});

test('what a command did is remembered for a day', async () => {
  const { db, ask, time } = await start();
  await ask('annotations.patchMany', tagAll);
  time.pass(DAY);
  expect(await forgetJobs(db, time.now)).toBe(0);
  time.pass(1);
  expect(await forgetJobs(db, time.now)).toBe(1);
});

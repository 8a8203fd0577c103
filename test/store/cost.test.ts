import { expect, test } from 'vitest';
import { beginJob } from '../../lib/store/commands/jobs';
import { showPapers } from '../../lib/store/commands/showPapers';
import type { AsterismDatabase } from '../../lib/store/database';
import { toRow } from '../../lib/store/rows';
import { bookmark, clock, finish, freshDatabase, HOUR, id, paper, patch, undo } from './support';

const abstract = 'A sentence of an abstract that is about as long as sentences are. '.repeat(20);
const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n);

async function median(times: number, action: (turn: number) => Promise<unknown>): Promise<number> {
  const taken: number[] = [];
  for (const turn of numbers(times)) {
    const start = performance.now();
    await action(turn);
    taken.push(performance.now() - start);
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN;
}

async function fill(db: AsterismDatabase, count: number): Promise<void> {
  await db.bookmarks.bulkPut(
    numbers(count).map((n) => {
      const { paper: facts, annotation } = bookmark(n, { tags: [`tag ${n % 50}`] });
      return toRow({ paper: { ...facts, abstract }, annotation });
    }),
  );
}

test('showing 1,000 papers costs what a page can wait for', async ({ annotate }) => {
  const db = freshDatabase();
  const time = clock();
  const page = {
    listing: '/papers',
    ids: numbers(1_000).map(id),
    papers: numbers(1_000).map((n) => paper(n, { abstract })),
  };
  const first = await median(1, () => showPapers(db, page, time.now));
  const again = await median(5, () => showPapers(db, page, time.now));
  const stale = await median(5, () => {
    time.pass(HOUR);
    return showPapers(db, page, time.now);
  });
  await annotate(`1,000 papers: new ${first} ms, unchanged ${again} ms, an hour later ${stale} ms`);
  expect(first).toBeLessThan(2_000);
  expect(again).toBeLessThan(1_000);
});

test('a patch costs the same in a library of 100 and of 10,000', async ({ annotate }) => {
  const { now } = clock();
  const taken: number[] = [];
  for (const size of [100, 10_000]) {
    const db = freshDatabase();
    await fill(db, size);
    taken.push(await median(41, (turn) => patch(db, 7, { starred: turn % 2 === 1 }, now)));
  }
  const [small = 0, large = 0] = taken;
  await annotate(`a patch: ${small} ms in a library of 100, ${large} ms in one of 10,000`);
  expect(large).toBeLessThan(small * 3 + 10);
});

test('tagging many costs little more than bare IndexedDB, and undo as little', async ({
  annotate,
}) => {
  const many = 1_000;
  const db = freshDatabase();
  await fill(db, many);
  const { now } = clock();
  const rows = await db.bookmarks.toArray();
  const bare = await median(3, async (turn) => {
    const table = db.backendDB().transaction('bookmarks', 'readwrite').objectStore('bookmarks');
    table.getAll();
    for (const row of rows) {
      table.put({ ...row, annotation: { ...row.annotation, tags: [`bare ${turn}`] } });
    }
    await new Promise((resolve) => {
      table.transaction.oncomplete = resolve;
    });
  });
  const ids = numbers(many).map(id);
  const steps: number[] = [];
  const tag = await median(3, async (turn) => {
    const task = { kind: 'patch', patch: { addTags: [`new ${turn}`] } } as const;
    steps.push((await finish(db, await beginJob(db, `${turn}`, task, async () => ids, now))).step);
  });
  const back = await median(3, async () => undo(db, steps.pop() ?? null));
  await annotate(`${many} papers: bare ${bare} ms, tagged ${tag} ms, undone ${back} ms`);
  expect(Math.max(tag, back)).toBeLessThan(bare * 4 + 200);
}, 60_000);

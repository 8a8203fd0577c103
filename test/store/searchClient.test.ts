import { expect, onTestFinished, test } from 'vitest';
import { isComplete, type SearchAnswer, type SearchRequest } from '../../lib/search/query/request';
import { AsterismDatabase } from '../../lib/store/database';
import { createSearchClient } from '../../lib/views/searching/client';
import { bookmark, clock, fill, id, patch } from './support';

const request: SearchRequest = {
  query: { kind: 'word', text: 'pap' },
  scope: 'bookmarks',
  order: { by: 'title', ascending: true },
  from: 0,
  count: 2,
  facets: true,
};

test('a page searches in a worker, sees what is written meanwhile, and hears nothing of older searches', async () => {
  // The worker opens the one database there is.
  const db = new AsterismDatabase();
  const client = createSearchClient();
  onTestFinished(async () => {
    client.close();
    await db.delete();
  });
  await fill(
    db,
    [1, 2, 3].map((n) => bookmark(n)),
  );
  const ask = (part: Partial<SearchRequest>) =>
    new Promise<SearchAnswer | null>((resolve) => {
      client.search({ ...request, ...part }, (answer) => {
        if (answer === null || isComplete(answer)) resolve(answer);
      });
    });
  const first = await ask({});
  expect(first?.ids).toEqual([id(1), id(2)]);
  expect(first).toMatchObject({ total: 3, rest: 0 });
  await patch(db, 9, { addTags: ['paper cuts'] }, clock().now);
  let older = 0;
  client.search(request, () => {
    older += 1;
  });
  const newer = await ask({ query: { kind: 'tag', tag: 'paper cuts' } });
  expect(newer?.ids).toEqual([id(9)]);
  expect(newer?.facets?.tag).toEqual([{ value: 'paper cuts', count: 1 }]);
  expect((await ask({ scope: 'history' }))?.total).toBe(0);
  expect((await ask({}))?.total).toBe(4);
  expect(older).toBe(0);
});

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright';
import { until } from '../e2e/harness/until.ts';
import type { DavServer } from './davServer.ts';
import { ask } from './workers.ts';

const LONGEST_MS = 1_800_000;
const PAUSE_MS = 75;

const placeOn = ({ address }: DavServer) =>
  ({ kind: 'webdav', address, user: 'reader', password: 'secret' }) as const;

/** Has the worker fetch and check all that is there, and count what it would become. Gives the milliseconds it took. */
export async function preview(page: Page, server: DavServer): Promise<number> {
  const start = performance.now();
  const { kind } = await ask(page, 'sync.preview', {
    place: placeOn(server),
    library: server.library(),
  });
  if (kind !== 'preview') throw new Error(`no preview: ${kind}`);
  return performance.now() - start;
}

/** Turns sync on over a server, and waits until all is in step. Gives the milliseconds it took. */
export async function connect(page: Page, server: DavServer): Promise<number> {
  const start = performance.now();
  const place = placeOn(server);
  await ask(page, 'sync.connect', { place, machineName: 'Bench', library: server.library() });
  await inStep(page);
  return performance.now() - start;
}

/** A cycle that is asked for. Gives the milliseconds it took. */
export async function syncNow(page: Page): Promise<number> {
  const start = performance.now();
  await ask(page, 'sync.now', {});
  await inStep(page);
  return performance.now() - start;
}

/** Waits until nothing is being sent or fetched. */
export async function inStep(page: Page): Promise<void> {
  let last = '';
  await until(
    () => `that all is in step; it is ${last}`,
    async () => {
      const { state } = await ask(page, 'sync.status', {});
      last = JSON.stringify(state);
      if (last.includes('"stopped"') || last.includes('"waiting"')) throw new Error(last);
      if (last.includes('"inStep"')) return true;
      await pause(PAUSE_MS); // each question takes its time from what it asks about
      return undefined;
    },
    LONGEST_MS,
  );
}

/** Turns sync off; the library stays. */
export async function disconnect(page: Page): Promise<void> {
  await ask(page, 'sync.disconnect', { andDelete: false });
}

/**
 * Runs in an extension page: for the next worker, what the machine has seen and does not find in the folder is missing for
 * long.
 */
export async function missForLong(): Promise<void> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open('asterism'));
  const store = db.transaction('syncState', 'readwrite').objectStore('syncState');
  const { value } = await settled(store.get('memory'));
  const long = { missingSince: '2020-01-01T00:00:00.000Z', calm: null };
  await settled(store.put({ key: 'memory', value: { ...value, ...long } }));
  db.close();
}

/** Runs in an extension page: sets or takes stars, one after the other, and gives how long each took to be answered. */
export async function starAll(ids: readonly string[]): Promise<number[]> {
  const { runtime } = Reflect.get(globalThis, 'chrome');
  const ask = async (name: string, request: object) => {
    const answer = await runtime.sendMessage({ name, request });
    if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
    return answer.value;
  };
  const isStarred = new Map<string, boolean>();
  for (let at = 0; at < ids.length; at += 100) {
    const known = await ask('annotations.get', { ids: ids.slice(at, at + 100) });
    for (const id of ids) if (known.annotations[id]?.starred) isStarred.set(id, true);
  }
  const took: number[] = [];
  for (const id of ids) {
    const starred = isStarred.get(id) !== true;
    isStarred.set(id, starred);
    const start = performance.now();
    await ask('annotation.patch', { id, patch: { starred } });
    took.push(performance.now() - start);
  }
  return took;
}

/** Runs in an extension page: waits until there are so many bookmarks. */
export async function untilThere(count: number): Promise<void> {
  const settled = <T>(request: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  const db = await settled(indexedDB.open('asterism'));
  for (;;) {
    const now = await settled(db.transaction('bookmarks').objectStore('bookmarks').count());
    if (now >= count) break;
    await new Promise((waited) => setTimeout(waited, 50));
  }
  db.close();
}

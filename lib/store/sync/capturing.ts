import { captureAll, type Self, type Tools } from '../../sync/machine';
import type { AsterismDatabase } from '../database';
import { noteCaptured, uncaptured } from './captured';
import { papersHere, writeSaid } from './papersHere';

// Called inside a transaction over what changes papers, `replica` and `copyState`.

/** Most papers that are captured, or met, in one transaction: a star waits for no longer. */
export const SLICE = 200;

/** What commands did to some papers goes into batches. `count`: how many papers that were. */
export async function captureSome(
  db: AsterismDatabase,
  self: Self,
  tools: Tools,
): Promise<{ self: Self; count: number }> {
  const { ids, through } = await uncaptured(db, SLICE);
  if (ids.length === 0) return { self, count: 0 };
  const papers = await papersHere(db, ids);
  const done = captureAll(self, [...papers.values()], tools);
  await writeSaid(db, papers, done.papers);
  await noteCaptured(db, through);
  return { self: done.self, count: ids.length };
}

/** All that is left to be captured. */
export async function captureRest(db: AsterismDatabase, self: Self, tools: Tools): Promise<Self> {
  for (let at = self; ; ) {
    const { self: next, count } = await captureSome(db, at, tools);
    if (count === 0) return next;
    at = next;
  }
}

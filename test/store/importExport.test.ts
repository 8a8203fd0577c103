import { expect, test } from 'vitest';
import { exportPapers } from '../../lib/exports/exporting';
import { createImporting, type ImportState } from '../../lib/imports/importing';
import type { Answer, MessageName, Request } from '../../lib/messages/contract';
import { type Result, success } from '../../lib/messages/result';
import type { Bookmark } from '../../lib/papers/bookmark';
import { applyImport, stagePart } from '../../lib/store/commands/importing';
import type { AsterismDatabase } from '../../lib/store/database';
import { openReader } from '../../lib/store/reader';
import { pacer } from '../../lib/yielding';
import { bookmark, fill, freshDatabase, libraryOf, paper } from './support';

const NOW = new Date('2026-10-01T08:00:00.000Z');
const APP = { name: 'Asterism', version: '0.1.0' };

/** The worker's part, without messages between. */
function worker(db: AsterismDatabase) {
  return async <N extends MessageName>(
    name: N,
    request: Request<N>,
  ): Promise<Result<Answer<N>>> => {
    const now = () => NOW;
    // Each message has the request that the contract says.
    const value =
      name === 'import.stage'
        ? { staged: await stagePart(db, request as Request<'import.stage'>, now) }
        : await applyImport(db, (request as Request<'import.apply'>).import, now);
    return success(value as Answer<N>);
  };
}

async function exported(db: AsterismDatabase): Promise<string> {
  const reader = await openReader(db.name);
  const file = await exportPapers({ format: 'json', scope: 'all' }, { reader, app: APP, now: NOW });
  reader.close();
  return (await file?.blob.text()) ?? '';
}

async function imported(db: AsterismDatabase, text: string): Promise<ImportState[]> {
  await db.open();
  const reader = await openReader(db.name);
  const states: ImportState[] = [];
  const importing = createImporting({
    send: worker(db),
    reader,
    settings: { read: async () => [], write: async () => {} },
    show: (state) => states.push(state),
    now: () => NOW,
    newId: () => crypto.randomUUID(),
    pace: pacer(),
  });
  await importing.choose(new File([text], 'library.json'));
  await importing.apply();
  reader.close();
  return states;
}

const library: Bookmark[] = Array.from({ length: 1_234 }, (_, n) => ({
  ...bookmark(n, { note: n % 7 ? '' : `A note on ${n}: “quoted” \u2028 \ud800`, tags: ['RL'] }),
  paper: paper(n, { abstract: `What paper ${n} says. `.repeat(20), upvotes: n }),
  ...(n % 5 ? {} : { extra: { shelf: { row: n, of: ['a', null] } } }),
}));

test('export, wipe, import: the library is identical', async () => {
  const from = freshDatabase();
  await fill(from, library);
  const text = await exported(from);
  const into = freshDatabase();
  const states = await imported(into, text);
  expect(states.at(-1)).toMatchObject({ step: 'done', outcome: { added: 1_234, merged: 0 } });
  expect(await libraryOf(into)).toEqual(library);
  expect(await exported(into)).toBe(text);
});

test('the same file twice changes nothing', async () => {
  const db = freshDatabase();
  await fill(db, library);
  const text = await exported(db);
  const states = await imported(db, text);
  const preview = states.find(({ step }) => step === 'preview');
  expect(preview).toMatchObject({ newCount: 0, mergeCount: 0, sameCount: 1_234 });
  expect(await exported(db)).toBe(text);
});

test('the preview says what applying then does', async () => {
  const from = freshDatabase();
  await fill(from, library.slice(100));
  const text = await exported(from);
  const into = freshDatabase();
  const others = library.slice(0, 300).map((item, n) => ({
    ...item,
    // Every 14th has a note on both sides, and they differ.
    annotation: { ...item.annotation, note: n % 2 ? 'another note' : item.annotation.note },
  }));
  await fill(into, others);
  const states = await imported(into, text);
  const preview = states.find(({ step }) => step === 'preview');
  const done = states.at(-1);
  if (preview?.step !== 'preview' || done?.step !== 'done') throw new Error('not applied');
  expect(preview).toMatchObject({ newCount: 934, mergeCount: 14, sameCount: 186 });
  expect(done.outcome).toMatchObject({ added: 934, merged: 14, same: 186 });
});

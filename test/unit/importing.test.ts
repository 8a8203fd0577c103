import { expect, test } from 'vitest';
import type { Answer, MessageName, Request } from '../../lib/messages/contract';
import { type FailureCode, failure, type Result, success } from '../../lib/messages/result';
import { isEmpty } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import { mergeBookmarks } from '../../lib/papers/merging';
import { type BookmarkRow, toRow } from '../../lib/store/rows';
import { same } from '../../lib/store/same';
import { createImporting, type ImportState } from '../../lib/views/importing';
import { encode, starred } from './formats/files';

/** A library in memory that answers as the worker does. */
function fakeLibrary(bookmarks: readonly Bookmark[] = []) {
  const library = new Map<PaperId, Bookmark>(bookmarks.map((item) => [item.paper.id, item]));
  const staged = new Map<number, Bookmark[]>();
  const sent: MessageName[] = [];
  const failing = new Map<MessageName, FailureCode>();
  let undo = new Map(library);

  function answer(name: MessageName, request: object): unknown {
    if ('bookmarks' in request && 'part' in request) {
      const { part, bookmarks: added } = request as Request<'import.stage'>; // no other message has both
      staged.set(part, added);
      return { staged: added.length };
    }
    if (name === 'import.abandon') return { staged: staged.clear() ?? 0 };
    if (name === 'step.undo') {
      library.clear();
      for (const [id, item] of undo) library.set(id, item);
      return { ids: [] };
    }
    const outcome = { added: 0, merged: 0, same: 0, undo: 1 };
    undo = new Map(library);
    for (const item of [...staged.values()].flat()) {
      const known = library.get(item.paper.id);
      const merged = known ? mergeBookmarks(known, item) : item;
      outcome[
        same(merged, known) || isEmpty(merged.annotation) ? 'same' : known ? 'merged' : 'added'
      ]++;
      library.set(item.paper.id, merged);
    }
    staged.clear();
    return outcome;
  }

  return {
    library,
    staged,
    sent,
    failing,
    send: async <N extends MessageName>(
      name: N,
      request: Request<N>,
    ): Promise<Result<Answer<N>>> => {
      sent.push(name);
      const code = failing.get(name);
      if (code !== undefined) return failure(code, 'as the test asks');
      return success(answer(name, request) as Answer<N>); // the fake knows what each message gives
    },
    reader: {
      bookmarks: async (ids: readonly PaperId[]): Promise<BookmarkRow[]> =>
        ids.flatMap((id) => library.get(id) ?? []).map(toRow),
    },
  };
}

function open(
  fake: ReturnType<typeof fakeLibrary>,
  onState: (state: ImportState) => void = () => {},
) {
  const states: ImportState[] = [];
  const importing = createImporting({
    send: fake.send,
    reader: fake.reader,
    show: (state) => {
      states.push(state);
      onState(state);
    },
    now: () => new Date('2026-11-11T11:11:11.000Z'),
    newId: () => 'import-1',
    pace: async () => {},
  });
  return {
    importing,
    states,
    last: () => states.at(-1),
    steps: () => new Set(states.map(({ step }) => step)),
  };
}

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'library.json'): File =>
  new File([text], name);
const mine = [starred(1), starred(2, 'my note'), starred(3)];
const theirs = [starred(2, 'their note'), starred(3), starred(4), starred(5)];

test('a file is shown as a preview, and nothing is sent before it is applied', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last, steps } = open(fake);
  await importing.choose(file(encode(theirs)));
  expect(last()).toMatchObject({ step: 'preview', newCount: 2, mergeCount: 1, sameCount: 1 });
  expect(steps()).toEqual(new Set(['reading', 'comparing', 'preview']));
  expect(fake.sent).toEqual([]);
  expect([...fake.library.values()]).toEqual(mine);
});

test('applying merges, and does what the preview said', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'done', outcome: { added: 2, merged: 1, same: 1 } });
  const merged = fake.library.get('arxiv:2504.00002');
  expect(merged?.annotation.note).toContain('my note');
  expect(merged?.annotation.note).toContain('their note');
  expect(fake.library.size).toBe(5);
});

test('the same file a second time changes nothing', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  await importing.choose(file(encode(theirs)));
  expect(last()).toMatchObject({ step: 'preview', newCount: 0, mergeCount: 0, sameCount: 4 });
});

test('rows of one paper in one file are merged into one', async () => {
  const { importing, last } = open(fakeLibrary());
  await importing.choose(file(encode([starred(1, 'one'), starred(1, 'two')])));
  expect(last()).toMatchObject({ step: 'preview', newCount: 1 });
});

test('bad rows are listed with their row and reason, good ones come in', async () => {
  const fake = fakeLibrary();
  const { importing, last } = open(fake);
  const text = encode([starred(1), starred(2), starred(3)]).replace(
    '"title":"Paper 2"',
    '"title":7',
  );
  await importing.choose(file(text.replace('"tags":[]', '"upvotes":"many","tags":[]')));
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 2,
    problems: {
      unreadableRows: 1,
      partialRows: 1,
      first: [
        { row: 1, line: 8, isPartial: true, reason: { field: 'upvotes' } },
        { row: 2, line: 9, isPartial: false, reason: { field: 'title', fault: 'notText' } },
      ],
    },
  });
  await importing.apply();
  expect([...fake.library.keys()]).toEqual(['arxiv:2504.00001', 'arxiv:2504.00003']);
});

test('a record without star, status, tag or note is listed, not imported', async () => {
  const silent = starred(1);
  silent.annotation.starred = false;
  const { importing, last } = open(fakeLibrary());
  await importing.choose(file(encode([silent])));
  expect(last()).toMatchObject({
    newCount: 0,
    problems: { first: [{ row: 1, reason: { code: 'saysNothing' } }] },
  });
});

test('a cut-off file shows what is before the cut', async () => {
  const { importing, last } = open(fakeLibrary());
  const text = encode([starred(1), starred(2)]);
  await importing.choose(file(text.slice(0, text.indexOf('Paper 2'))));
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 1,
    problems: { break: { code: 'cutOff', after: 1 } },
  });
});

test.each([
  ['text without a paper', 'hello', 'nothingFound'],
  ['broken JSON', '{"a": [1, 2}', 'notJson'],
  ['not ours', '{"a":1}', 'foreign'],
  ['empty', '', 'emptyFile'],
  ['newer', encode([starred(1)]).replace('"version": 1', '"version": 9'), 'newer'],
])('a file that is %s is refused, and nothing can be applied', async (_, text, code) => {
  const fake = fakeLibrary();
  const { importing, last } = open(fake);
  await importing.choose(file(text));
  expect(last()).toMatchObject({ step: 'refused', problem: { code } });
  await importing.apply();
  expect(fake.sent).toEqual([]);
});

test('a file that can no longer be read is refused', async () => {
  const { importing, last } = open(fakeLibrary());
  await importing.choose({
    name: 'gone.json',
    size: 10,
    slice: () => ({
      arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')),
    }),
  });
  expect(last()).toMatchObject({ step: 'refused', problem: { code: 'noAccess' } });
});

test('UTF-16 with a byte order mark is read', async () => {
  const bytes = new Uint8Array(Buffer.from(`\uFEFF${encode([starred(1, 'naïve 🔭')])}`, 'utf16le'));
  const { importing, last } = open(fakeLibrary());
  await importing.choose(file(bytes));
  expect(last()).toMatchObject({ step: 'preview', newCount: 1 });
});

test('a character that two pieces of the file share is read whole', async () => {
  const fake = fakeLibrary();
  const { importing } = open(fake);
  const note = '🔭é'.repeat(60_000);
  await importing.choose(file(encode([starred(1, note)])));
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00001')?.annotation.note).toBe(note);
});

test('a failure while staging abandons the import, and the library is as it was', async () => {
  const fake = fakeLibrary(mine);
  fake.failing.set('import.stage', 'full');
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'full' });
  expect(fake.sent).toEqual(['import.stage', 'import.abandon']);
  expect([...fake.library.values()]).toEqual(mine);
});

test('a failure while applying abandons the import too', async () => {
  const fake = fakeLibrary(mine);
  fake.failing.set('import.apply', 'storage');
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'storage' });
  expect(fake.sent.at(-1)).toBe('import.abandon');
});

test('an apply without an answer may have happened: it says so and abandons nothing', async () => {
  const fake = fakeLibrary(mine);
  fake.failing.set('import.apply', 'unanswered');
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'unanswered' });
  expect(fake.sent).not.toContain('import.abandon');
});

test('a large import goes in parts that each fit into a message', async () => {
  const fake = fakeLibrary();
  const { importing, last } = open(fake);
  const many = Array.from({ length: 1_201 }, (_, n) => starred(n + 1));
  await importing.choose(file(encode(many)));
  await importing.apply();
  expect(fake.sent.filter((name) => name === 'import.stage')).toHaveLength(3);
  expect(last()).toMatchObject({ step: 'done', outcome: { added: 1_201 } });
});

test.each(['reading', 'comparing', 'preview'] as const)(
  'cancelled while %s, it forgets the file',
  async (step) => {
    const fake = fakeLibrary(mine);
    const { importing, last } = open(fake, (state) => {
      if (state.step === step) queueMicrotask(importing.cancel);
    });
    await importing.choose(file(encode(theirs)));
    await Promise.resolve();
    expect(last()).toEqual({ step: 'idle' });
    await importing.apply();
    expect(fake.sent).toEqual([]);
  },
);

test('cancelled while staging, what was staged is abandoned and the library is as it was', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake, (state) => {
    if (state.step === 'applying' && state.done > 0) importing.cancel();
  });
  await importing.choose(file(encode(Array.from({ length: 1_100 }, (_, n) => starred(n + 10)))));
  await importing.apply();
  expect(last()).toEqual({ step: 'idle' });
  expect(fake.sent).toContain('import.abandon');
  expect(fake.sent).not.toContain('import.apply');
  expect(fake.staged.size).toBe(0);
  expect([...fake.library.values()]).toEqual(mine);
});

test('once the library is about to change, it cannot be cancelled', async () => {
  const fake = fakeLibrary();
  const { importing, last } = open(fake, (state) => {
    if (state.step === 'applying' && !state.canCancel) importing.cancel();
  });
  await importing.choose(file(encode(mine)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'done', outcome: { added: 3 } });
});

test('a second file takes the place of the first', async () => {
  const { importing, last } = open(fakeLibrary());
  const first = importing.choose(file(encode(mine), 'first.json'));
  await importing.choose(file(encode(theirs), 'second.json'));
  await first;
  expect(last()).toMatchObject({ step: 'preview', name: 'second.json', newCount: 4 });
});

test('an import can be taken back; if not, it says why and can be tried again', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  fake.failing.set('step.undo', 'storage');
  await importing.undo();
  expect(last()).toMatchObject({ step: 'done', undone: 'storage' });
  fake.failing.clear();
  await importing.undo();
  expect(last()).toMatchObject({ step: 'done', undone: true });
  expect([...fake.library.values()]).toEqual(mine);
});

test('several files are read into one preview, each paper once, and each problem says in which file it is', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake);
  const bad = encode([starred(6)]).replace('"title":"Paper 6"', '"title":7');
  await importing.choose(
    file(encode(theirs), 'a.json'),
    file(encode([starred(5, 'a note'), starred(7)]), 'b.json'),
    file(bad, 'c.json'),
    file('', 'd.json'),
  );
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 3,
    files: [
      { name: 'a.json', refused: null },
      { name: 'b.json', refused: null },
      { name: 'c.json', refused: null },
      { name: 'd.json', refused: { code: 'emptyFile' } },
    ],
    problems: { unreadableRows: 1, first: [{ file: 'c.json', row: 1 }] },
  });
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00005')?.annotation.note).toBe('a note');
  expect(fake.library.size).toBe(6);
});

test('where every file is refused, nothing can be applied', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake);
  await importing.choose(file('', 'a.json'), file('', 'b.json'));
  expect(last()).toMatchObject({ step: 'refused', name: 'a.json', problem: { code: 'emptyFile' } });
  await importing.apply();
  expect(fake.sent).toEqual([]);
});

test('of very many problems the first 200 are listed, over all files, and all are counted', async () => {
  const { importing, last } = open(fakeLibrary());
  const bad = encode(Array.from({ length: 150 }, (_, n) => starred(n + 1))).replaceAll(
    '"title":"',
    '"title":7,"was":"',
  );
  await importing.choose(file(bad, 'a.json'), file(bad, 'b.json'));
  const state = last();
  if (state?.step !== 'preview') throw new Error('there is no preview');
  expect(state.problems.first).toHaveLength(200);
  expect(state.problems.unreadableRows).toBe(300);
});

test('what the preview shows of a merge is what the library then has', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = open(fake);
  await importing.choose(file(encode(theirs)));
  const state = last();
  if (state?.step !== 'preview') throw new Error('there is no preview');
  const shown = await state.differences(state.merged);
  const note = shown.get('arxiv:2504.00002')?.find(({ field }) => field === 'note');
  expect(note).toMatchObject({ before: 'my note', incoming: 'their note' });
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00002')?.annotation.note).toBe(note?.after);
});

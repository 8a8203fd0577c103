import { describe, expect, test } from 'vitest';
import { previewTexts } from '../../lib/imports/previewTexts';
import { fakeLibrary, openImport } from '../fakes/importing';
import { encode, starred } from './formats/files';

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'library.json'): File =>
  new File([text], name);
const AT = '2026-01-01T00:00:00.000Z';
const mine = [starred(1), starred(2, 'my note'), starred(3)];
const theirs = [starred(2, 'their note'), starred(3), starred(4), starred(5)];

test('a file is shown as a preview, and nothing is sent before it is applied', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last, steps } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  expect(last()).toMatchObject({ step: 'preview', newCount: 2, mergeCount: 1, sameCount: 1 });
  expect(steps()).toEqual(new Set(['reading', 'comparing', 'preview']));
  expect(fake.sent).toEqual([]);
  expect([...fake.library.values()]).toEqual(mine);
});

test('applying merges, and does what the preview said', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = openImport(fake);
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
  const { importing, last } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  await importing.choose(file(encode(theirs)));
  expect(last()).toMatchObject({ step: 'preview', newCount: 0, mergeCount: 0, sameCount: 4 });
});

test('rows of one paper in one file are merged into one', async () => {
  const { importing, last } = openImport(fakeLibrary());
  await importing.choose(file(encode([starred(1, 'one'), starred(1, 'two')])));
  expect(last()).toMatchObject({ step: 'preview', newCount: 1 });
});

test('bad rows are listed with their row and reason, good ones come in', async () => {
  const fake = fakeLibrary();
  const { importing, last } = openImport(fake);
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
  const { importing, last } = openImport(fakeLibrary());
  await importing.choose(file(encode([silent])));
  expect(last()).toMatchObject({
    newCount: 0,
    problems: { first: [{ row: 1, reason: { code: 'saysNothing' } }] },
  });
});

test('searches and colours of a library file come in with it; a name or a tag that is there keeps what it has', async () => {
  const fake = fakeLibrary(mine);
  fake.searchesAndColours.searches.push({ name: 'RL', query: 'mine', savedAt: AT });
  const { importing, last } = openImport(fake);
  const lists = {
    searches: [
      { name: 'New', query: 'is:unread', savedAt: AT },
      { name: 'RL', query: 'tag:rl', savedAt: AT },
      { name: 'New', query: 'another of this name', savedAt: AT },
      { name: 7 },
    ],
    tagColours: [{ tag: 'RL', colour: 'blue' }],
  };
  const text = encode(theirs).replace('"papers"', `${JSON.stringify(lists).slice(1, -1)},"papers"`);
  await importing.choose(file(text));
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 2,
    problems: { unreadableSearches: 1 },
    searchesAndColours: {
      added: { searches: [{ query: 'is:unread' }], colours: [{ key: 'rl', colour: 'blue' }] },
      differing: { searches: [{ query: 'tag:rl' }] },
    },
  });
  await importing.apply();
  expect(fake.searchesAndColours.searches.map(({ query }) => query)).toEqual(['mine', 'is:unread']);
  expect(fake.searchesAndColours.colours).toEqual([{ key: 'rl', tag: 'RL', colour: 'blue' }]);
});

describe('settings of a library file', () => {
  const withSettings = (settings: object): string =>
    encode(theirs).replace('"papers"', `"settings":${JSON.stringify(settings)},"papers"`);
  const valuesOf = async (fake: ReturnType<typeof fakeLibrary>) =>
    Object.fromEntries((await fake.settings.read()).map(({ name, value }) => [name, value]));

  test('are shown, set where the reader has not changed them, and set back by undo', async () => {
    const fake = fakeLibrary(mine);
    await fake.settings.write({ name: 'density', value: 'compact' });
    await fake.settings.write({ name: 'theme', value: 'light' });
    const before = await valuesOf(fake);
    const { importing, last } = openImport(fake);
    const coming = {
      singleKeys: false,
      theme: 'dark',
      density: 'compact',
      ranking: 'maybe',
      tomorrow: 7,
    };
    await importing.choose(file(withSettings(coming)));
    expect(last()).toMatchObject({
      step: 'preview',
      problems: { unreadableSearches: 1 },
      settings: {
        added: [{ name: 'singleKeys', value: false }],
        same: [{ name: 'density', value: 'compact' }],
        differing: [{ name: 'theme', value: 'dark' }],
      },
    });
    expect(await valuesOf(fake)).toEqual(before);
    await importing.apply();
    expect(last()).toMatchObject({ step: 'done', settings: 1 });
    expect(await valuesOf(fake)).toEqual({ ...before, singleKeys: false });
    await importing.undo();
    expect(last()).toMatchObject({ step: 'done', undone: true });
    expect(await valuesOf(fake)).toEqual(before);
  });

  test('that the reader sets after the import stay when it is undone', async () => {
    const fake = fakeLibrary(mine);
    const { importing } = openImport(fake);
    await importing.choose(file(withSettings({ theme: 'dark' })));
    await importing.apply();
    await fake.settings.write({ name: 'theme', value: 'light' });
    await importing.undo();
    expect((await valuesOf(fake))['theme']).toBe('light');
  });

  test('come in where nothing else does', async () => {
    const fake = fakeLibrary();
    const { importing, last } = openImport(fake);
    await importing.choose(
      file(encode([]).replace('"papers"', '"settings":{"theme":"dark"},"papers"')),
    );
    const state = last();
    if (state?.step !== 'preview') throw new Error('there is no preview');
    expect(previewTexts(state, 'files').apply).not.toBeNull();
    await importing.apply();
    expect((await valuesOf(fake))['theme']).toBe('dark');
    expect(last()).toMatchObject({ step: 'done', settings: 1 });
    await importing.undo();
    expect((await valuesOf(fake))['theme']).toBe('system');
  });
});

test('of a new paper in the trash it is told what comes back', async () => {
  const fake = fakeLibrary();
  const thrown = starred(4, 'thrown away');
  fake.trash.push({ ...thrown, trashedAt: AT });
  const { importing, last } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  const state = last();
  if (state?.step !== 'preview') throw new Error('there is no preview');
  const back = await state.broughtBack(state.added);
  expect([...back.keys()]).toEqual([thrown.paper.id]);
  expect(back.get(thrown.paper.id)?.annotation.note).toBe('thrown away');
});

test('a cut-off file shows what is before the cut', async () => {
  const { importing, last } = openImport(fakeLibrary());
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
  const { importing, last } = openImport(fake);
  await importing.choose(file(text));
  expect(last()).toMatchObject({ step: 'refused', problem: { code } });
  await importing.apply();
  expect(fake.sent).toEqual([]);
});

test('a file that can no longer be read is refused', async () => {
  const { importing, last } = openImport(fakeLibrary());
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
  const { importing, last } = openImport(fakeLibrary());
  await importing.choose(file(bytes));
  expect(last()).toMatchObject({ step: 'preview', newCount: 1 });
});

test('a character that two pieces of the file share is read whole', async () => {
  const fake = fakeLibrary();
  const { importing } = openImport(fake);
  const note = '🔭é'.repeat(60_000);
  await importing.choose(file(encode([starred(1, note)])));
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00001')?.annotation.note).toBe(note);
});

test('a failure while staging abandons the import, and the library is as it was', async () => {
  const fake = fakeLibrary(mine);
  fake.failing.set('import.stage', 'full');
  const { importing, last } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'full' });
  expect(fake.sent).toEqual(['import.stage', 'import.abandon']);
  expect([...fake.library.values()]).toEqual(mine);
});

test('a failure while applying abandons the import too', async () => {
  const fake = fakeLibrary(mine);
  fake.failing.set('import.apply', 'storage');
  const { importing, last } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'storage' });
  expect(fake.sent.at(-1)).toBe('import.abandon');
});

test('an apply without an answer may have happened: it says so and abandons nothing', async () => {
  const fake = fakeLibrary(mine);
  fake.failing.set('import.apply', 'unanswered');
  const { importing, last } = openImport(fake);
  await importing.choose(file(encode(theirs)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'failed', code: 'unanswered' });
  expect(fake.sent).not.toContain('import.abandon');
});

test('a large import goes in parts that each fit into a message', async () => {
  const fake = fakeLibrary();
  const { importing, last } = openImport(fake);
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
    const { importing, last } = openImport(fake, (state) => {
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
  const { importing, last } = openImport(fake, (state) => {
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
  const { importing, last } = openImport(fake, (state) => {
    if (state.step === 'applying' && !state.canCancel) importing.cancel();
  });
  await importing.choose(file(encode(mine)));
  await importing.apply();
  expect(last()).toMatchObject({ step: 'done', outcome: { added: 3 } });
});

test('a second file takes the place of the first', async () => {
  const { importing, last } = openImport(fakeLibrary());
  const first = importing.choose(file(encode(mine), 'first.json'));
  await importing.choose(file(encode(theirs), 'second.json'));
  await first;
  expect(last()).toMatchObject({ step: 'preview', name: 'second.json', newCount: 4 });
});

test('an import can be taken back; if not, it says why and can be tried again', async () => {
  const fake = fakeLibrary(mine);
  const { importing, last } = openImport(fake);
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

test('what is too large together with the library is told, stays out, and changes nothing there', async () => {
  const fake = fakeLibrary([starred(1, 'a'.repeat(6_000_000))]);
  const { importing, last } = openImport(fake);
  const theirs = [starred(1, 'b'.repeat(6_000_000)), starred(2)];
  await importing.choose(file(encode(theirs)));
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 1,
    mergeCount: 0,
    problems: {
      unreadableRows: 1,
      first: [{ row: null, name: 'Paper 1', reason: { code: 'tooLargeTogether' } }],
    },
  });
  await importing.apply();
  expect(fake.library.get('arxiv:2504.00001')?.annotation.note).toBe('a'.repeat(6_000_000));
  expect(last()).toMatchObject({ step: 'done', leftOut: 1 });
  await importing.undo();
  expect(last()).toMatchObject({ step: 'done', leftOut: 1, undone: true });
});

test('what is too large together in two files is told', async () => {
  const { importing, last } = openImport(fakeLibrary());
  const [one, two] = ['a', 'b'].map((letter) => encode([starred(1, letter.repeat(6_000_000))]));
  await importing.choose(file(one ?? '', 'one.json'), file(two ?? '', 'two.json'));
  expect(last()).toMatchObject({
    step: 'preview',
    newCount: 1,
    problems: { unreadableRows: 1, first: [{ file: 'two.json', name: 'Paper 1' }] },
  });
});

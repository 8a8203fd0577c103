import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { namesInBase, readBase, readPart, writeBase, writeParts } from '../../../lib/sync/bases';
import type { Batch, Element } from '../../../lib/sync/elements';
import { pack, unpack } from '../../../lib/sync/files';
import { readLog, writeLog } from '../../../lib/sync/logs';
import { type FileName, readList, readName, writeName } from '../../../lib/sync/names';
import { PLAIN } from '../../../lib/sync/sealing';
import type { Seen } from '../../../lib/sync/seen';

const hexOf = (length: number) => fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`));
const number = fc.integer({ min: 1, max: 999_999_999 });
const content = { hash: hexOf(32), size: number };
const fileName: fc.Arbitrary<FileName> = fc.oneof(
  fc.record({ kind: fc.constant('library' as const), library: hexOf(16), ...content }),
  fc
    .record({ machine: hexOf(16), from: number, more: fc.nat(999), nonce: hexOf(8), ...content })
    .map(({ more, from, ...rest }) => ({
      kind: 'log' as const,
      from: Math.min(from, 999_990_000),
      to: Math.min(from, 999_990_000) + more,
      ...rest,
    })),
  fc.record({ kind: fc.constant('base' as const), machine: hexOf(16), ...content }),
  fc.record({ kind: fc.constant('part' as const), ...content }),
);

describe('the name of a file', () => {
  test('is read as it was written, is short, and has letters that every server takes', () => {
    fc.assert(
      fc.property(fileName, (file) => {
        const name = writeName(file);
        expect(readName(name)).toEqual(file);
        expect(name).toMatch(/^[a-z0-9.-]{1,142}$/);
      }),
    );
  });

  test('counts only as a whole: nobody else’s file looks like ours, changed by a letter or more', () => {
    fc.assert(
      fc.property(fileName, fc.nat(), fc.string({ maxLength: 3 }), (file, at, letters) => {
        const name = writeName(file);
        const place = at % (name.length + 1);
        const changed = name.slice(0, place) + letters + name.slice(place);
        const read = readName(changed);
        if (read !== null) expect(writeName(read)).toBe(changed);
      }),
    );
  });

  test.each([
    'part-00000000000000000000000000000000-12.bin.part',
    'part-00000000000000000000000000000000-12 (conflicted copy).bin',
    '.part-00000000000000000000000000000000-12.bin.icloud',
    'part-00000000000000000000000000000000-012.bin',
    'part-0000000000000000000000000000000G-12.bin',
    'log-0123456789abcdef-8-7-01234567-00000000000000000000000000000000-12.bin',
    'big.0000000565',
    'constructor',
    '',
  ])('is not %s', (name) => expect(readName(name)).toBeNull());

  test('tells a file that is cut short from one that is whole, where a list has sizes', () => {
    const name = `part-${'0'.repeat(32)}-12.bin`;
    const listed = (size: number | undefined) => readList(new Map([[name, size]])).size;
    expect([12, 11, 0, undefined].map(listed)).toEqual([1, 0, 0, 1]);
  });
});

describe('what is in a file', () => {
  const text = fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ minLength: 5_000 }));

  test('is read as it was written, and not at all where any byte is another one or lacks', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.nat(), fc.integer({ min: 1, max: 255 }), async (one, at, by) => {
        const { hash, bytes } = await pack(one, PLAIN);
        const name = { hash, size: bytes.length };
        expect(await unpack(bytes, name, PLAIN)).toBe(one);
        if (bytes.length === 0) return;
        const place = at % bytes.length;
        const damaged = bytes.slice();
        damaged[place] = (damaged[place] ?? 0) ^ by;
        // Of a gzip file some bytes say nothing about what is in it.
        expect([null, one]).toContain(await unpack(damaged, name, PLAIN));
        if (one.length < 4_000) expect(await unpack(damaged, name, PLAIN)).toBeNull();
        expect(await unpack(bytes.slice(0, place), name, PLAIN)).toBeNull();
      }),
      { numRuns: 60 },
    );
  });

  test('is not unpacked without end', async () => {
    const { hash, bytes } = await pack('x'.repeat(65 * 2 ** 20), PLAIN);
    expect(bytes.length).toBeLessThan(100_000);
    expect(await unpack(bytes, { hash, size: bytes.length }, PLAIN)).toBeNull();
  });
});

const dot = fc.constantFrom(
  ...(['07'.repeat(8), '9f'.repeat(8)] as const).flatMap((machine) =>
    [1, 2, 3].map((n) => `${machine}.${n}.0a0b0c0d` as const),
  ),
);
const register = fc.oneof(
  fc.constantFrom('starred', 'tag:rl', 'tag:__proto__', 'note', '__proto__', 'constructor'),
  fc.string({ minLength: 1 }),
);
const registers = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<Record<string, T>> =>
  fc
    .uniqueArray(
      fc.tuple(
        register.filter((name) => name !== '__proto__'),
        value,
      ),
      {
        selector: ([name]) => name,
        maxLength: 4,
      },
    )
    .map((entries) => Object.fromEntries(entries));
const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown);
const record = fc.record(
  {
    id: fc.constantFrom('arxiv:2504.12345', 'hf:a', 'newer:id'),
    over: registers(fc.array(dot, { minLength: 1, maxLength: 2 })),
    set: registers(json),
    gone: fc.constantFrom('trash' as const, 'empty' as const),
  },
  { requiredKeys: ['id', 'over', 'set'] },
);
const batches: fc.Arbitrary<Batch[]> = fc
  .array(fc.record({ nonce: hexOf(8), seen: fc.uniqueArray(dot), records: fc.array(record) }), {
    minLength: 1,
    maxLength: 3,
  })
  .map((all) =>
    all.map(({ nonce, seen, records }, at) => ({
      dot: `${'41'.repeat(8)}.${at + 4}.${nonce}` as const,
      before: at === 0 ? '' : (all[at - 1]?.nonce ?? ''),
      at: '2026-11-26T15:04:05.000Z',
      seen,
      records,
    })),
  );

describe('a log', () => {
  test('is read as it was written', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const by = 'Laptop, Firefox';
        expect(readLog(writeLog(all, by))).toEqual(all.map((batch) => ({ ...batch, by })));
      }),
    );
  });

  test('leaves out lines of a kind that only a newer version knows', () => {
    fc.assert(
      fc.property(batches, (all) => {
        const text = `${writeLog(all, 'Laptop')}{"kind":"hint","of":["arxiv:2504.12345"]}\n`;
        expect(readLog(text)).toEqual(all.map((batch) => ({ ...batch, by: 'Laptop' })));
      }),
    );
  });

  test('is refused, and nothing else, where it is not one', () => {
    fc.assert(
      fc.property(batches, fc.nat(), fc.string({ maxLength: 4 }), (all, at, letters) => {
        const text = writeLog(all, 'Laptop');
        const place = at % text.length;
        expect(() => readLog(text.slice(0, place) + letters + text.slice(place + 1))).not.toThrow();
      }),
    );
    for (const text of ['', '{}', 'null', '{"asterism":"log","v":2}', '[]\n[]']) {
      expect(readLog(text)).toBeNull();
    }
  });
});

const elements: fc.Arbitrary<Element[]> = fc.uniqueArray(
  fc.record({ register, dot, value: json }),
  { selector: (one) => one.register + one.dot, minLength: 1, maxLength: 4 },
);
const state = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^hf:[a-z]{3}$/), elements), {
    selector: ([id]) => id,
    maxLength: 30,
  })
  .map((entries) => new Map(entries));

describe('a base', () => {
  test('has in its parts what was there', () => {
    fc.assert(
      fc.property(state, (all) => {
        const back = [...writeParts(all)].flatMap((part) => [...(readPart(part) ?? [])]);
        expect(new Map(back)).toEqual(all);
      }),
    );
  });

  test('keeps all parts but one where one paper changes', () => {
    const papers = Array.from({ length: 8_000 }, (_, n): [string, Element[]] => [
      `arxiv:${2000 + Math.floor(n / 1000)}.${String(n % 1000).padStart(5, '0')}`,
      [{ register: 'starred', dot: 'a1.1.0a', value: [true, null] }],
    ]);
    const before = [...writeParts(new Map(papers))];
    const changed = new Map(papers).set('arxiv:2003.00500', [
      { register: 'note', dot: 'a1.2.0b', value: ['a note', null] },
    ]);
    const after = [...writeParts(changed)];
    expect(before.length).toBeGreaterThan(3);
    expect(after.filter((part) => !before.includes(part))).toHaveLength(1);
    expect([...writeParts(new Map([...papers].reverse()))]).toEqual(before);
  });

  test('says what was seen, two copies of one machine included', () => {
    const seen: Seen = new Map([
      ['07'.repeat(8), [['0a0b0c0d'], ['1a0b0c0d', '2a0b0c0d']]],
      ['9f'.repeat(8), [['0a0b0c0d']]],
    ]);
    const parts = [`part-${'0'.repeat(32)}-12.bin`];
    const text = writeBase({ seen, parts }, { machine: '07'.repeat(8), name: 'Laptop' });
    expect(readBase(text)).toEqual({ seen, parts });
    expect(readBase(text.replace('part-', '../part-'))).toBeNull();
  });

  test('says what machines are called, as may be shown, and no name where it is damaged', () => {
    const [own, other, third] = ['07', '9f', '41'].map((byte) => byte.repeat(8));
    const about = { machine: own ?? '', name: 'Laptop' };
    const names = new Map([
      [other ?? '', 'Desk\u202etop'],
      [third ?? '', ''],
    ]);
    const text = writeBase({ seen: new Map(), parts: [] }, { ...about, names });
    expect(namesInBase(text)).toEqual(
      new Map([
        [own, 'Laptop'],
        [other, 'Desk top'],
      ]),
    );
    for (const odd of ['', '{}', 'null', text.replace('"names":{', '"names":{"a":"x",')]) {
      expect(namesInBase(odd).size).toBe(0);
    }
    const polluting = text.replace('"names":{', '"names":{"__proto__":{"x":1},');
    expect(namesInBase(polluting)).not.toHaveProperty('x');
  });

  test('is refused, and nothing else, where it is not one', () => {
    fc.assert(
      fc.property(state, fc.nat(), fc.string({ maxLength: 4 }), (all, at, letters) => {
        for (const text of writeParts(all)) {
          const place = at % text.length;
          const changed = text.slice(0, place) + letters + text.slice(place + 1);
          expect(() => readPart(changed)).not.toThrow();
          expect(() => readBase(changed)).not.toThrow();
          expect(() => namesInBase(changed)).not.toThrow();
        }
      }),
    );
  });
});

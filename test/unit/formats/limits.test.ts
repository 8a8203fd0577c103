import { expect, test } from 'vitest';
import { outline, read } from './reading';

const PIECE = 128 * 1024;
const PATIENCE = 60_000;
const AFTER = '2402.00002';

/** Dozens of megabytes on one line, of what is worst for each format, and whether what follows is still read. */
test.each<[string, string, string, string[]]>([
  [
    'a text',
    `${'word '.repeat(1e7)}`,
    `\narXiv:${AFTER}`,
    [`2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'a text without spaces',
    'a.'.repeat(1e7),
    `\narXiv:${AFTER}`,
    [`2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'brackets',
    `x${'['.repeat(2e7)}`,
    `\narXiv:${AFTER}`,
    [`2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'a field of a bibliography',
    `@misc{a, title={${'\\"'.repeat(1e7)}`,
    `}}\n@misc{b, eprint={${AFTER}}}`,
    ['1 tooLarge', `2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'braces that never close',
    `@misc{a, title=${'{'.repeat(2e7)}`,
    `\n@misc{b, eprint={${AFTER}}}`,
    ['1 tooLarge', `2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'a note of a RIS record',
    `TY  - A\nN1  - ${'word '.repeat(1e7)}`,
    `\nER  - \nTY  - A\nAN  - arXiv:${AFTER}`,
    ['1 tooLarge', `4 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'a cell of a table',
    `url,title\n"${'word '.repeat(1e7)}`,
    `\nhttps://arxiv.org/abs/${AFTER},x`,
    ['2 notEntry', `3 arxiv:${AFTER} (implied) x`],
  ],
  [
    'a bookmark',
    `<DL><DT><A HREF="${'<DT>'.repeat(5e6)}`,
    `">x</A>\n<DT><A HREF="https://arxiv.org/abs/${AFTER}">y</A>`,
    ['1 noPaper x', `2 arxiv:${AFTER} (implied) y`],
  ],
  [
    'nested tags',
    `<DL><DT>${'<DL><DT>'.repeat(5e5)}`,
    `\n<DT><A HREF="https://arxiv.org/abs/${AFTER}">y</A>`,
    [`2 arxiv:${AFTER} (implied) y`],
  ],
  [
    'a JSON text',
    `["${'word '.repeat(1e7)}"`,
    `,\n"https://arxiv.org/abs/${AFTER}"]`,
    ['1 noPaper', `2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
  [
    'nested lists',
    `["a",${'['.repeat(1e7)}${']'.repeat(1e7)}`,
    `,\n"https://arxiv.org/abs/${AFTER}"]`,
    ['1 noPaper a', '1 tooDeep', `2 arxiv:${AFTER} (implied) arXiv ${AFTER}`],
  ],
])(
  'megabytes of %s on one line are read, and what follows',
  async (_, line, rest, expected) => {
    const { decoded } = await read(line + rest, PIECE);
    expect(
      outline(decoded).map((found) => found.slice(0, 60).replace(/ (?:word ?)+$/, '')),
    ).toEqual(expected);
  },
  PATIENCE,
);

test(
  'entries that are never closed cost themselves and no other',
  async () => {
    const many = Array.from(
      { length: 5_000 },
      (_, n) =>
        `@misc{a${n}, title={{Not closed, eprint={2401.00001}\n@misc{b${n}, eprint={2401.${10_000 + n}}}`,
    );
    const { decoded } = await read(many.join('\n'), PIECE);
    expect(decoded.filter(({ kind }) => kind === 'bookmark')).toHaveLength(5_000);
    expect(decoded.filter(({ kind }) => kind === 'unreadable')).toHaveLength(5_000);
  },
  PATIENCE,
);

test('quotes that are never closed are signs like any other', async () => {
  const rows = Array.from(
    { length: 2_000 },
    (_, n) => `https://arxiv.org/abs/2401.${10_000 + n},T ${n}`,
  );
  const { decoded } = await read(
    ['url,title', 'https://arxiv.org/abs/2402.00001,"open', ...rows].join('\n'),
    PIECE,
  );
  expect(outline(decoded).slice(0, 2)).toEqual([
    '2 arxiv:2402.00001 (implied) "open',
    '3 arxiv:2401.10000 (implied) T 0',
  ]);
  expect(decoded).toHaveLength(2_001);
});

test('a note that quotes BibTeX is a note', async () => {
  const text =
    '@misc{a, eprint={2401.00001}, annote={see\n@misc{b, eprint={2401.00002}}\nthere}}\n@misc{c, eprint={2401.00003}}';
  expect(outline((await read(text)).decoded)).toEqual([
    '1 arxiv:2401.00001 arXiv 2401.00001',
    '4 arxiv:2401.00003 (implied) arXiv 2401.00003',
  ]);
});

test.each([
  [
    '{"__proto__": {"addDate": 1, "tags": ["x"]}, "Arxiv-2401.00001": {"addDate": 1, "__proto__": {"note": "x"}}}',
  ],
  [
    '[{"type": "article", "id": "a", "custom": {"__proto__": {"starred": true}}, "URL": "https://arxiv.org/abs/2401.00001"}]',
  ],
  ['__proto__,url,constructor\nx,https://arxiv.org/abs/2401.00001,y'],
  ['@misc{__proto__, __proto__={x}, constructor={y}, eprint={2401.00001}}'],
  ['<DL><DT><A __proto__="x" HREF="https://arxiv.org/abs/2401.00001">x</A>'],
])('names that mean something to objects mean nothing: %s', async (text) => {
  const { decoded } = await read(text);
  expect(decoded.find(({ kind }) => kind === 'bookmark')).toMatchObject({
    bookmark: {
      paper: { id: 'arxiv:2401.00001' },
      annotation: { starred: false, note: '' },
      isImplied: true,
    },
  });
  expect(Object.keys(Object.prototype)).toEqual([]);
});

/** Each string stands for twice what the one before does. */
const doubling = (times: number): string =>
  Array.from({ length: times }, (_, n) => `@string{a${n + 1} = a${n} # a${n}}`).join('\n');

test('strings that stand for more than any memory has are named with their line, and the rest is read', async () => {
  const { decoded } = await read(
    `@string{a0 = "0123456789"}\n${doubling(60)}\n@misc{b, note = a6, eprint = {${AFTER}}}\n@misc{c, note = a60, eprint = {2402.00003}}`,
  );
  expect(outline(decoded)).toEqual([
    // What is made of one that was left out begins again, with its name.
    ...[8, 17, 26, 35, 44, 53].map((line) => `${line} tooLarge`),
    `62 arxiv:${AFTER} arXiv ${AFTER}`,
    '63 arxiv:2402.00003 arXiv 2402.00003',
  ]);
});

test('an entry that names strings without end is too large, and no other', async () => {
  const string = `@string{a = "${'x'.repeat(1_000)}"}`;
  const named = (times: number): string => Array(times).fill('a').join(' # ');
  const { decoded } = await read(
    `${string}\n@misc{b, note = ${named(101)}, eprint = {2402.00001}}\n@misc{c, note = ${named(99)}, eprint = {${AFTER}}}`,
  );
  expect(outline(decoded)).toEqual(['2 tooLarge', `3 arxiv:${AFTER} arXiv ${AFTER}`]);
});

import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import type { Decoded } from '../../../lib/formats/decoded';
import { decode } from '../../../lib/formats/decoders';
import { readBookmarks } from '../../../lib/imports/readFile';
import { AT, encode, starred } from './files';
import { sample } from './reading';

const BIB = sample('zotero.bib').replace('{\\"U}ber', 'Über');
const bytes = (data: Buffer): Uint8Array<ArrayBuffer> => new Uint8Array(data);
const bigEndian = (text: string): Uint8Array<ArrayBuffer> =>
  bytes(Buffer.from(text, 'utf16le').swap16());

async function readFile(content: BlobPart) {
  const source = new File([content], 'any name at all.xyz');
  return readBookmarks(
    source,
    AT,
    () => {},
    async () => {},
    new AbortController().signal,
  );
}

test.each<[string, BlobPart]>([
  ['UTF-8', BIB],
  ['UTF-8 with a mark', `\uFEFF${BIB}`],
  ['UTF-16 LE with a mark', bytes(Buffer.from(`\uFEFF${BIB}`, 'utf16le'))],
  ['UTF-16 BE with a mark', bigEndian(`\uFEFF${BIB}`)],
  ['UTF-16 LE without a mark', bytes(Buffer.from(BIB, 'utf16le'))],
  ['UTF-16 BE without a mark', bigEndian(BIB)],
  ['gzip', bytes(gzipSync(BIB))],
  ['gzip of UTF-16', bytes(gzipSync(Buffer.from(`\uFEFF${BIB}`, 'utf16le')))],
])('%s is read', async (_, content) => {
  const read = await readFile(content);
  expect(read).toMatchObject({ ok: true, format: 'bibtex' });
  const titles = read?.ok ? read.bookmarks.map(({ paper }) => paper.title) : [];
  expect(titles[1]).toContain('Über');
  expect(read?.ok && read.bookmarks[0]?.paper.authors[2]).toBe('Łukasz Kaiser');
});

const entry = (id: number, title: string): string =>
  `@misc{a${id}, title={${title}}, eprint={2401.${10_000 + id}}}\n`;

test('Latin-1 is read as such, even where the first such byte comes late', async () => {
  const plain = Array.from({ length: 4_000 }, (_, n) => entry(n, 'Plain')).join('');
  const read = await readFile(
    bytes(Buffer.from(`${plain}${entry(20_000, 'Über Gödel')}`, 'latin1')),
  );
  expect(read?.ok && read.bookmarks.length).toBe(4_001);
  expect(read?.ok && read.bookmarks.at(-1)?.paper.title).toBe('Über Gödel');
});

/** Texts in other encodings as bytes; Node writes none of them. */
const GBK = [0xd7, 0xdb, 0xca, 0xf6]; // 综述
const SHIFT_JIS = [0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea]; // 日本語
const EUC_KR = [0xc7, 0xd1, 0xb1, 0xdb]; // 한글
const LATIN_2 = [0xa3, 0x75, 0x6b, 0x61, 0xb1]; // Łukaą
const KOI8_R = [0xf3, 0xc5, 0xd4, 0xc9]; // Сети
const MAC_ROMAN = [0x8e, 0x74, 0x8f]; // étè
const LATIN_1 = [0xdc, 0x62, 0x65, 0x72]; // Über
const LATIN_9 = [0xa4, 0x31]; // €1
const ISO_2022_JP = [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42]; // 日本

test.each<[string, number[], string]>([
  ['% Encoding: GBK', GBK, '综述'],
  ['% This file was created with JabRef 2.9.\n% Encoding: MS936', GBK, '综述'],
  ['% Encoding: GB18030', GBK, '综述'],
  ['%Encoding: SJIS', SHIFT_JIS, '日本語'],
  ['% Encoding: EUC_KR', EUC_KR, '한글'],
  ['% Encoding: ISO8859_2', LATIN_2, 'Łukaą'],
  ['% Encoding: KOI8_R', KOI8_R, 'Сети'],
  ['% Encoding: MacRoman', MAC_ROMAN, 'étè'],
  ['% Encoding: Cp1252', LATIN_1, 'Über'],
  ['% Encoding: UTF-8', LATIN_1, 'Über'],
  ['% Encoding: nonsense', LATIN_1, 'Über'],
  ['% !TeX encoding = gbk', GBK, '综述'],
  ['%% -*- coding: shift_jis -*-', SHIFT_JIS, '日本語'],
  ['% vim: set fileencoding=koi8-r :', KOI8_R, 'Сети'],
  ['%% Saved with string encoding Western (Mac OS Roman)', MAC_ROMAN, 'étè'],
  ['@preamble{"\\usepackage[latin2]{inputenc}"}', LATIN_2, 'Łukaą'],
  ['@preamble{"\\usepackage[latin9]{inputenc}"}', LATIN_9, '€1'],
  ['@preamble{"\\usepackage[applemac]{inputenc}"}', MAC_ROMAN, 'étè'],
  ['@comment{\\inputencoding{latin1}}', LATIN_1, 'Über'],
  ['% Encoding: ISO-2022-JP', ISO_2022_JP, '日本'],
])('a bibliography that says %s is read so', async (declaration, title, expected) => {
  const read = await readFile(
    bytes(
      Buffer.concat([
        Buffer.from(`${declaration}\n@misc{a, eprint={2401.12345}, title={`),
        Buffer.from(title),
        Buffer.from('}}'),
      ]),
    ),
  );
  expect(read?.ok && read.bookmarks[0]?.paper.title).toBe(expected);
});

test.each<[string, number[], string]>([
  ['<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=Shift_JIS">', SHIFT_JIS, '日本語'],
  ['<meta charset="gb2312">', GBK, '综述'],
  ["<meta charset='iso-8859-2'>", LATIN_2, 'Łukaą'],
  ['<META CHARSET=euc-kr>', EUC_KR, '한글'],
])('bookmarks that say %s are read so', async (declaration, title, expected) => {
  const read = await readFile(
    bytes(
      Buffer.concat([
        Buffer.from(`<!DOCTYPE NETSCAPE-Bookmark-file-1>\n${declaration}\n<DL><p>\n<DT>`),
        Buffer.from('<A HREF="https://arxiv.org/abs/2401.12345">'),
        Buffer.from(title),
        Buffer.from('</A>\n</DL>'),
      ]),
    ),
  );
  expect(read?.ok && read.bookmarks[0]?.paper.title).toBe(expected);
});

test('what is UTF-8 is read as such, whatever it says that it is', async () => {
  const read = await readFile(`% Encoding: GBK\n${entry(1, 'Über 综述')}`);
  expect(read?.ok && read.bookmarks[0]?.paper.title).toBe('Über 综述');
});

test('one bad byte does not make a file of UTF-8 what it says that it is', async () => {
  const read = await readFile(
    bytes(
      Buffer.concat([
        Buffer.from(`% Encoding: GBK\n${entry(1, 'Über 综述')}@misc{b, title={B`),
        Buffer.from([0xe9]),
        Buffer.from('d}, eprint={2402.00001}}'),
      ]),
    ),
  );
  expect(read?.ok && read.bookmarks[0]?.paper.title).toBe('Über 综述');
});

test.each(['utf-16le', 'utf-16be'])(
  'text without a mark is read as %s also where little of it is Latin',
  async (encoding) => {
    const text =
      '论文笔记：一种新的方法，一二三四五六七八九十。https://arxiv.org/abs/2401.12345\n'.repeat(2);
    const content = encoding === 'utf-16le' ? bytes(Buffer.from(text, 'utf16le')) : bigEndian(text);
    const read = await readFile(content);
    expect(read?.ok && read.bookmarks.map(({ paper }) => paper.id)).toEqual(['arxiv:2401.12345']);
  },
);

test('what only Windows-1252 has is read: quotes and dashes', async () => {
  const quoted = Buffer.concat([
    Buffer.from('@misc{a, eprint={2401.12345}, title={'),
    Buffer.from([0x93, 0x41, 0x94, 0x96, 0xe9]),
    Buffer.from('}}'),
  ]);
  const read = await readFile(bytes(quoted));
  expect(read?.ok && read.bookmarks[0]?.paper.title).toBe('“A”–é');
});

test('one bad byte in a file of UTF-8 costs its character and garbles no other', async () => {
  const many = Buffer.from(
    Array.from({ length: 5_000 }, (_, n) => entry(n, 'Über 日本語')).join(''),
  );
  const bad = Buffer.concat([
    many,
    Buffer.from('@misc{b, eprint={2402.00001}, title={B'),
    Buffer.from([0xe9]),
    Buffer.from('d}}'),
  ]);
  const read = await readFile(bytes(bad));
  if (!read?.ok) throw new Error('it is read');
  expect(read.bookmarks).toHaveLength(5_001);
  expect(new Set(read.bookmarks.slice(0, 5_000).map(({ paper }) => paper.title))).toEqual(
    new Set(['Über 日本語']),
  );
  expect(read.bookmarks.at(-1)?.paper.title).toBe('B\ufffdd');
});

test.each<[string, string, string]>([
  ['a zip', 'PK\x03\x04', 'zip'],
  ['a PDF', '%PDF-1.7\n1 0 obj', 'pdf'],
  ['a PNG', '\x89PNG\r\n\x1a\n', 'image'],
  ['a JPEG', '\xff\xd8\xff\xe0', 'image'],
  ['a database', 'SQLite format 3\0', 'database'],
  ['a program', '\x7fELF\x02\x01\x01\0\0\0\0\0\0', 'binary'],
  ['noise', '\x01\x02\x03\x00\x05\x06\x07\x08\x01\x02\x03\x00\x05\x06\x07\x08', 'binary'],
  ['a broken gzip', '\x1f\x8b\x08nothing packed', 'gzip'],
  ['a web page', '<!doctype html><title>x</title>', 'html'],
])('%s is refused by name', async (_, start, looksLike) => {
  expect(await readFile(bytes(Buffer.from(start, 'latin1')))).toEqual({
    ok: false,
    problem: { code: 'foreign', looksLike },
  });
});

test('a zip in a gzip is refused as the zip it is', async () => {
  const read = await readFile(bytes(gzipSync(Buffer.from('PK\x03\x04rest'))));
  expect(read).toMatchObject({ ok: false, problem: { looksLike: 'zip' } });
});

test.each<[string, Uint8Array<ArrayBuffer>, string]>([
  ['a gzip in a gzip', bytes(gzipSync(gzipSync(BIB))), 'gzip'],
  ['a gzip of nothing, a hundred times over', bytes(nested(Buffer.alloc(0), 100)), 'gzip'],
  ['a zip that says it is small', bytes(lyingZip(1)), 'zip'],
  ['a zip that says it is huge', bytes(lyingZip(0xffffffff)), 'zip'],
  ['the end of a zip alone', bytes(Buffer.from('PK\x05\x06'.padEnd(22, '\0'), 'latin1')), 'zip'],
])('%s is refused as what it is, and never unpacked any further', async (_, content, looksLike) => {
  expect(await readFile(content)).toEqual({ ok: false, problem: { code: 'foreign', looksLike } });
});

test('a small gzip that says another size than it has is refused as damaged', async () => {
  const lying = gzipSync(BIB);
  lying.writeUInt32LE(1, lying.length - 4);
  const problem = { code: 'foreign', looksLike: 'gzip' };
  expect(await readFile(bytes(lying))).toEqual({ ok: false, problem });
});

function nested(content: Buffer, times: number): Buffer {
  return times === 0 ? content : nested(gzipSync(content), times - 1);
}

/** The head of an entry that unpacks to so many bytes, as it says. */
function lyingZip(size: number): Buffer {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt32LE(size, 22);
  return Buffer.concat([head, Buffer.alloc(1_000, 0xff)]);
}

test('a packed library that is cut off gives what is before the cut', async () => {
  const notes = (n: number): string =>
    Array.from({ length: 200 }, (_, at) => (n * 7919 + at * 104_729) % 9_973).join(' ');
  const packed = gzipSync(encode(Array.from({ length: 300 }, (_, n) => starred(n + 1, notes(n)))));
  const read = await readFile(bytes(packed.subarray(0, packed.length / 2)));
  expect(read).toMatchObject({ ok: true, problems: { break: { code: 'cutOff' } } });
  expect(read?.ok && read.bookmarks.length).toBeGreaterThan(20);
});

test('a packed file of another format that is cut off or damaged says so', async () => {
  const entries = Array.from({ length: 3_000 }, (_, n) => entry(n, `T ${(n * 7919) % 9_973}`));
  const packed = gzipSync(entries.join(''));
  const half = packed.subarray(0, packed.length / 2);
  const damaged = Buffer.concat([
    half,
    Buffer.alloc(100, 0xff),
    packed.subarray(packed.length / 2),
  ]);
  for (const broken of [half, damaged]) {
    const read = await readFile(bytes(broken));
    expect(read).toMatchObject({ ok: true, problems: { break: { code: 'cutOff' } } });
    expect(read?.ok && read.bookmarks.length).toBeGreaterThan(100);
  }
  expect(await readFile(bytes(packed))).toMatchObject({ ok: true, problems: { break: null } });
});

test.each([[' '], ['\n']])(
  'hundreds of megabytes of %j before the text, as a small packed file may have, are not kept',
  async (blank) => {
    async function* pieces(): AsyncGenerator<string> {
      const piece = blank.repeat(2 ** 20);
      for (let n = 0; n < 600; n++) yield piece; // more characters than a string can have
      yield '\narXiv:2401.12345';
    }
    const found: Decoded[] = [];
    for await (const item of decode(pieces(), AT)) found.push(item);
    expect(found).toMatchObject([{ bookmark: { paper: { id: 'arxiv:2401.12345' } } }]);
  },
  60_000,
);

test('lines are counted from the beginning, blank ones too', async () => {
  const read = await readFile(`${'\n'.repeat(90_000)}\n  @misc{a, title={no id}}`);
  expect(read).toMatchObject({ ok: true, problems: { first: [{ line: 90_002 }] } });
});

test('a stray NUL does not make a text a binary file', async () => {
  const read = await readFile(
    `See https://arxiv.org/abs/2401.12345\0 and more of the text, as long as a sentence is.`,
  );
  expect(read).toMatchObject({ ok: true, bookmarks: [{ paper: { id: 'arxiv:2401.12345' } }] });
});

test('one paper in many entries is one bookmark, with all that they say', async () => {
  const read = await readFile(
    '@misc{a, title={T}, eprint={2401.12345}}\n@misc{b, eprint={2401.12345v2}, keywords={x}}\n@misc{c, url={https://hf.co/papers/2401.12345}, keywords={y}, annote={n}}',
  );
  expect(read?.ok && read.bookmarks).toMatchObject([
    { paper: { title: 'T' }, annotation: { status: null, tags: ['x', 'y'], note: 'n' } },
  ]);
});

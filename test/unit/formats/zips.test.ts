import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Source } from '../../../lib/imports/fileText';
import { filesIn } from '../../../lib/imports/packedFiles';
import { type AllRead, readAll } from '../../../lib/imports/readFiles';
import { exported } from './exported';
import { AT } from './files';
import { NASTY } from './nasty';

function sourceOf(name: string, bytes: Uint8Array<ArrayBuffer>): Source {
  return {
    name,
    size: bytes.length,
    slice: (start, end) => new Blob([bytes.subarray(start, end)]),
  };
}

/** What comes out of a zip with these files. */
async function readZip(files: Record<string, string | Uint8Array>): Promise<AllRead | null> {
  const packed = Object.entries(files).map(([name, content]) => [
    name,
    typeof content === 'string' ? strToU8(content) : content,
  ]);
  return readSources(sourceOf('notes.zip', new Uint8Array(zipSync(Object.fromEntries(packed)))));
}

function readSources(...sources: Source[]): Promise<AllRead | null> {
  return readAll(
    sources,
    AT,
    () => {},
    async () => {},
    new AbortController().signal,
  );
}

function note(number: number, more = ''): string {
  return `---\nurl: https://arxiv.org/abs/2401.0000${number}\n${more}---\nMine ${number}.`;
}

test('our own zip of notes comes in as it is', async () => {
  const zip = await exported('markdown-notes', NASTY);
  const read = await readSources(sourceOf('asterism.zip', new Uint8Array(zip)));
  expect(read?.ok && read.bookmarks.map(({ paper }) => paper.id).sort()).toEqual(
    NASTY.map(({ paper }) => paper.id).sort(),
  );
  expect(read?.ok && read.files.every(({ format }) => format === 'note')).toBe(true);
});

test('a vault: notes are called by their files, what names no paper is told, what is nobody’s is passed over', async () => {
  const read = await readZip({
    'vault/Nets That Plan.md': note(1),
    'vault/deep/Nets That Wait 0123456789abcdef0123456789abcdef.md': note(
      2,
      'title: Nets That Rest\n',
    ),
    'vault/doe2024.md': note(3),
    'vault/2401.00004.md': note(4),
    'vault/Diary.md': 'Dear diary,',
    'vault/.obsidian/app.json': '{"url": "https://arxiv.org/abs/2401.00009"}',
    '__MACOSX/vault/._Diary.md': 'https://arxiv.org/abs/2401.00009',
    'vault/x.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
    'papers.bib': '@misc{a, title={Nets That Search}, eprint={2401.00005}, archivePrefix={arXiv}}',
  });
  if (!read?.ok) throw new Error('refused');
  expect(read.bookmarks.map(({ paper }) => paper.title)).toEqual([
    'Nets That Plan',
    'Nets That Rest',
    'arXiv 2401.00003',
    'arXiv 2401.00004',
    'Nets That Search',
  ]);
  expect(
    read.files.flatMap(({ name, refused }) => (refused ? [[name, refused.code]] : [])),
  ).toEqual([
    ['vault/Diary.md', 'nothingFound'],
    ['vault/x.png', 'foreign'],
  ]);
});

test('two files of one paper are one, and each problem says in which file it is', async () => {
  const read = await readZip({
    'a.md': note(1, 'tags: [one]\n'),
    'b.md': note(1, 'tags: [two]\n'),
    'c.csv': 'title,url\nNews,https://example.org\nT,https://arxiv.org/abs/2401.00002',
  });
  if (!read?.ok) throw new Error('refused');
  expect(read.bookmarks[0]?.annotation.tags).toEqual(['one', 'two']);
  expect(read.problems.first).toMatchObject([{ file: 'c.csv', line: 2, name: 'News' }]);
});

test('a zip in a zip, as Notion exports it', async () => {
  const inner = zipSync({ 'Nets That Plan.md': strToU8(note(1)) });
  const read = await readZip({ 'Export-Part-1.zip': inner });
  expect(read).toMatchObject({ ok: true, bookmarks: [{ paper: { title: 'Nets That Plan' } }] });
  const deep = await readZip({ 'a.zip': zipSync({ 'b.zip': inner }) });
  expect(deep).toMatchObject({ ok: false, name: 'b.zip', problem: { looksLike: 'zip' } });
});

test('files of one name in a zip all come in', async () => {
  const [a, b] = [note(1), note(2)].map((text) =>
    zipSync({ 'same.md': strToU8(text) }, { level: 0 }),
  );
  const read = await readSources(sourceOf('a.zip', joined(a, b)));
  expect(read?.ok && read.bookmarks).toHaveLength(2);
});

test('what unpacks to more than a file may be does not keep the others out', async () => {
  const bomb = new Uint8Array(65 * 1024 ** 2);
  const read = await readZip({ 'bomb.md': bomb, 'a.md': note(1) });
  expect(read).toMatchObject({
    ok: true,
    bookmarks: [{ paper: { id: 'arxiv:2401.00001' } }],
    files: [{ name: 'bomb.md', refused: { looksLike: 'zip' } }, { name: 'a.md' }],
  });
});

test('a file that alone unpacks to more than all may be does not keep the others out', async () => {
  const bomb = claiming(zipSync({ 'bomb.md': strToU8('x') }), 2 * 1024 ** 3);
  const zip = joined(bomb, zipSync({ 'a.md': strToU8(note(1)) }));
  expect(await readSources(sourceOf('notes.zip', zip))).toMatchObject({
    ok: true,
    bookmarks: [{ paper: { id: 'arxiv:2401.00001' } }],
    files: [{ name: 'bomb.md', refused: { looksLike: 'zip' } }, { name: 'a.md' }],
  });
});

test('a file that unpacks to more than its zip says is refused as damaged', async () => {
  const zip = claiming(zipSync({ 'a.md': strToU8(note(1) + nonsense(100_000)) }), 100);
  const read = await readSources(
    sourceOf('a.zip', joined(zip, zipSync({ 'b.md': strToU8(note(2)) }))),
  );
  expect(read).toMatchObject({
    ok: true,
    bookmarks: [{ paper: { id: 'arxiv:2401.00002' } }],
    files: [{ name: 'a.md', refused: { looksLike: 'zip' } }, { name: 'b.md' }],
  });
});

test('zips in a zip are unpacked to no more together than one may be', async () => {
  const inner = zipSync({ 'zeros.md': new Uint8Array(1_000_000) });
  const zip = zipSync(
    Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`${n}.zip`, inner])),
  );
  const source = sourceOf('a.zip', new Uint8Array(zip));
  const room = { bytes: 10_000_000, files: 1_000 };
  let [unpacked, left] = [0, 0];
  for await (const file of filesIn(source, async () => {}, room)) {
    if (file.source === null) left += 1;
    else unpacked += file.source.size;
  }
  expect([unpacked, left]).toEqual([9_000_000, 11]);
});

test('a damaged file in a zip costs itself and no other', async () => {
  const zip = new Uint8Array(
    zipSync({ 'a.md': strToU8(note(1).repeat(50)), 'b.md': strToU8(note(2).repeat(50)) }),
  );
  zip.fill(0xff, 40, 60);
  const read = await readSources(sourceOf('damaged.zip', zip));
  expect(read).toMatchObject({ ok: true, bookmarks: [{ paper: { id: 'arxiv:2401.00002' } }] });
});

test.each<[string, Uint8Array]>([
  ['one that is cut off', zipSync({ 'a.md': strToU8(note(1)) }).slice(0, 60)],
  [
    'an office program’s document',
    zipSync({ '[Content_Types].xml': strToU8('<x/>'), 'a.md': strToU8(note(1)) }),
  ],
  ['a book', zipSync({ mimetype: strToU8('application/epub+zip'), 'a.md': strToU8(note(1)) })],
])('%s is refused as a zip', async (_, zip) => {
  const read = await readSources(sourceOf('x.zip', new Uint8Array(zip)));
  expect(read).toMatchObject({ ok: false, name: 'x.zip', problem: { looksLike: 'zip' } });
});

/** A zip of one file that says that it unpacks to so many bytes. */
function claiming(zip: Uint8Array, bytes: number): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset);
  view.setUint32(22, bytes, true);
  view.setUint32(view.getUint32(zip.length - 22 + 16, true) + 24, bytes, true);
  return zip;
}

/** Characters that cannot be packed much. */
function nonsense(count: number): string {
  let state = 1;
  const next = (): string => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return String.fromCharCode(0x4e00 + (state >>> 20));
  };
  return Array.from({ length: count }, next).join('');
}

/** Two zips of one file each as one zip of two. */
function joined(
  a: Uint8Array = new Uint8Array(),
  b: Uint8Array = new Uint8Array(),
): Uint8Array<ArrayBuffer> {
  const parts = [a, b].map((zip) => {
    const directory = new DataView(zip.buffer, zip.byteOffset).getUint32(
      zip.length - 22 + 16,
      true,
    );
    return { file: zip.slice(0, directory), directory: zip.slice(directory, zip.length - 22) };
  });
  const [first, second] = parts;
  if (first === undefined || second === undefined) throw new Error('two of them');
  new DataView(second.directory.buffer).setUint32(42, first.file.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, 2, true);
  end.setUint16(10, 2, true);
  end.setUint32(12, first.directory.length + second.directory.length, true);
  end.setUint32(16, first.file.length + second.file.length, true);
  return new Uint8Array([
    ...first.file,
    ...second.file,
    ...first.directory,
    ...second.directory,
    ...new Uint8Array(end.buffer),
  ]);
}

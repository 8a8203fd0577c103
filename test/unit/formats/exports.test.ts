import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import Papa from 'papaparse';
import { type DefaultTreeAdapterTypes, parse as parseHtml } from 'parse5';
import { expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { CSV_COLUMNS } from '../../../lib/formats/csv/encode';
import { EXPORT_FORMAT_IDS, type ExportFormatId } from '../../../lib/formats/exportFormats';
import { plain } from '../../../lib/formats/plainText';
import { paperLinks } from '../../../lib/papers/ids';
import { hasUnnamedAuthors } from '../../../lib/papers/paper';
import { library } from '../arbitraries';
import { exported, exportedText } from './exported';
import { starred } from './files';
import { NASTY, plainTitle } from './nasty';

const TEXTS = EXPORT_FORMAT_IDS.filter((id) => id !== 'markdown-notes');
const TITLES = NASTY.map(({ paper }) => plainTitle(paper));

async function notes(): Promise<Map<string, string>> {
  const files = unzipSync(await exported('markdown-notes', NASTY, 3));
  return new Map(
    Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]),
  );
}

test.each(TEXTS)('%s is the golden file, byte by byte but for line ends', async (format) => {
  const golden = new URL(`./golden/${format}.txt`, import.meta.url).pathname;
  expect(existsSync(golden)).toBe(true);
  await expect(await exportedText(format, NASTY, 3)).toMatchFileSnapshot(golden);
});

test('the notes are the golden files', async () => {
  const golden = new URL('./golden/markdown-notes.txt', import.meta.url).pathname;
  expect(existsSync(golden)).toBe(true);
  const text = [...(await notes())].map(([name, note]) => `=== ${name}\n${note}`).join('\n');
  await expect(text).toMatchFileSnapshot(golden);
});

test.each(EXPORT_FORMAT_IDS)('%s writes any library, the same in any batches', async (format) => {
  await fc.assert(
    fc.asyncProperty(library, fc.integer({ min: 1, max: 7 }), async (bookmarks, batch) => {
      const whole = await exported(format, bookmarks);
      expect(await exported(format, bookmarks, batch)).toEqual(whole);
    }),
    { numRuns: 30 },
  );
});

test.each<[ExportFormatId, RegExp]>([
  ['ris', /(?<!\r)\n/],
  ['csv', /(?<!\r)\n(?=")/],
])('%s has the line ends of its format', async (format, wrong) => {
  const text = await exportedText(format, NASTY);
  expect(text).not.toMatch(wrong);
  expect(text).toContain('\r\n');
});

test('papaparse reads the table back, and no cell is a formula', async () => {
  const text = await exportedText('csv', NASTY);
  expect(text.startsWith('\ufeff"url","folder","title","note","tags","created",')).toBe(true);
  const { data, errors, meta } = Papa.parse<Record<string, string>>(text.slice(1), {
    header: true,
    skipEmptyLines: true,
  });
  expect(errors).toEqual([]);
  expect(meta.fields).toEqual([...CSV_COLUMNS]);
  const unguarded = (cell = ''): string => cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/, '');
  expect(data.map(({ title }) => unguarded(title))).toEqual(TITLES);
  expect(data.map(({ note }) => unguarded(note))).toEqual(
    NASTY.map(({ annotation }) => annotation.note),
  );
  for (const row of data) {
    for (const cell of Object.values(row)) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/);
  }
});

test('no cell of any library is a formula', async () => {
  const start = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n@', "'=", '＝');
  await fc.assert(
    fc.asyncProperty(start, fc.string(), async (sign, rest) => {
      const text = await exportedText('csv', [starred(1, sign + rest)]);
      const [row] = Papa.parse<string[]>(text.slice(1)).data.slice(1);
      for (const cell of row ?? []) expect(cell).not.toMatch(/^[=+\-@\t\r\n]/);
      // What begins with an apostrophe of its own has one more, so that taking one off gives it back.
      expect(row?.[3]?.slice(1)).toBe(plain(sign + rest));
    }),
  );
});

test('an HTML parser finds each bookmark with its title, tags and note, and nothing else', async () => {
  const nodes = (node: DefaultTreeAdapterTypes.Node): DefaultTreeAdapterTypes.Node[] => [
    node,
    ...('childNodes' in node ? node.childNodes.flatMap(nodes) : []),
  ];
  const fileText = (node: DefaultTreeAdapterTypes.Node): string =>
    nodes(node)
      .map((inner) => (inner.nodeName === '#text' && 'value' in inner ? inner.value : ''))
      .join('');
  const all = nodes(parseHtml(await exportedText('bookmarks-html', NASTY)));
  const links = all.filter(({ nodeName }) => nodeName === 'a');
  const attribute = (node: DefaultTreeAdapterTypes.Node, name: string): string | undefined =>
    'attrs' in node ? node.attrs.find((attr) => attr.name === name)?.value : undefined;
  expect(links.map(fileText)).toEqual(TITLES);
  expect(links.map((link) => attribute(link, 'href'))).toEqual(
    NASTY.map(({ paper }) => paperLinks(paper.id).page),
  );
  expect(links.map((link) => attribute(link, 'tags') ?? '')).toEqual(
    NASTY.map(({ annotation }) => annotation.tags.join(',')),
  );
  expect(links.map((link) => attribute(link, 'add_date'))).toEqual(NASTY.map(() => '1767323045'));
  const notesFound = all
    .filter(({ nodeName }) => nodeName === 'dd')
    .map((dd) => fileText(dd).trim());
  expect(notesFound).toEqual(
    NASTY.map(({ annotation }) => annotation.note).filter((note) => note !== ''),
  );
  expect(all.map(({ nodeName }) => nodeName)).not.toContain('script');
});

test('a YAML parser reads the front matter of each note', async () => {
  const files = [...(await notes()).values()];
  const heads = files.map((text) => /^---\n(.*?)\n---\n/s.exec(text)?.[1] ?? '');
  const read: Record<string, unknown>[] = heads.map((head) => parseYaml(head));
  expect(read.map(({ title }) => title)).toEqual(TITLES);
  expect(read.map(({ authors }) => authors ?? [])).toEqual(
    NASTY.map(({ paper }) => [...paper.authors, ...(hasUnnamedAuthors(paper) ? ['et al.'] : [])]),
  );
  expect(read[1]?.['tags']).toEqual(['tag-100', 'cmd', 'a-b']);
  for (const [at, { annotation }] of NASTY.entries()) {
    expect(files[at]).toContain(annotation.note.trim());
  }
});

test('any library’s notes have names that every system takes, each once', async () => {
  await fc.assert(
    fc.asyncProperty(library, async (bookmarks) => {
      const names = Object.keys(unzipSync(await exported('markdown-notes', bookmarks)));
      expect(names).toHaveLength(bookmarks.length);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
      for (const name of names) {
        expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}. -][^<>:"/\\|?*\p{Cc}]*\.md$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(230);
      }
    }),
    { numRuns: 50 },
  );
});

test('links are one address a line', async () => {
  expect((await exportedText('links', NASTY)).split('\n')).toEqual([
    ...NASTY.map(({ paper }) => paperLinks(paper.id).page),
    '',
  ]);
});

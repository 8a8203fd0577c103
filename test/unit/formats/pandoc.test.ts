import { expect, test } from 'vitest';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import { splitName } from '../../../lib/papers/names';
import { exportedText } from './exported';
import { hasPandoc, pandoc, type ReadItem, readByCitationJs } from './judges';
import { NASTY, plainTitle } from './nasty';

/** What another program read, as far as it can be compared. */
interface Read {
  title: string;
  authors: string[];
  date: string;
}

/** Pandoc makes quotes typographic; which ones is its own taste. */
function straight(text: string): string {
  return text.replace(/[“”"‘’]/g, "'");
}

/** What a program should have read. Names in brackets are literal. */
const WRITTEN: Read[] = NASTY.map(({ paper }) => ({
  title: straight(plainTitle(paper)),
  authors: paper.authors.map((name) => {
    const split = splitName(name);
    if (split.kind === 'literal') return `[${name}]`;
    return straight([split.family, split.given, split.suffix].filter(Boolean).join(', '));
  }),
  date: paper.publishedAt ?? '',
}));

function readOf(item: ReadItem): Read {
  const parts = item.issued?.['date-parts']?.[0] ?? [];
  return {
    title: straight(item.title.replace(/<\/?span[^>]*>/g, '').replace('<sup>2</sup>', '²')),
    authors: (item.author ?? []).map((name) => {
      if (name['literal'] !== undefined) return `[${name['literal']}]`;
      const particles = [name['non-dropping-particle'], name['dropping-particle'], name['family']];
      const family = particles.filter(Boolean).join(' ');
      return straight([family, name['given'], name['suffix']].filter(Boolean).join(', '));
    }),
    date: parts.map((part) => String(part).padStart(2, '0')).join('-'),
  };
}

/** Formats have no word for "and more authors" but BibTeX's, which pandoc takes for a name. */
function withoutOthers(read: Read): Read {
  return { ...read, authors: read.authors.filter((name) => name !== '[others]') };
}

// skipped without pandoc, which `npm test` installs where apt has it
test.skipIf(!hasPandoc).each<[ExportFormatId, string]>([
  ['bibtex', 'bibtex'],
  ['biblatex', 'biblatex'],
  ['csl-json', 'csljson'],
])('pandoc reads the titles, authors and dates of %s (needs pandoc)', async (format, reader) => {
  const items: ReadItem[] = JSON.parse(
    pandoc(await exportedText(format, NASTY), reader, 'csljson'),
  );
  const asRead = (written: Read): Read => {
    if (format === 'csl-json') return written;
    // Pandoc does not know \textbraceright, which only a brace without a partner needs; this formula stays a formula to it.
    const title = written.title.replace('}not{', 'not').replace('O(n²)', '\\mathcal{O}(n^2)');
    return { ...written, title };
  };
  expect(items.map(readOf).map(withoutOthers)).toEqual(WRITTEN.map(asRead));
});

test.skipIf(!hasPandoc)('pandoc reads citation keys, each once (needs pandoc)', async () => {
  const twice = NASTY.flatMap((bookmark) => [bookmark, bookmark, bookmark]);
  const text = await exportedText('bibtex', twice);
  const items: { id: string }[] = JSON.parse(pandoc(text, 'bibtex', 'csljson'));
  expect(new Set(items.map(({ id }) => id)).size).toBe(twice.length);
});

/** A document of pandoc, as far as it is looked at. */
interface Block {
  t: string;
  c: unknown;
}

// skipped without pandoc, which `npm test` installs where apt has it
test.skipIf(!hasPandoc).each(['markdown-smart', 'gfm', 'commonmark'])(
  'pandoc finds one heading for each paper, with its title, in %s (needs pandoc)',
  async (reader) => {
    const text = await exportedText('markdown', NASTY);
    const { blocks }: { blocks: Block[] } = JSON.parse(pandoc(text, reader, 'json'));
    const headings = blocks.filter(({ t }) => t === 'Header');
    expect(headings).toHaveLength(1 + NASTY.length);
    const document = (block: Block): string => {
      const content = Array.isArray(block.c) ? block.c[2] : [];
      const whole = {
        'pandoc-api-version': [1, 22, 1],
        meta: {},
        blocks: [{ t: 'Plain', c: content }],
      };
      return pandoc(JSON.stringify(whole), 'json', 'plain').trim();
    };
    expect(headings.slice(1).map(document)).toEqual(NASTY.map(({ paper }) => plainTitle(paper)));
    expect(blocks.filter(({ t }) => t === 'BlockQuote')).toHaveLength(
      NASTY.filter(({ annotation }) => annotation.note !== '').length,
    );
    expect(blocks.filter(({ t }) => t === 'RawBlock' || t === 'CodeBlock')).toEqual([]);
  },
);

test('citation-js reads the titles, authors, dates, tags and notes of RIS', async () => {
  const items = readByCitationJs(await exportedText('ris', NASTY));
  // It takes a single word for a family name.
  const oneWord = (read: Read): Read => ({
    ...read,
    authors: read.authors.map((name) => name.replace(/^\[(\S+)\]$/, '$1')),
  });
  expect(items.map(readOf)).toEqual(WRITTEN.map(oneWord));
  const spaced = (text: unknown): string => String(text ?? '').replace(/\s+/g, ' ');
  expect(items.map(({ keyword, note }) => [spaced(keyword), spaced(note)])).toEqual(
    NASTY.map(({ annotation: { tags, note } }) => [tags.join(','), spaced(note)]),
  );
});

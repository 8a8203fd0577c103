import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { paperLinks } from '../../../lib/papers/ids';
import { library } from '../arbitraries';
import { exportedText } from './exported';
import { bookmarksIn } from './files';
import { NASTY, plainTitle } from './nasty';
import { read } from './reading';

/** What every format that is read back must keep. */
function kept({ paper, annotation }: Bookmark) {
  return {
    id: paper.id,
    title: spaced(plainTitle(paper)),
    tags: annotation.tags,
    note: spaced(annotation.note),
  };
}

/** Line ends and spaces are each format's own. */
function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

test.each<ExportFormatId>(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv', 'bookmarks-html'])(
  'what is exported as %s comes back: ids, titles, tags and notes',
  async (format) => {
    const { decoded } = await read(await exportedText(format, NASTY));
    const written = NASTY.map(kept).map((one) =>
      // In a bibliography `<b>` is bold, and nobody's title has it otherwise.
      ['csv', 'bookmarks-html'].includes(format)
        ? one
        : { ...one, title: one.title.replace('<b>tag</b> &amp;', 'tag &') },
    );
    expect(bookmarksIn(decoded).map(kept)).toEqual(written);
  },
);

test.each<ExportFormatId>(['bibtex', 'biblatex', 'csl-json', 'csv'])(
  'authors and days come back from %s',
  async (format) => {
    const { decoded } = await read(await exportedText(format, NASTY));
    expect(bookmarksIn(decoded).map(({ paper }) => [paper.authors, paper.publishedAt])).toEqual(
      NASTY.map(({ paper }) => [paper.authors, paper.publishedAt]),
    );
  },
);

test.each<ExportFormatId>(['markdown', 'links'])('%s names each paper', async (format) => {
  const { decoded } = await read(await exportedText(format, NASTY));
  const ids = bookmarksIn(decoded).map(({ paper }) => paper.id);
  expect(new Set(ids)).toEqual(new Set(NASTY.map(({ paper }) => paper.id)));
});

test.each<ExportFormatId>(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv', 'json'])(
  'a paper that only a publisher’s DOI names comes back from %s',
  async (format) => {
    const [first] = NASTY;
    if (first === undefined) throw new Error('no sample');
    const id = 'doi:10.1007/978-3-030-_x(1)';
    const one = { ...first, paper: { ...first.paper, id } as const };
    const { decoded } = await read(await exportedText(format, [one]));
    expect(bookmarksIn(decoded).map(({ paper }) => paper.id)).toEqual([id]);
  },
);

test.each<ExportFormatId>(['bibtex', 'ris', 'csl-json', 'csv', 'bookmarks-html'])(
  'no paper of any library is lost on the way through %s',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(library, async (bookmarks) => {
        if (bookmarks.length === 0) return;
        const { decoded } = await read(await exportedText(format, bookmarks));
        expect(bookmarksIn(decoded).map(({ paper }) => paperLinks(paper.id).page)).toEqual(
          bookmarks.map(({ paper }) => paperLinks(paper.id).page),
        );
      }),
      { numRuns: 30 },
    );
  },
);

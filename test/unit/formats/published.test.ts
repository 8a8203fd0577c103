import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyAs } from '../../../lib/formats/copying';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { library } from '../arbitraries';
import { exportedText } from './exported';
import { bookmarksIn, starred } from './files';
import { hasPandoc, pandoc, readByCitationJs } from './judges';
import { read } from './reading';

function published(publishedAt: string): Bookmark {
  const { paper, annotation } = starred(1);
  return { paper: { ...paper, publishedAt }, annotation };
}

/** The date that comes out of a text of any format. */
async function dateOf(text: string): Promise<string | undefined> {
  const { decoded } = await read(text);
  return bookmarksIn(decoded)[0]?.paper.publishedAt;
}

const entry = (fields: string): string => `@misc{a, title={Nets}, eprint={2401.10331}, ${fields}}`;

describe('BibTeX says a date in many ways', () => {
  test.each([
    ['year={2017}', '2017'],
    ['year=2017', '2017'],
    ['year={{2017}}', '2017'],
    ['year={2017}, month=jun', '2017-06'],
    ['year={2017}, month={jun}', '2017-06'],
    ['year={2017}, month="June"', '2017-06'],
    ['year={2017}, month={6}', '2017-06'],
    ['year={2017}, month=06, day={3}', '2017-06-03'],
    ['year={2017}, month={jun}, day={3}', '2017-06-03'],
    ['year=2017, month=jun # "~3"', '2017-06-03'],
    ['year=2017, month="3~" # jun', '2017-06-03'],
    ['year=2017, month={June~3}', '2017-06-03'],
    ['year=2017, month={Sep--Oct}', '2017-09'],
    ["year=2017, month={f{\\'e}vrier}", '2017-02'],
    ['date={2017}', '2017'],
    ['date={2017-06}', '2017-06'],
    ['date={2017-06-03}', '2017-06-03'],
    ['date={2017-06/2017-09}', '2017-06'],
    ['date={2017}, year={2017}, month=jun', '2017-06'],
    ['date={2017}, year={2018}, month=jun', '2017'],
    ['year={forthcoming}', undefined],
    ['year={n.d.}, month=jun', undefined],
  ])('%s', async (fields, date) => {
    expect(await dateOf(entry(fields))).toBe(date);
  });

  test('a string may stand for a month or a year', async () => {
    const strings = '@string{summer = "June"}\n@string{thisyear = 2017}\n';
    expect(await dateOf(strings + entry('year=thisyear, month=summer'))).toBe('2017-06');
  });
});

test.each([
  ['PY  - 2017', '2017'],
  ['PY  - 2017///', '2017'],
  ['PY  - 2017/06//', '2017-06'],
  ['Y1  - 2017/06/12/', '2017-06-12'],
  ['Y1  - 2017', '2017'],
  ['DA  - 2017/06/12', '2017-06-12'],
  ['DA  - 2017-06', '2017-06'],
  ['PY  - 2017\nDA  - Jun 12', '2017-06-12'],
  ['PY  - 2017\nDA  - June', '2017-06'],
  ['DA  - 2017/06/12/\nPY  - 2017', '2017-06-12'],
])('RIS: %j is %s', async (lines, date) => {
  expect(await dateOf(`TY  - JOUR\nTI  - Nets\nAN  - arXiv:2401.10331\n${lines}\nER  - `)).toBe(
    date,
  );
});

test.each([
  [{ 'date-parts': [[2017]] }, '2017'],
  [{ 'date-parts': [['2017', '6']] }, '2017-06'],
  [{ 'date-parts': [[2017, 6, 12]] }, '2017-06-12'],
  [
    {
      'date-parts': [
        [2017, 6],
        [2017, 9],
      ],
    },
    '2017-06',
  ],
  [{ 'date-parts': [[null]] }, undefined],
  [{ raw: '2017-06' }, '2017-06'],
  [{ literal: 'June 2017' }, '2017-06'],
  [{ 'date-parts': [[2017]], season: 2 }, '2017'],
  ['2017-06-12', '2017-06-12'],
  [2017, '2017'],
])('CSL: %j is %s', async (issued, date) => {
  const item = { id: 'a', type: 'article', title: 'Nets', number: 'arXiv:2401.10331', issued };
  expect(await dateOf(JSON.stringify([item]))).toBe(date);
});

test.each([
  ['Title,Url,Date', '2017-06', '2017-06'],
  ['Title,Url,Publication Year', '2017', '2017'],
  ['Title,Url,Year', '2017', '2017'],
  ['Title,Url,Published', 'June 2017', '2017-06'],
])('a table headed %s', async (head, cell, date) => {
  expect(await dateOf(`${head}\nNets,https://arxiv.org/abs/2401.10331,${cell}\n`)).toBe(date);
});

test('a table may have the year in one column and the date in another', async () => {
  const head = 'Title,Url,Publication Year,Date';
  const row = 'Nets,https://arxiv.org/abs/2401.10331,2017,2017-06-12';
  expect(await dateOf(`${head}\n${row}\n`)).toBe('2017-06-12');
});

test.each([
  ['2017', 'year = {2017}', 'PY  - 2017', '[[2017]]', '(2017)'],
  ['2017-06', 'month = jun', 'DA  - 2017/06//', '[[2017,6]]', '(2017)'],
  ['2017-06-12', 'day = {12}', 'DA  - 2017/06/12/', '[[2017,6,12]]', '(2017)'],
])('%s is written as such in each format', async (date, bibtex, ris, csl, citation) => {
  const one = published(date);
  expect(await exportedText('bibtex', [one])).toContain(bibtex);
  expect(await exportedText('biblatex', [one])).toContain(`date = {${date}}`);
  expect(await exportedText('ris', [one])).toContain(ris);
  expect(await exportedText('csl-json', [one])).toContain(csl);
  expect(await exportedText('markdown', [one])).toContain(` · ${date} · `);
  expect(await exportedText('csv', [one])).toContain(`"${date}"`);
  expect(copyAs(one.paper, 'citation')).toContain(citation);
  expect(copyAs(one.paper, 'bibtex')).toMatch(/^@misc\{lovelace2017paper1,/);
});

test('what is not known of a date is not written', async () => {
  expect(await exportedText('bibtex', [published('2017')])).not.toMatch(/month|day/);
  expect(await exportedText('bibtex', [published('2017-06')])).not.toContain('day');
  expect(await exportedText('ris', [published('2017')])).toContain('DA  - 2017///\r\n');
});

test.each<ExportFormatId>(['json', 'bibtex', 'biblatex', 'ris', 'csl-json', 'csv'])(
  'a year, a month or a day comes back from %s as it was',
  async (format) => {
    await fc.assert(
      fc.asyncProperty(library, async (bookmarks) => {
        if (bookmarks.length === 0) return;
        const { decoded } = await read(await exportedText(format, bookmarks));
        expect(bookmarksIn(decoded).map(({ paper }) => paper.publishedAt)).toEqual(
          bookmarks.map(({ paper }) => paper.publishedAt),
        );
      }),
      { numRuns: 50 },
    );
  },
);

test.each(['2017', '2017-06', '2017-06-12'])('a note that is exported says %s', async (date) => {
  const { noteOf } = await import('../../../lib/formats/notes/note');
  expect(await dateOf(noteOf(published(date)))).toBe(date);
});

test.each(['2017', '2017-06', '2017-06-12'])('other programs read %s', async (date) => {
  const parts = date.split('-').map(Number);
  const [item] = readByCitationJs(await exportedText('ris', [published(date)]));
  expect(item?.issued?.['date-parts']?.[0]?.map(Number)).toEqual(parts);
  if (!hasPandoc) return;
  for (const format of ['bibtex', 'biblatex'] as const) {
    const [read] = JSON.parse(
      pandoc(await exportedText(format, [published(date)]), format, 'csljson'),
    );
    expect(read.issued['date-parts']).toEqual([parts]);
  }
});

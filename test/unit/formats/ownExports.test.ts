import { expect, test } from 'vitest';
import { EXPORT_FORMATS, type ExportFormatId } from '../../../lib/formats/exportFormats';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { bookmarksIn, META, starred } from './files';
import { read } from './reading';

const NOTE = 'My *note* {x} 100% $5 _a_ "q", `code`\n\n- list <b>\n\n=1+1';
const FIRST = starred(1, NOTE);
const FULL: Bookmark[] = [
  {
    paper: { ...FIRST.paper, title: 'A {B} of $\\alpha$ & "C": 5%', publishedAt: '2025-04-01' },
    annotation: { ...FIRST.annotation, tags: ['ml/rl', 'to keep'], status: 'reading' },
  },
  {
    paper: { id: 'hf:some-report', title: '=SUM(A1)', authors: ['Ada Lovelace'] },
    annotation: { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), note: '@risky' },
  },
];

async function exported(id: ExportFormatId): Promise<string> {
  const writer = (await EXPORT_FORMATS[id].load())(META);
  return [writer.head(), writer.records(FULL), writer.tail()].join('');
}

test.each<ExportFormatId>([
  'json',
  'bibtex',
  'biblatex',
  'ris',
  'csl-json',
  'csv',
  'bookmarks-html',
])('titles, tags and notes of our own %s come back as they were', async (id) => {
  const back = bookmarksIn((await read(await exported(id), 50)).decoded);
  const said = ({ paper, annotation: { tags, note } }: Bookmark) => [
    paper.id,
    // Only our own format keeps TeX.
    id === 'json' ? paper.title : paper.title.replace('$\\alpha$', 'α'),
    tags,
    note,
  ];
  expect(back.map(said)).toEqual(FULL.map(said));
});

test.each<ExportFormatId>(['markdown', 'links'])(
  'the papers of our own %s come back',
  async (id) => {
    const back = bookmarksIn((await read(await exported(id), 50)).decoded);
    expect(back.map(({ paper }) => paper.id)).toEqual(FULL.map(({ paper }) => paper.id));
  },
);

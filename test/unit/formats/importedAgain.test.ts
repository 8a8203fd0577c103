import { expect, test } from 'vitest';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { generatedAnnotation, generatedPaper } from '../../bench/library';
import { fakeLibrary, openImport } from '../../fakes/importing';
import { exported } from './exported';

const rows: Bookmark[] = Array.from({ length: 300 }, (_, n) => ({
  paper: generatedPaper(n),
  annotation: generatedAnnotation(n),
}));

test.each<ExportFormatId>([
  'json',
  'bibtex',
  'biblatex',
  'ris',
  'csl-json',
  'csv',
  'bookmarks-html',
  'markdown',
  'links',
])('a library that is exported as %s and imported again is as it was', async (format) => {
  const { importing, last } = openImport(fakeLibrary(rows));
  await importing.choose(new File([await exported(format, rows)] as BlobPart[], 'export'));
  expect(last()).toMatchObject({ step: 'preview', newCount: 0, mergeCount: 0, sameCount: 300 });
});

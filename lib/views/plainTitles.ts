import { plainNoteNow, plainTextNow, readingFormulas, readingTex } from '../maths/onDemand';
import type { Bookmark } from '../papers/bookmark';
import type { LibraryReader } from '../store/reader';

type Reading = Pick<LibraryReader, 'first' | 'bookmarks' | 'papers'>;

/** A reader that waits with papers until their titles and notes can be shown: what reads TeX is loaded with the first that needs it. */
export function withPlainTitles(reader: Reading): Reading {
  /** Without what reads them they are shown as their site has them, or as they were typed. */
  async function readied<T>(
    read: Promise<T[]>,
    textsOf: (row: T) => { title: string; note?: string },
  ): Promise<T[]> {
    const rows = await read;
    const texts = rows.map(textsOf);
    await Promise.all([
      texts.some(({ title }) => plainTextNow(title) === null) && readingTex.load(),
      texts.some(({ note = '' }) => plainNoteNow(note) === null) && readingFormulas.load(),
    ]).catch(() => {});
    return rows;
  }

  function textsOf({ paper, annotation }: Bookmark): { title: string; note: string } {
    return { title: paper.title, note: annotation.note };
  }

  return {
    first: (count) => readied(reader.first(count), textsOf),
    bookmarks: (ids) => readied(reader.bookmarks(ids), textsOf),
    papers: (ids) => readied(reader.papers(ids), ({ title }) => ({ title })),
  };
}

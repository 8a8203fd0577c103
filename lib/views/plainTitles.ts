import { plainTextNow, readingTex } from '../maths/onDemand';
import type { Paper } from '../papers/paper';
import type { LibraryReader } from '../store/reader';

type Reading = Pick<LibraryReader, 'first' | 'bookmarks' | 'papers'>;

/** A reader that waits with papers until their titles can be shown: what reads TeX is loaded with the first that needs it. */
export function withPlainTitles(reader: Reading): Reading {
  async function readied<T>(read: Promise<T[]>, paperOf: (row: T) => Paper): Promise<T[]> {
    const rows = await read;
    if (rows.some((row) => plainTextNow(paperOf(row).title) === null)) {
      // Without it they are shown as their site has them.
      await readingTex.load().catch(() => {});
    }
    return rows;
  }

  return {
    first: (count) => readied(reader.first(count), ({ paper }) => paper),
    bookmarks: (ids) => readied(reader.bookmarks(ids), ({ paper }) => paper),
    papers: (ids) => readied(reader.papers(ids), (paper) => paper),
  };
}

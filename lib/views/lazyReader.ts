import type { LibraryReader } from '../store/reader';

/** What a page of few parts asks of a reader. */
type Asked = Pick<
  LibraryReader,
  | 'first'
  | 'bookmarks'
  | 'papers'
  | 'scan'
  | 'count'
  | 'tags'
  | 'history'
  | 'trashed'
  | 'searches'
  | 'tagColours'
  | 'dismissed'
  | 'dismissedOf'
>;

/** A reader that opens the library when it is first asked, and again after that failed. */
export function lazyReader(openReader: () => Promise<LibraryReader>): Asked {
  let opening: Promise<LibraryReader> | null = null;

  async function opened(): Promise<LibraryReader> {
    opening ??= openReader();
    try {
      return await opening;
    } catch (error) {
      opening = null;
      throw error;
    }
  }

  return {
    first: async (count) => (await opened()).first(count),
    bookmarks: async (ids) => (await opened()).bookmarks(ids),
    papers: async (ids) => (await opened()).papers(ids),
    scan: async (visit, signal) => (await opened()).scan(visit, signal),
    count: async () => (await opened()).count(),
    tags: async () => (await opened()).tags(),
    trashed: async (ids) => (await opened()).trashed(ids),
    history: async (ids) => (await opened()).history(ids),
    searches: async () => (await opened()).searches(),
    tagColours: async () => (await opened()).tagColours(),
    dismissed: async () => (await opened()).dismissed(),
    dismissedOf: async (ids) => (await opened()).dismissedOf(ids),
  };
}

import type { Incoming } from '../papers/bookmark';
import type { SearchesAndColours } from '../papers/searchesAndColours';

/** What one message of an import carries. */
export interface StagedTogether {
  bookmarks: Incoming[];
  shelves?: SearchesAndColours | undefined;
}

/** Most bookmarks in one part of an import, and about how many characters: a message has a limit of 64 MB. */
const PART = { bookmarks: 500, characters: 4_000_000 };

/** An import in parts of which each fits into a message, made one by one as they are sent. */
export function* partsOf(
  bookmarks: readonly Incoming[],
  shelves: SearchesAndColours,
): Generator<StagedTogether, void, void> {
  let part: Incoming[] = [];
  let size = 0;
  for (const bookmark of bookmarks) {
    const added = sizeOf(bookmark);
    if (part.length === PART.bookmarks || (part.length > 0 && size + added > PART.characters)) {
      yield { bookmarks: part };
      part = [];
      size = 0;
    }
    part.push(bookmark);
    size += added;
  }
  if (part.length > 0) yield { bookmarks: part };
  yield* searchParts(shelves);
}

function* searchParts({
  searches,
  colours,
  dismissed = [],
}: SearchesAndColours): Generator<StagedTogether, void, void> {
  for (
    let at = 0;
    at < Math.max(searches.length, colours.length, dismissed.length);
    at += PART.bookmarks
  ) {
    const end = at + PART.bookmarks;
    const papers = dismissed.slice(at, end);
    const shelves = {
      searches: searches.slice(at, end),
      colours: colours.slice(at, end),
      ...(papers.length > 0 ? { dismissed: papers } : {}),
    };
    yield { bookmarks: [], shelves };
  }
}

function sizeOf({ paper, annotation, extra }: Incoming): number {
  const unknown = extra === undefined ? 0 : JSON.stringify(extra).length;
  const texts = [paper.abstract ?? '', annotation.note, ...paper.authors, ...annotation.tags];
  return texts.reduce((size, text) => size + text.length, 2_000 + unknown);
}

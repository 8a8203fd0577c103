import type { Incoming } from '../papers/bookmark';

/** Most bookmarks in one part of an import, and about how many characters: a message has a limit of 64 MB. */
const PART = { bookmarks: 500, characters: 4_000_000 };

/** Bookmarks in parts of which each fits into a message. */
export function partsOf(bookmarks: readonly Incoming[]): Incoming[][] {
  const parts: Incoming[][] = [];
  let part: Incoming[] = [];
  let size = 0;
  for (const bookmark of bookmarks) {
    const added = sizeOf(bookmark);
    if (part.length === PART.bookmarks || (part.length > 0 && size + added > PART.characters)) {
      parts.push(part);
      part = [];
      size = 0;
    }
    part.push(bookmark);
    size += added;
  }
  return part.length === 0 ? parts : [...parts, part];
}

function sizeOf({ paper, annotation, extra }: Incoming): number {
  const unknown = extra === undefined ? 0 : JSON.stringify(extra).length;
  return 2_000 + (paper.abstract?.length ?? 0) + annotation.note.length + unknown;
}

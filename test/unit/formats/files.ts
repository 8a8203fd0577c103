import type { Decoded } from '../../../lib/formats/decoded';
import { decodeLibrary } from '../../../lib/formats/json/decode';
import { libraryEncoder } from '../../../lib/formats/json/encode';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';

export const META = {
  exportedAt: '2026-10-01T08:00:00.000Z',
  app: { name: 'Asterism', version: '0.1.0' },
};
export const AT = '2026-11-11T11:11:11.000Z';

/** The text of an exported file. */
export function encode(bookmarks: readonly Bookmark[], batch = 500): string {
  const encoder = libraryEncoder(META);
  const parts = [encoder.head()];
  for (let at = 0; at < bookmarks.length; at += batch) {
    parts.push(encoder.records(bookmarks.slice(at, at + batch)));
  }
  return [...parts, encoder.tail()].join('');
}

/** All that comes out of a file that arrives in pieces of this size. */
export async function decode(text: string, size = text.length || 1): Promise<Decoded[]> {
  async function* chunks(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
  }
  const all: Decoded[] = [];
  for await (const decoded of decodeLibrary(chunks(), AT)) all.push(decoded);
  return all;
}

/** The bookmarks among what came out. */
export function bookmarksIn(decoded: readonly Decoded[]): Bookmark[] {
  return decoded.flatMap((item) => (item.kind === 'bookmark' ? [item.bookmark] : []));
}

/** A starred paper. */
export function starred(number: number, note = ''): Bookmark {
  return {
    paper: {
      id: `arxiv:2504.${String(number).padStart(5, '0')}`,
      title: `Paper ${number}`,
      authors: ['Ada Lovelace'],
    },
    annotation: {
      ...emptyAnnotation('2026-01-01T00:00:00.000Z'),
      starred: true,
      starredAt: '2026-01-01T00:00:00.000Z',
      note,
    },
  };
}

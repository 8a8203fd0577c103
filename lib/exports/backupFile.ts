import { dayOf } from '../backup/generations';
import type { Restored } from '../backup/restoring';
import { libraryEncoder } from '../formats/json/encode';
import type { ExportMeta } from '../formats/json/envelope';
import type { Pace } from '../yielding';

/** Bookmarks that are written at once. */
const BATCH = 500;

/** A state of the copy as the file that an export would have made of it then. */
export async function copyAsFile(
  { bookmarks, searchesAndColours }: Pick<Restored, 'bookmarks' | 'searchesAndColours'>,
  at: string,
  app: ExportMeta['app'],
  pace: Pace,
): Promise<File> {
  const { searches, colours, dismissed = [] } = searchesAndColours;
  const tagColours = colours.map(({ tag, colour }) => ({ tag, colour }));
  const encoder = libraryEncoder({ exportedAt: at, app, searches, tagColours, dismissed });
  const pieces = [encoder.head()];
  for (let from = 0; from < bookmarks.length; from += BATCH) {
    pieces.push(encoder.records(bookmarks.slice(from, from + BATCH)));
    await pace();
  }
  pieces.push(encoder.tail());
  const name = `asterism-copy-${dayOf(new Date(at))}.json`;
  return new File(pieces, name, { type: 'application/json' });
}

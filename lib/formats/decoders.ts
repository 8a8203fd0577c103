import { beginningOf } from './beginning';
import type { Decoded, Decoder } from './decoded';
import { BEGINNING, detect, type FileFormat, foreignKind } from './detect';
import { decodeEntries, type Found } from './entries';
import { normalised } from './lines';

type Finder = (chunks: AsyncIterable<string>, at: string, name?: string) => AsyncIterable<Found>;

/** Each format's decoder, which no page loads before a file of that format is there. */
const DECODERS: Readonly<Record<FileFormat, () => Promise<Decoder>>> = {
  asterism: async () => (await import('./json/decode')).decodeLibrary,
  paperMemory: async () => bibliography((await import('./paperMemory/decode')).findInPaperMemory),
  list: async () => links((await import('./list/decode')).findInList),
  item: async () => {
    const { findInList } = await import('./list/decode');
    return links((chunks, at) => findInList(inBrackets(chunks), at));
  },
  listWithin: async () => links((await import('./list/decode')).findInListWithin),
  zotero: async () => bibliography((await import('./zotero/decode')).findInZotero),
  anyJson: async () => links((await import('./anyJson/decode')).findInAnyJson),
  bibtex: async () => bibliography((await import('./bibtex/decode')).findInBibtex),
  ris: async () => bibliography((await import('./ris/decode')).findInRis),
  endnote: async () => bibliography((await import('./endnote/decode')).findInEndnote),
  csv: async () => links((await import('./csv/decode')).findInTable),
  bookmarksHtml: async () => links((await import('./bookmarksHtml/decode')).findInBookmarks),
  note: async () => links((await import('./notes/decode')).findInNote),
  text: async () => links((await import('./text/decode')).findInText),
};

/** Formats in which the blanks before the first word say where a column or an item begins. */
const INDENTED: ReadonlySet<FileFormat> = new Set(['csv', 'text']);

/**
 * Reads a file of any format as it comes; never throws for what is in it. `onFormat` is told what it is as soon as that
 * is known. A file in which nothing is found is refused. `name` is the file's: what it is its content says.
 */
export async function* decode(
  chunks: AsyncIterable<string>,
  at: string,
  onFormat: (format: FileFormat) => void = () => {},
  name?: string,
): AsyncGenerator<Decoded, void, void> {
  const text = normalised(chunks);
  const { blankLines, indent, begun } = await beginningOf(text);
  if (begun === '') return yield { kind: 'refused', problem: { code: 'emptyFile' } };
  const format = detect(begun);
  if (format === null) {
    const looksLike = foreignKind(begun);
    return yield { kind: 'refused', problem: { code: 'foreign', looksLike } };
  }
  onFormat(format);
  const read = await DECODERS[format]();
  let isEmpty = true;
  const first = INDENTED.has(format) ? indent + begun : begun;
  for await (const decoded of read(joined(blankLines, first, text), at, name)) {
    isEmpty = false;
    yield decoded;
  }
  if (isEmpty && format !== 'asterism') {
    yield { kind: 'refused', problem: { code: 'nothingFound' } };
  }
}

/** A format that describes papers. */
function bibliography(find: Finder): Decoder {
  return (chunks, at, name) => decodeEntries(find(chunks, at, name), at, 'bibliography');
}

/** A format whose titles are what links are called; what has authors is read as a bibliography all the same. */
function links(find: Finder): Decoder {
  return (chunks, at, name) => decodeEntries(find(chunks, at, name), at, 'link');
}

async function* joined(
  blankLines: number,
  begun: string,
  rest: AsyncIterable<string>,
): AsyncGenerator<string> {
  for (let left = blankLines; left > 0; left -= BEGINNING) {
    yield '\n'.repeat(Math.min(left, BEGINNING));
  }
  yield begun;
  yield* rest;
}

/** One value as a list of one. */
async function* inBrackets(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  yield '[';
  yield* chunks;
  yield ']';
}

/** How a file's bytes are text: by the name that `TextDecoder` has, or `damaged utf-8`, UTF-8 with places that are none. */
export type Encoding = string;

/** The encoding of a file that begins so; null if it is not text. UTF-8 is an assumption until all of it was read. */
export function encodingOf(beginning: Uint8Array): Encoding | null {
  const [first, second] = beginning;
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  let controls = 0;
  beginning.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) controls++;
  });
  const [even = 0, odd = 0] = zeros;
  const half = beginning.length / 2;
  // Latin text has a zero in every other byte, and text of other scripts has spaces, digits and line ends.
  const isText = controls < half * 0.3;
  if (isText && odd > half * 0.1 && even < odd / 8) return 'utf-16le';
  if (isText && even > half * 0.1 && odd < even / 8) return 'utf-16be';
  // A text may have a stray one; a program's file is full of them.
  return even + odd + controls > Math.max(8, beginning.length * 0.05) ? null : 'utf-8';
}

/**
 * The encoding of bytes that are not all UTF-8: by what there is more of, characters of several bytes or bytes that are
 * part of none. So one bad byte does not garble a whole file of accents, and a file in Latin-1, in which only chance
 * makes a character of UTF-8, is read as what it is: as what it says that it is, or else as Windows-1252, which has all
 * that Latin-1 can print.
 */
export async function weigh(
  pieces: AsyncIterable<Uint8Array>,
  declared: Encoding | null,
): Promise<Encoding> {
  let [characters, strays, due] = [0, 0, 0];
  for await (const bytes of pieces) {
    for (const byte of bytes) {
      const continues = byte >= 0x80 && byte < 0xc0;
      if (due > 0 && continues) {
        if (--due === 0) characters++;
        continue;
      }
      if (due > 0) strays++;
      due =
        byte >= 0xc2 && byte < 0xe0
          ? 1
          : byte >= 0xe0 && byte < 0xf0
            ? 2
            : byte >= 0xf0 && byte < 0xf5
              ? 3
              : 0;
      if (due === 0 && byte >= 0x80) strays++;
    }
  }
  if (characters > strays) return 'damaged utf-8';
  return declared === null || /^utf-/.test(declared) ? 'windows-1252' : declared;
}

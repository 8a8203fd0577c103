/** Tags that are shown in a row, where all have room. */
const MOST = 6;
/** A chip that is shortened to this width can still be read: a dozen letters, in pixels. */
export const READABLE = 96;
/** Around the letters of a chip, its colour's dot included, and between two chips. */
const AROUND = 26;
const GAP = 5;
/** What "+2" takes. */
const MORE = 30;
/** A letter of a chip, and one as wide as it is high. */
const LETTER = 6.6;
const WIDE_LETTER = 11.5;
const WIDE = /[\p{scx=Han}\p{scx=Hira}\p{scx=Kana}\p{scx=Hang}\p{ExtPict}]/u;

/** The least width of a tag's chip, in pixels where letters are as large as we made them. */
export function leastChip(tag: string): number {
  let width = AROUND;
  for (const letter of tag) {
    width += WIDE.test(letter) ? WIDE_LETTER : LETTER;
    if (width >= READABLE) return READABLE;
  }
  return Math.ceil(width);
}

/** How many of a paper's tags have room as chips that can be read, the number of the others beside them: one at least. */
export function chipsIn(room: number, tags: readonly string[]): number {
  let used = 0;
  for (const [at, tag] of tags.entries()) {
    used += leastChip(tag) + (at > 0 ? GAP : 0);
    const others = at + 1 < tags.length ? MORE : 0;
    if (at > 0 && (at >= MOST || used + others > room)) return at;
  }
  return tags.length;
}

/** Between two notes that were merged, a line of its own. */
export const NOTE_SEPARATOR = '\n\n---\n\n';

/** How often a note is looked for in another one, before it counts as another text. */
const MOST_TRIES = 1_000;

/**
 * A note after the reader typed `note` over `was`, whatever was stored meanwhile: what was typed replaces the text it
 * was typed over where that is the whole note or some blocks of it; otherwise both are kept. The same typing carried out
 * twice, or sent again after what was typed next, does what it does once.
 */
export function typedOver(stored: string, was: string, note: string): string {
  if (was === note) return stored;
  if (stored === was) return note;
  if (isBlank(note)) return retyped(stored, was, '') ?? stored;
  return replaced(stored, was, note) ?? retyped(stored, was, note) ?? kept(stored, was, note);
}

/** A note with a block in the place of another one, once; null where it has neither. */
function replaced(stored: string, was: string, note: string): string | null {
  const place = aroundBlock(stored, note) ?? aroundBlock(stored, was);
  if (place === null) return null;
  const [before, after] = place;
  return [withoutBlock(before, was), note, withoutBlock(after, was)]
    .filter((text) => text !== '')
    .join(NOTE_SEPARATOR);
}

/** A note after some of its blocks were typed over, though others are not there any more; null where those are not. */
function retyped(stored: string, was: string, note: string): string | null {
  const [oldBlocks, newBlocks] = changedBlocks(was, note);
  if (isBlank(newBlocks)) return withoutBlock(stored, oldBlocks);
  const after = replaced(stored, oldBlocks, newBlocks);
  // All of what was typed over would be replaced the second time.
  return after === null || aroundBlock(after, was) !== null ? null : after;
}

/** Both notes; what is being typed stays a block of its own in one that begins alike, since the next letter may differ. */
function kept(stored: string, was: string, note: string): string {
  if (isBlank(stored) || holds(note, stored)) return note;
  const [first, second] = note + NOTE_SEPARATOR + stored === was ? [stored, note] : [note, stored];
  return first + NOTE_SEPARATOR + second; // never `was`: it would be replaced the second time
}

/** The blocks that two texts do not begin or end with in common: of a merged note one is typed in. */
function changedBlocks(was: string, note: string): [was: string, note: string] {
  const [a, b] = [was.split(NOTE_SEPARATOR), note.split(NOTE_SEPARATOR)];
  const most = Math.min(a.length, b.length);
  let start = 0;
  while (start < most && a[start] === b[start]) start++;
  let end = 0;
  while (end < most - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  return [
    a.slice(start, a.length - end).join(NOTE_SEPARATOR),
    b.slice(start, b.length - end).join(NOTE_SEPARATOR),
  ];
}

/** Two notes as one: that which has all of the other, or both, the newer first. */
export function joinNotes(newer: string, older: string): string {
  if (isBlank(newer)) return isBlank(older) ? longer(newer, older) : older;
  if (isBlank(older) || holds(newer, older)) return newer;
  if (holds(older, newer)) return older;
  return newer + NOTE_SEPARATOR + older;
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}

function longer(a: string, b: string): string {
  return a.length >= b.length ? a : b;
}

/** What a note has before and after a block, as merging writes blocks; null where it has no such block. */
function aroundBlock(whole: string, block: string): [before: string, after: string] | null {
  if (isBlank(block)) return null;
  const ends = NOTE_SEPARATOR + whole + NOTE_SEPARATOR;
  const at = ends.indexOf(NOTE_SEPARATOR + block + NOTE_SEPARATOR);
  if (at < 0) return null;
  const end = at + block.length;
  return [
    whole.slice(0, Math.max(0, at - NOTE_SEPARATOR.length)),
    whole.slice(end + NOTE_SEPARATOR.length),
  ];
}

function withoutBlock(whole: string, block: string): string {
  if (isBlank(block)) return whole;
  const ends = NOTE_SEPARATOR + whole + NOTE_SEPARATOR;
  const sought = NOTE_SEPARATOR + block + NOTE_SEPARATOR;
  let kept = '';
  let from = 0;
  for (let at = ends.indexOf(sought); at >= 0; at = ends.indexOf(sought, from)) {
    kept += ends.slice(from, at);
    from = at + NOTE_SEPARATOR.length + block.length;
  }
  return (kept + ends.slice(from)).slice(NOTE_SEPARATOR.length, -NOTE_SEPARATOR.length);
}

/** Whether one note has all of the other: as its beginning or that of a note it was merged with, or somewhere between non-word characters. */
function holds(whole: string, part: string): boolean {
  if (whole.startsWith(part) || whole.includes(NOTE_SEPARATOR + part)) return true;
  let at = whole.indexOf(part);
  for (let tries = 0; at >= 0 && tries < MOST_TRIES; tries++) {
    const before = whole.slice(Math.max(0, at - 2), at);
    const after = whole.slice(at + part.length, at + part.length + 2);
    if (!/[\p{L}\p{N}]$/u.test(before) && !/^[\p{L}\p{N}]/u.test(after)) return true;
    at = whole.indexOf(part, at + 1);
  }
  return false;
}

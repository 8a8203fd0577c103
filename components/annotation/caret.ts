import { NOTE_SEPARATOR } from '../../lib/papers/notes';

/**
 * Where a caret goes when a field's text changes under it: after the same text as before, or before the same. From the
 * end of a block to its end: who types on goes on behind what somebody else wrote there, not within it.
 * @param at its place in the old text, in characters from the start
 */
export function caretIn(next: string, old: string, at: number): number {
  const place = placeIn(next, old, at);
  const isEnd = at === old.length || old.startsWith(NOTE_SEPARATOR, at);
  if (!isEnd || at === 0) return place;
  const end = next.indexOf(NOTE_SEPARATOR, place);
  return end < 0 ? next.length : end;
}

function placeIn(next: string, old: string, at: number): number {
  const block = (NOTE_SEPARATOR + next + NOTE_SEPARATOR).indexOf(
    NOTE_SEPARATOR + old + NOTE_SEPARATOR,
  );
  if (block >= 0 && old !== '') return block + at;
  let same = 0;
  while (same < at && next[same] === old[same]) same++;
  if (same === at && at > 0) return at;
  let back = 0;
  while (back < old.length - at && next.at(-1 - back) === old.at(-1 - back)) back++;
  return back === old.length - at ? next.length - back : same;
}

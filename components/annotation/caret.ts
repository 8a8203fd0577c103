/**
 * Where a caret goes when a field's text changes under it: after the same text as before, or before the same.
 * @param at its place in the old text, in characters from the start
 */
export function caretIn(next: string, old: string, at: number): number {
  const whole = next.indexOf(old);
  if (old !== '' && whole >= 0) return whole + at;
  let same = 0;
  while (same < at && next[same] === old[same]) same++;
  if (same === at && at > 0) return at;
  let back = 0;
  while (back < old.length - at && next.at(-1 - back) === old.at(-1 - back)) back++;
  return back === old.length - at ? next.length - back : same;
}

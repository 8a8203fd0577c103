// Times of a library are ISO 8601 in UTC with four digits of year: so they compare as text.

const EARLIEST = '0000-01-01T00:00:00.000Z';
const LATEST = '9999-12-31T23:59:59.999Z';

/** Times from here on mean "never" to the programs that write them; a day before the end there is room for edits. */
const [NEVER, ROOM] = ['9999-12-31T23:00:00.000Z', '9999-12-30T23:00:00.000Z'];

/** A time that JavaScript writes with more than four digits of year is the earliest or the latest one instead. */
export function boundedTime(time: string): string {
  if (time.startsWith('+')) return LATEST;
  return time.startsWith('-') ? EARLIEST : time;
}

/** The time a millisecond after another, so that it is later; after the latest there is none. */
export function timeAfter(time: string): string {
  return boundedTime(new Date(Date.parse(boundedTime(time)) + 1).toISOString());
}

/**
 * A time from outside, as it is kept. The end of time becomes a day before it: what is changed after that is later by a
 * millisecond each, and an old export would take it back where no later time is left.
 */
export function enteredTime(time: string): string {
  return time >= NEVER ? ROOM : time;
}

/** The later of two times, either where there is but one. */
export function latest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return a > b ? a : b;
}

/**
 * The earlier of two times, either where there is but one. Of two in one second it is the one that says more about it: a
 * file may know seconds only, and then says nothing new.
 */
export function earliest<T extends string | null>(a: T, b: T): T {
  if (a === null || b === null) return a ?? b;
  const [keyA, keyB] = [comparable(a), comparable(b)];
  return (keyA === keyB ? a < b : keyA < keyB) ? a : b;
}

/** A time that compares by its second first. */
function comparable(time: string): string {
  return time.replace(/(?:\.0+)?Z$/, '.~');
}

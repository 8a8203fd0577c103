import { joinNotes } from '../notes';
import { unionTags } from '../tags';
import { earliest, latest } from '../times';
import type { PartName, PartValues } from './parts';

/** A part's value and when it last changed. */
export interface Timed<Value> {
  value: Value;
  at: string | null;
}

/** Two values of a part as one. Commutative and idempotent; nothing that the reader typed is lost. */
type Merge<Value> = (a: Timed<Value>, b: Timed<Value>) => Timed<Value>;

/** How each part of two annotations of one paper becomes one. */
export const MERGES: { readonly [P in PartName]: Merge<PartValues[P]> } = {
  starred: (a, b) => ({ value: a.value || b.value, at: starTime(a, b) }),
  status: (a, b) => inOrder(a, b, (status) => status ?? '')[1],
  tags: (a, b) => ({ value: unionTags(a.value, b.value), at: latest(a.at, b.at) }),
  note: (a, b) => {
    const [older, newer] = inOrder(a, b, (note) => note);
    return { value: joinNotes(newer.value, older.value), at: latest(a.at, b.at) };
  },
};

/** A star says where a paper is listed: it keeps its first place. */
function starTime(a: Timed<boolean>, b: Timed<boolean>): string | null {
  if (a.value !== b.value) return (a.value ? a : b).at;
  return a.value ? earliest(a.at, b.at) : latest(a.at, b.at);
}

/** Two values, the older first; a tie is broken by content, so that the order in which they come does not matter. */
function inOrder<Value>(
  a: Timed<Value>,
  b: Timed<Value>,
  textOf: (value: Value) => string,
): [Timed<Value>, Timed<Value>] {
  const [aAt, bAt] = [a.at ?? '', b.at ?? ''];
  const isInOrder = aAt === bAt ? textOf(a.value) <= textOf(b.value) : aAt < bAt;
  return isInOrder ? [a, b] : [b, a];
}

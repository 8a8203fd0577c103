import { useCallback } from 'preact/hooks';
import { later } from '../lib/later';
import { type InParts, unmarked } from '../lib/papers/excerpt';
import type { Mark } from '../lib/papers/query/marks';
import { useLater } from './useLater';

const marking = later(async () => (await import('../lib/papers/query/marks')).markedParts);

/** Cuts a text into parts, those marked that a search found; none is before what finds them is there. */
export function useMarking(marks: readonly Mark[]): InParts {
  const markedParts = useLater(marks.length > 0, marking);
  return useCallback(
    (text) =>
      markedParts === null || marks.length === 0 ? unmarked(text) : markedParts(text, marks),
    [markedParts, marks],
  );
}

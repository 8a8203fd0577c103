import { ANNOTATION_LIMITS } from './annotation';
import type { Kept } from './bookmark';

/** Most characters that fields of no version may have together, as JSON. */
export const EXTRA_LIMIT = 8_000_000;

/** Most characters that a note may have as JSON, where a character may become six. */
const NOTE_AS_JSON = 33_000_000;

/** Notes up to this are within that, whatever they are made of. */
const SURE = NOTE_AS_JSON / 6;

/**
 * Whether a bookmark is within what an import reads: 64 million characters a row of a file, and a message. What merging
 * makes and is beyond could come back from no export and no copy.
 */
export function fits({ annotation: { tags, note }, extra }: Kept): boolean {
  return (
    tags.length <= ANNOTATION_LIMITS.tags &&
    note.length <= ANNOTATION_LIMITS.note &&
    (note.length <= SURE || JSON.stringify(note).length <= NOTE_AS_JSON) &&
    (extra === undefined || JSON.stringify(extra).length <= EXTRA_LIMIT)
  );
}

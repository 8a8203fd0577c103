import { ANNOTATION_LIMITS } from '../../papers/annotation';
import { cleanTag, unionTags } from '../../papers/tags';
import { boundedTime } from '../../papers/times';

// What can be put right without losing or guessing anything, in files that people or programs have written.

const TIME =
  /^(?:\d{4}|[+-]\d{6})-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d))?$/;

/**
 * A time in another notation as ours (UTC, milliseconds, four digits of year), so that times compare as text; anything
 * else as it is.
 */
export function repairTime(value: unknown): unknown {
  if (typeof value !== 'string' || !TIME.test(value)) return value;
  const time = new Date(value);
  return Number.isNaN(time.getTime()) ? value : boundedTime(time.toISOString());
}

/** Tags cleaned, in order, each once; anything else as it is. */
export function repairTags(value: unknown): unknown {
  if (!Array.isArray(value)) return value;
  // One more than there can be is enough for the schema to say so: a row has room for millions.
  if (value.length > ANNOTATION_LIMITS.tags) return value.slice(0, ANNOTATION_LIMITS.tags + 1);
  // A tag that cannot be one stays, for the schema to name it; cleaning would cut one that is too long.
  if (!value.every((tag) => typeof tag === 'string' && tag.length <= 100)) return value;
  const tags = value.map((tag) => cleanTag(String(tag)));
  return unionTags(
    tags.filter((tag) => tag !== ''),
    [],
  );
}

/** The earliest of some times; undefined where there is none. */
export function earliestOf(times: readonly unknown[]): string | undefined {
  return times.filter((time) => typeof time === 'string').sort()[0];
}

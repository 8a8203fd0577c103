import { PAPER_LIMITS } from '../papers/paper';

// Small readers of what a page says. What is not of the expected kind is undefined: an empty field, never a guess.

/** Text on one line, cut to `most` characters; undefined for what is not text or has none. */
export function line(value: unknown, most: number): string | undefined {
  if (typeof value !== 'string') return undefined;
  // Cut before as well: a page may hold megabytes where a name should be.
  const text = value
    .slice(0, 4 * most)
    .replace(/[^\S ]\s*| \s+/g, ' ') // all but single spaces: most text has no other
    .trim();
  if (text.length <= most) return text || undefined;
  // Half of a surrogate pair is not a character.
  return text
    .slice(0, most)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}

/** Texts of a list, without those that are none. */
export function lines(value: unknown, mostItems: number, most: number): string[] {
  return list(value, mostItems).flatMap((item) => line(item, most) ?? []);
}

/** A number of things: a non-negative integer. */
export function count(value: unknown): number | undefined {
  return Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : undefined;
}

/** A number of things as a page writes it: digits only, so never "90.1k". */
export function writtenCount(text: string | null | undefined): number | undefined {
  const digits = text?.trim();
  return digits && /^\d+$/.test(digits) ? count(Number(digits)) : undefined;
}

/** An http(s) address, as it was stated. */
export function webAddress(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const address = value.trim();
  const fits = address.length <= PAPER_LIMITS.url && /^https?:\/\/\S+$/i.test(address);
  return fits && URL.canParse(address) ? address : undefined;
}

/** The items of a list, the first `most` of them; none for what is not a list. */
export function list(value: unknown, most: number): unknown[] {
  return Array.isArray(value) ? value.slice(0, most) : [];
}

/** What JSON calls an object, to be read by key; empty for what is none. Not copied: a page has thousands. */
export function record(value: unknown): { [key: string]: unknown } {
  return typeof value === 'object' && value !== null ? (value as { [key: string]: unknown }) : {}; // whatever is in it
}

/** The calendar day of a year, a month (1 to 12) and a day, `YYYY-MM-DD`; undefined where there is no such day. */
export function calendarDay(year: number, month: number, day: number): string | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  const real = date.getUTCMonth() === month - 1 && year > 1900 && year < 2200;
  return real ? date.toISOString().slice(0, 10) : undefined;
}

import { calendarDay } from '../values';

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const WRITTEN = /^\s*(?:[·•]\s*)?(?:Published on )?([A-Z][a-z]{2}) (\d{1,2})(?:, (\d{4}))?\s*$/;
const STATED = /^(\d{4})-(\d\d)-(\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?$/;

const TWO_WEEKS = 14 * 86_400_000;

/** The day that a card writes ("Feb 27, 2025", "Published on Jul 23, 2024", "May 29"), `YYYY-MM-DD`. */
export function writtenDay(text: string, today: string): string | undefined {
  const [, month = '', day, year] = WRITTEN.exec(text) ?? [];
  // The site leaves out the year when it is the current one.
  const on = calendarDay(Number(year ?? today.slice(0, 4)), MONTHS.indexOf(month) + 1, Number(day));
  return year === undefined && on !== undefined && on > today ? undefined : on;
}

/** The UTC day of an ISO 8601 time; undefined where its time zone is open. */
export function statedDay(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined;
  const [, year, month, day] = STATED.exec(value) ?? [];
  const time = Date.parse(value);
  if (calendarDay(Number(year), Number(month), Number(day)) === undefined || Number.isNaN(time)) {
    return undefined;
  }
  return new Date(time).toISOString().slice(0, 10);
}

/**
 * The day by which the page left out years: the clock's on a live page, the page's own on a stored one.
 * The newest list of a live page may be some days old, and of last year at New Year.
 */
export function currentDay(pageToday: string | undefined, now: Date): string {
  const isStored =
    pageToday !== undefined && Math.abs(now.getTime() - Date.parse(pageToday)) > TWO_WEEKS;
  return isStored ? pageToday : now.toISOString().slice(0, 10);
}

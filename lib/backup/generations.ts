import type { Generation } from './written';

/** While a restore is on offer, its generation is not thinned out. */
export const FOREVER = 'forever';

/** Days with changes, and weeks with changes, of which the last state is kept. */
export const KEPT = { days: 10, weeks: 4 } as const;

/** The generations that are kept on a day, in their order; they come oldest first. */
export function kept(generations: readonly Generation[], today: string): Generation[] {
  const newestFirst = generations.toReversed();
  const days = new Set<string>();
  const weeks = new Set<string>();
  // A clock that jumped ahead is believed when there was a change on a second day.
  const last = newestFirst[0]?.day ?? today;
  const sure = last < today ? last : today;
  const stays = newestFirst.filter(({ day, pinned }) => {
    const isNewDay = !days.has(day) && days.size < KEPT.days;
    const isNewWeek = !weeks.has(weekOf(day)) && weeks.size < KEPT.weeks;
    if (isNewDay) days.add(day);
    if (isNewWeek) weeks.add(weekOf(day));
    return (
      isNewDay || isNewWeek || (pinned !== undefined && (pinned === FOREVER || pinned >= sure))
    );
  });
  return stays.reverse();
}

/** The Monday of a day's week. */
export function weekOf(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() - ((date.getUTCDay() + 6) % 7));
  return date.toISOString().slice(0, 10);
}

/** A moment's calendar day where the reader is. */
export function dayOf(date: Date): string {
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** The day so many days after another. */
export function daysAfter(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

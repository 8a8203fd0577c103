/** A week: its first day, a Monday, and its last, as a search for them is written (`YYYY-MM-DD`). */
export interface Week {
  from: string;
  to: string;
}

/** The last weeks in the reader's calendar, the present one last. */
export function lastWeeks(count: number, now: Date): Week[] {
  const monday = now.getDate() - ((now.getDay() + 6) % 7);
  const day = (at: number): string =>
    written(new Date(now.getFullYear(), now.getMonth(), monday + at));
  return Array.from({ length: count }, (_, at) => {
    const first = (at - count + 1) * 7;
    return { from: day(first), to: day(first + 6) };
  });
}

function written(date: Date): string {
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

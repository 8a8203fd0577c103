/**
 * When a paper was published, as finely as it is known: `2017-06-12`, `2017-06` or `2017`. Such dates compare as text,
 * and a coarse one sorts as the first day that it may be.
 */
const DATE = /^\d{4}(?:-\d\d(?:-\d\d)?)?$/;

/** Whether a text is a day, a month or a year that was or will be. */
export function isPublicationDate(text: unknown): text is string {
  if (typeof text !== 'string' || !DATE.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text); // no 30 February
}

/** The first and the last day that a date may be, each `YYYY-MM-DD`. */
export function daysOf(date: string): [first: string, last: string] {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (day !== undefined) return [date, date];
  const last = new Date(Date.UTC(Number(year), Number(month), 0)); // the day before the next month
  return [`${date}-01`, last.toISOString().slice(0, 10)];
}

/** Whether a date says more than another and nothing else: `2017-06` refines `2017`. */
export function refines(date: string, other: string): boolean {
  return date.length > other.length && date.startsWith(other);
}

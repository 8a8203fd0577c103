/**
 * When a paper was published, as finely as it is known: `2017-06-12`, `2017-06` or `2017`. Such dates compare as text,
 * and a coarse one sorts as the first day that it may be.
 */
const DATE = /^(\d{4})(?:-(\d\d)(?:-(\d\d))?)?$/;

/** Whether a text is a day, a month or a year that was or will be. */
export function isPublicationDate(text: unknown): text is string {
  const [, year, month = '01', day = '01'] = (typeof text === 'string' && DATE.exec(text)) || [];
  if (year === undefined || month < '01' || month > '12' || day < '01') return false;
  return Number(day) <= lastOf(year, month); // no 30 February
}

/** The first and the last day that a date may be, each `YYYY-MM-DD`. */
export function daysOf(date: string): [first: string, last: string] {
  const [year = '', month, day] = date.split('-');
  if (month === undefined) return [`${year}-01-01`, `${year}-12-31`];
  if (day !== undefined) return [date, date];
  return [`${date}-01`, `${date}-${lastOf(year, month)}`];
}

/** How many days a month has. */
function lastOf(year: string, month: string): number {
  if (month !== '02') return /0[469]|11/.test(month) ? 30 : 31;
  const y = Number(year);
  return y % 4 === 0 && (y % 100 !== 0 || y % 400 === 0) ? 29 : 28;
}

/** Whether a date says more than another and nothing else: `2017-06` refines `2017`. */
export function refines(date: string, other: string): boolean {
  return date.length > other.length && date.startsWith(other);
}

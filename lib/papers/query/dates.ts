/** From one time to before another; ISO 8601, null is open. */
export interface Period {
  from: string | null;
  to: string | null;
}

interface Span {
  start: Date;
  /** The first moment after it. */
  end: Date;
}

const AGE = /^([<>]?)=?(\d{1,4})([dwmy])$/i;
const COMPARED = /^([<>]=?)(.+)$/;
const RANGE = /^(.*?)\.\.(.*)$/;
const DAY = /^([12]\d{3})(?:-(\d\d?)(?:-(\d\d?))?)?$/;
const MOMENT = /^[12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The period that a typed time names, in the reader's own calendar; null if it is none. `now` is the clock. */
export function readPeriod(typed: string, now: Date): Period | null {
  const [, side, count, unit] = AGE.exec(typed) ?? [];
  if (side !== undefined) {
    const then = before(now, Number(count), unit?.toLowerCase() ?? '');
    return side === '>' ? period(null, then) : period(then, null);
  }
  const range = RANGE.exec(typed);
  if (range !== null) return readRange(range[1] ?? '', range[2] ?? '', now);
  const [, sign, rest] = COMPARED.exec(typed) ?? [];
  const span = readSpan(rest ?? typed, now);
  if (span === null) return null;
  if (sign === undefined) return period(span.start, span.end);
  if (sign === '>') return period(span.end, null);
  if (sign === '>=') return period(span.start, null);
  return period(null, sign === '<' ? span.start : span.end);
}

/** The first and the last day of a period in the reader's calendar; one that begins or ends within a day has all of it. */
export function daysIn({ from, to }: Period): Period {
  return {
    from: from === null ? null : dayOf(from, 0),
    to: to === null ? null : dayOf(to, isMidnight(to) ? -1 : 0),
  };
}

/** A period as it can be typed: in days where it begins and ends with one, else in exact times. */
export function writePeriod({ from, to }: Period): string {
  const isOrdered = from === null || to === null || from < to;
  if (!isOrdered || !isMidnight(from) || !isMidnight(to)) return `${from ?? ''}..${to ?? ''}`;
  const first = from === null ? '' : dayOf(from, 0);
  const last = to === null ? '' : dayOf(to, -1);
  return first === last && first !== '' ? first : `${first}..${last}`;
}

function readRange(first: string, last: string, now: Date): Period | null {
  const a = first === '' ? null : readSpan(first, now);
  const b = last === '' ? null : readSpan(last, now);
  if ((a === null && first !== '') || (b === null && last !== '')) return null;
  if (a !== null && b !== null && a.start > b.start) return period(b.start, a.end);
  return period(a?.start ?? null, b?.end ?? null);
}

function readSpan(typed: string, now: Date): Span | null {
  const word = typed.toLowerCase();
  if (word === 'today') return daySpan(now.getFullYear(), now.getMonth(), now.getDate());
  if (word === 'yesterday') return daySpan(now.getFullYear(), now.getMonth(), now.getDate() - 1);
  if (MOMENT.test(typed)) {
    const moment = new Date(typed);
    return Number.isNaN(moment.getTime()) ? null : { start: moment, end: moment };
  }
  const [, year, month, day] = DAY.exec(typed) ?? [];
  if (year === undefined) return null;
  const y = Number(year);
  if (month === undefined) return { start: new Date(y, 0), end: new Date(y + 1, 0) };
  const m = Number(month) - 1;
  if (m < 0 || m > 11) return null;
  if (day === undefined) return { start: new Date(y, m), end: new Date(y, m + 1) };
  const span = daySpan(y, m, Number(day));
  // 30 February is 2 March to the calendar, and a mistake to us.
  return span.start.getDate() === Number(day) ? span : null;
}

function daySpan(year: number, month: number, day: number): Span {
  return { start: new Date(year, month, day), end: new Date(year, month, day + 1) };
}

/** So many days, weeks, months or years before a time; the 31st of a shorter month is its last day. */
function before(now: Date, count: number, unit: string): Date {
  const then = new Date(now);
  if (unit === 'd' || unit === 'w') then.setDate(then.getDate() - count * (unit === 'w' ? 7 : 1));
  else {
    then.setDate(1);
    then.setMonth(then.getMonth() - count * (unit === 'y' ? 12 : 1));
    const days = new Date(then.getFullYear(), then.getMonth() + 1, 0).getDate();
    then.setDate(Math.min(now.getDate(), days));
  }
  // Nothing was added before computers had clocks; earlier years are not plain ISO dates.
  return then.getTime() > 0 ? then : new Date(0);
}

function period(from: Date | null, to: Date | null): Period {
  return { from: from?.toISOString() ?? null, to: to?.toISOString() ?? null };
}

function isMidnight(iso: string | null): boolean {
  if (iso === null) return true;
  const date = new Date(iso);
  const year = date.getFullYear();
  // Only years of four digits: the written day must be read again.
  return year > 1000 && year < 3000 && date.getTime() === shifted(date, 0).getTime();
}

function shifted(date: Date, days: number): Date {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days);
}

function dayOf(iso: string, days: number): string {
  const date = shifted(new Date(iso), days);
  const pad = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;
}

import { calendarDay } from './values';

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

/** The day that a text writes in English, day first ("10 Jul 2024", "6 August, 2026"), `YYYY-MM-DD`. */
export function writtenDay(text: string): string | undefined {
  const [, day, month = '', year] = /(\d{1,2})\s+([A-Z][a-z]+),?\s+(\d{4})/.exec(text) ?? [];
  const number = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
  return calendarDay(Number(year), number, Number(day));
}

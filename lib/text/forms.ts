/**
 * How a language writes dates and small numbers. The first of `Intl`'s formats that a new process makes takes it 20 to
 * 30 ms, which is a fifth of the time in which a page opens: these are what they gave an earlier page.
 */
export interface Forms {
  /** What they were made for. */
  of: string;
  /** A day of each month, with {d} or {dd} and {y} for what differs. */
  days: string[];
  /** Each month, and a year, with {y}. */
  months: string[];
  year: string;
  /** Whether numbers below 1,000 are written with the digits 0 to 9 alone. */
  plain: boolean;
}

/** Finds the forms of a language by its formats; null where they say more than forms can, as of another calendar's years. */
export function makeForms(
  of: string,
  dateText: (date: string) => string,
  numberText: (value: number) => string,
): Forms | null {
  const plain = [0, 7, 42, 987].every((value) => numberText(value) === String(value));
  /** The form in which some dates are written that differ in what a form leaves open. */
  const formOf = (first: string, ...others: string[]): string | undefined => {
    const inYear = dateText(first).replace('2026', '{y}');
    return ['{d}', '{dd}']
      .map((day) => inYear.replace('25', day))
      .find((form) => others.every((date) => written(form, date) === dateText(date)));
  };
  const numbers = Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, '0'));
  const days = numbers.map((month) =>
    formOf(`2026-${month}-25`, `2026-${month}-05`, `1987-${month}-14`),
  );
  const months = numbers.map((month) => formOf(`2026-${month}`, `1987-${month}`));
  const year = formOf('2026', '1987');
  if (!days.every(isForm) || !months.every(isForm) || !isForm(year)) return null;
  return { of, days, months, year, plain };
}

/** A day, a month or a year, `YYYY-MM-DD` or its beginning; undefined where it is none. */
export function writeDate({ days, months, year }: Forms, date: string): string | undefined {
  const [, month, day] = date.split('-');
  if (month === undefined) return written(year, date);
  const form = (day === undefined ? months : days)[Number(month) - 1];
  return form === undefined ? undefined : written(form, date);
}

function isForm(form: string | undefined): form is string {
  return form !== undefined;
}

function written(form: string, date: string): string | undefined {
  const [, year, day = ''] = /^(\d{4})(?:-\d\d(?:-(\d\d))?)?$/.exec(date) ?? [];
  if (year === undefined) return undefined;
  return form
    .replace('{dd}', day)
    .replace('{d}', String(Number(day)))
    .replace('{y}', year);
}

/** A number; undefined where it is a larger one, or has parts. */
export function writeNumber({ plain }: Forms, value: number): string | undefined {
  const isSmall = Number.isInteger(value) && value >= 0 && value < 1_000;
  return plain && isSmall ? String(value) : undefined;
}

/**
 * How a language writes days and small numbers. The first of `Intl`'s formats that a new process makes takes it 20 to
 * 30 ms, which is a fifth of the time in which a page opens: these are what they gave an earlier page.
 */
export interface Forms {
  /** What they were made for. */
  of: string;
  /** A day of each month, with {d} or {dd} and {y} for what differs. */
  months: string[];
  /** Whether numbers below 1,000 are written with the digits 0 to 9 alone. */
  plain: boolean;
}

/** Finds the forms of a language by its formats; null where they say more than forms can, as of another calendar's years. */
export function makeForms(
  of: string,
  dayText: (day: string) => string,
  numberText: (value: number) => string,
): Forms | null {
  const plain = [0, 7, 42, 987].every((value) => numberText(value) === String(value));
  const months: string[] = [];
  for (let month = 1; month <= 12; month++) {
    const [inMonth, early, other] = ['2026-@-25', '2026-@-05', '1987-@-14'].map((day) =>
      day.replace('@', String(month).padStart(2, '0')),
    ) as [string, string, string]; // as many as were given
    const form = ['{d}', '{dd}']
      .map((date) => dayText(inMonth).replace('2026', '{y}').replace('25', date))
      .find((one) => [early, other].every((day) => written(one, day) === dayText(day)));
    if (form === undefined) return null;
    months.push(form);
  }
  return { of, months, plain };
}

/** A calendar day, `YYYY-MM-DD`; undefined where it is none. */
export function writeDay({ months }: Forms, day: string): string | undefined {
  const form = months[Number(day.slice(5, 7)) - 1];
  return form === undefined ? undefined : written(form, day);
}

function written(form: string, day: string): string | undefined {
  const [, year, date] = /^(\d{4})-\d\d-(\d\d)$/.exec(day) ?? [];
  if (year === undefined || date === undefined) return undefined;
  return form
    .replace('{dd}', date)
    .replace('{d}', String(Number(date)))
    .replace('{y}', year);
}

/** A number; undefined where it is a larger one, or has parts. */
export function writeNumber({ plain }: Forms, value: number): string | undefined {
  const isSmall = Number.isInteger(value) && value >= 0 && value < 1_000;
  return plain && isSmall ? String(value) : undefined;
}

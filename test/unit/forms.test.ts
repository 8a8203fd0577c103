import { expect, test } from 'vitest';
import { makeForms, writeDay, writeNumber } from '../../lib/text/forms';

function formats(language: string): [(day: string) => string, (value: number) => string] {
  const days = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const numbers = new Intl.NumberFormat(language);
  return [(day) => days.format(new Date(`${day}T00:00:00Z`)), (value) => numbers.format(value)];
}

const EVERY_DAY = Array.from({ length: 366 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
);

test.each(['en', 'en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ko', 'ru', 'hu'])(
  'forms of %s write every day and number as its formats do',
  (language) => {
    const [dayText, numberText] = formats(language);
    const forms = makeForms('', dayText, numberText);
    if (forms === null) throw new Error('no forms');
    for (const day of EVERY_DAY) expect(writeDay(forms, day)).toBe(dayText(day));
    for (const value of [0, 1, 12, 999]) expect(writeNumber(forms, value)).toBe(numberText(value));
  },
);

test.each(['th', 'fa', 'ar-EG'])('%s, with other years or digits, has no forms', (language) => {
  expect(makeForms('', ...formats(language))).toBeNull();
});

test('what is no day, or a number with groups or parts, is left to the formats', () => {
  const forms = makeForms('', ...formats('en'));
  if (forms === null) throw new Error('no forms');
  expect(writeDay(forms, 'soon')).toBeUndefined();
  expect(writeDay(forms, '2026-13-01')).toBeUndefined();
  for (const value of [1_000, 1.5, -1, Number.NaN]) {
    expect(writeNumber(forms, value)).toBeUndefined();
  }
});

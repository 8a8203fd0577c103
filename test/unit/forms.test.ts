import { expect, test } from 'vitest';
import { makeForms, writeDate, writeNumber } from '../../lib/text/forms';
import { LANGUAGES } from '../../lib/text/languages';
import { numberText, setTexts } from '../../lib/text/text';

function formats(language: string): [(day: string) => string, (value: number) => string] {
  const styles: Intl.DateTimeFormatOptions[] = [
    { year: 'numeric' },
    { year: 'numeric', month: 'short' },
    { dateStyle: 'medium' },
  ];
  const dates = styles.map(
    (style) => new Intl.DateTimeFormat(language, { ...style, timeZone: 'UTC' }),
  );
  const numbers = new Intl.NumberFormat(language);
  return [
    (date) => dates[date.split('-').length - 1]?.format(new Date(date)) ?? '',
    (value) => numbers.format(value),
  ];
}

const EVERY_DAY = Array.from({ length: 366 }, (_, at) =>
  new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10),
);
const EVERY_DATE = [...EVERY_DAY, ...EVERY_DAY.map((day) => day.slice(0, 7)), '2024', '1993'];

test.each(['en', 'en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'ko', 'ru', 'hu'])(
  'forms of %s write every day, month, year and number as its formats do',
  (language) => {
    const [dateText, numberText] = formats(language);
    const forms = makeForms('', dateText, numberText);
    if (forms === null) throw new Error('no forms');
    for (const date of EVERY_DATE) expect(writeDate(forms, date)).toBe(dateText(date));
    for (const value of [0, 1, 12, 999]) expect(writeNumber(forms, value)).toBe(numberText(value));
  },
);

test.each(LANGUAGES)(
  '%s writes a number below a thousand as its digits, wherever it is spoken',
  (language) => {
    for (const region of ['', '-AT', '-CH', '-MX', '-TW', '-IN', '-001']) {
      const spoken = new Intl.Locale(language).language + region;
      const numbers = new Intl.NumberFormat(spoken);
      setTexts(
        () => '',
        () => spoken,
      );
      for (const value of [0, 7, 42, 987, 999]) {
        expect([region, numbers.format(value)]).toEqual([region, String(value)]);
        expect(numberText(value)).toBe(String(value));
      }
      for (const value of [1_000, 1.5, -3]) expect(numberText(value)).toBe(numbers.format(value));
    }
  },
);

test.each(['th', 'fa', 'ar-EG'])('%s, with other years or digits, has no forms', (language) => {
  expect(makeForms('', ...formats(language))).toBeNull();
});

test('what is not a date, or a number with groups or parts, is left to the formats', () => {
  const forms = makeForms('', ...formats('en'));
  if (forms === null) throw new Error('no forms');
  expect(writeDate(forms, 'soon')).toBeUndefined();
  expect(writeDate(forms, '2026-13-01')).toBeUndefined();
  expect(writeDate(forms, '2026-13')).toBeUndefined();
  for (const value of [1_000, 1.5, -1, Number.NaN]) {
    expect(writeNumber(forms, value)).toBeUndefined();
  }
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPeriod, writePeriod } from '../../../lib/papers/query/dates';
import { NOW } from './queries';

// Local days and months, wherever the tests run: the reader's calendar.
const day = (year: number, month: number, date = 1): Date => new Date(year, month - 1, date);
const noon = (year: number, month: number, date: number): Date =>
  new Date(year, month - 1, date, 12);

function period(typed: string, now = NOW): [Date | null, Date | null] | null {
  const read = readPeriod(typed, now);
  const date = (iso: string | null): Date | null => (iso === null ? null : new Date(iso));
  return read === null ? null : [date(read.from), date(read.to)];
}

describe('a typed time, at noon on 16 April 2026', () => {
  test.each<[string, Date | null, Date | null]>([
    ['<7d', noon(2026, 4, 9), null],
    ['7d', noon(2026, 4, 9), null],
    ['>30d', null, noon(2026, 3, 17)],
    ['<2w', noon(2026, 4, 2), null],
    ['<3M', noon(2026, 1, 16), null],
    ['>=1y', null, noon(2025, 4, 16)],
    ['<0d', NOW, null],
    ['<9999y', new Date(0), null],
    ['today', day(2026, 4, 16), day(2026, 4, 17)],
    ['Yesterday', day(2026, 4, 15), day(2026, 4, 16)],
    ['2026', day(2026, 1), day(2027, 1)],
    ['2026-03', day(2026, 3), day(2026, 4)],
    ['2026-3', day(2026, 3), day(2026, 4)],
    ['2025-12', day(2025, 12), day(2026, 1)],
    ['2024-02-29', day(2024, 2, 29), day(2024, 3, 1)],
    ['2026-01-01..2026-02-01', day(2026, 1, 1), day(2026, 2, 2)],
    ['2026-02-01..2026-01-01', day(2026, 1, 1), day(2026, 2, 2)],
    ['2025..2026-03', day(2025, 1), day(2026, 4)],
    ['2026-01-01..', day(2026, 1), null],
    ['..2026-03', null, day(2026, 4)],
    ['2026-04-01..today', day(2026, 4, 1), day(2026, 4, 17)],
    ['..', null, null],
    ['>2026-03', day(2026, 4), null],
    ['>=2026-03', day(2026, 3), null],
    ['<2026-03', null, day(2026, 3)],
    ['<=2026-03', null, day(2026, 4)],
    ['2026-03-01T10:00:00.000Z..', new Date('2026-03-01T10:00:00.000Z'), null],
  ])('%j', (typed, from, to) => {
    expect(period(typed)).toEqual([from, to]);
  });

  test.each(
    [
      '',
      '7',
      'd',
      '7x',
      '<',
      '<7',
      '12345d',
      '-7d',
      '2026-13',
      '2026-00',
      '2026-02-29',
      '26-01-01',
    ].concat([
      '2026-1-',
      '0026',
      '3026',
      '2026..x',
      'x..',
      '2026-03-01T99:00:00Z',
      '<7d..',
      '....',
      'soon',
    ]),
  )('%j is none', (typed) => {
    expect(period(typed)).toBeNull();
  });

  test.each([
    [noon(2026, 3, 31), '<1m', noon(2026, 2, 28)],
    [noon(2024, 2, 29), '<1y', noon(2023, 2, 28)],
    [noon(2026, 1, 15), '<2m', noon(2025, 11, 15)],
  ])('at %s, %s begins on the last day that there is: %s', (now, typed, from) => {
    expect(period(typed, now)).toEqual([from, null]);
  });
});

test('a period written reads the same again', () => {
  const moment = fc
    .date({ min: new Date('1970-01-02'), max: new Date('2999-12-30'), noInvalidDate: true })
    .chain((date) => {
      const midnight = new Date(date.getFullYear(), date.getMonth(), date.getDate());
      return fc.constantFrom(date, midnight, new Date(midnight.getTime() + 1));
    });
  fc.assert(
    fc.property(moment, moment, fc.nat(8), (one, other, which) => {
      const [from = '', to = ''] = [one, other].map((date) => date.toISOString()).sort();
      const written = { from: which === 0 ? null : from, to: which === 1 ? null : to };
      expect(readPeriod(writePeriod(written), NOW)).toEqual(written);
    }),
    { numRuns: 2_000 },
  );
});

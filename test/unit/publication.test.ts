import { expect, test } from 'vitest';
import { daysOf, isPublicationDate, refines } from '../../lib/papers/publication';

test.each(['2017', '2017-06', '2017-06-12', '2016-02-29', '1991-08'])('%s is a date', (text) => {
  expect(isPublicationDate(text)).toBe(true);
});

test.each([
  '',
  '17',
  '2017-6',
  '2017-13',
  '2017-00',
  '2017-02-29',
  '2017-06-31',
  '2017-06-12T00:00:00Z',
  ' 2017',
  '+02017',
  2017,
  null,
])('%j is not a date', (text) => {
  expect(isPublicationDate(text)).toBe(false);
});

test.each([
  ['2017', '2017-01-01', '2017-12-31'],
  ['2016-02', '2016-02-01', '2016-02-29'],
  ['2017-12', '2017-12-01', '2017-12-31'],
  ['2017-06-12', '2017-06-12', '2017-06-12'],
])('%s may be any day from %s to %s', (date, first, last) => {
  expect(daysOf(date)).toEqual([first, last]);
});

test('a date refines another that says less of the same', () => {
  expect(refines('2017-06-12', '2017')).toBe(true);
  expect(refines('2017-06-12', '2017-06')).toBe(true);
  expect(refines('2017-06', '2018')).toBe(false);
  expect(refines('2017', '2017')).toBe(false);
  expect(refines('2017', '2017-06')).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { dateIn, dateOf, finest } from '../../../lib/formats/dates';

describe('a date in a text is as fine as the text says', () => {
  test.each([
    ['2017', '2017'],
    ['2017-06', '2017-06'],
    ['2017-06-12', '2017-06-12'],
    ['2017-6-3', '2017-06-03'],
    ['2017/06/12/', '2017-06-12'],
    ['2017/06//', '2017-06'],
    ['2017///', '2017'],
    ['2017/06/12/v2 of June', '2017-06-12'],
    ['2017.06.12', '2017-06-12'],
    ['20170612', '2017-06-12'],
    ['2017-06-12T17:57:34Z', '2017-06-12'],
    ['2017-06-12 17:57:34', '2017-06-12'],
    ['2017年6月12日', '2017-06-12'],
    ['2017年6月', '2017-06'],
    ['June 2017', '2017-06'],
    ['Jun 2017', '2017-06'],
    ['Sept. 2017', '2017-09'],
    ['12 June 2017', '2017-06-12'],
    ['12th of June, 2017', '2017-06-12'],
    ['Jun. 3rd, 2017', '2017-06-03'],
    ['Jun 12, 2017 (v2)', '2017-06-12'],
    ['2017 Jun 12', '2017-06-12'],
    ['2017, June', '2017-06'],
    ['Mon, 12 Jun 2017 17:57:34 GMT', '2017-06-12'],
    ['12. Juni 2017', '2017-06-12'],
    ['März 2017', '2017-03'],
    ['3 août 2017', '2017-08-03'],
    ['12 de junio de 2017', '2017-06-12'],
    ['25/06/2017', '2017-06-25'],
    ['06/25/2017', '2017-06-25'],
    ['06/06/2017', '2017-06-06'],
    ['06/2017', '2017-06'],
    ['2017-06?', '2017-06'],
    ['2017~', '2017'],
    ['[2017]', '2017'],
    ['c. 2017', '2017'],
    ['2017a', '2017'],
    ['2016-10/2017-03', '2016-10'],
    ['2016--2017', '2016'],
    ['Spring 2017', '2017'],
    ['Q2 2017', '2017'],
  ])('%s is %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });

  test.each([
    ['12/06/2017', '2017'], // June to some, December to others
    ['2017-13-01', '2017'],
    ['2017-02-30', '2017-02'],
    ['2017-00-00', '2017'],
    ['2017-06-00', '2017-06'],
    ['2017-XX-XX', '2017'],
    ['2017-21', '2017'], // EDTF: spring
    ['jui 2017', '2017'], // June or July to a Frenchman
    ['Marxism 2017', '2017'],
  ])('what is not sure of %s is left out: %s', (text, date) => {
    expect(dateIn(text)).toBe(date);
  });

  test.each(['', 'n.d.', 'in press', 'forthcoming', '17', '0000', '1706.03762', '12017', 'June'])(
    '%j has no date',
    (text) => {
      expect(dateIn(text)).toBeUndefined();
    },
  );
});

describe('a date is put together from its parts', () => {
  test.each<[unknown, unknown, unknown, string | undefined]>([
    ['2017', '6', '12', '2017-06-12'],
    [2017, 6, 12, '2017-06-12'],
    ['2017', 'jun', '', '2017-06'],
    ['2017', 'June', undefined, '2017-06'],
    ['2017', '06', undefined, '2017-06'],
    ['2017', 'jun 12', undefined, '2017-06-12'],
    ['2017', '12 jun', undefined, '2017-06-12'],
    ['2017', 'Jun. 12--16', undefined, '2017-06-12'],
    ['2017', 'Sep–Oct', undefined, '2017-09'],
    ['2017', 'Juni', '12', '2017-06-12'],
    ['2017', 'Summer', undefined, '2017'],
    ['2017', '13', undefined, '2017'],
    ['2017', undefined, '12', '2017'],
    ['{2017}', '6', '31', '2017-06'],
    ['2017', 'forthcoming', undefined, '2017'],
    ['in press', 'jun', '12', undefined],
    [undefined, '6', '12', undefined],
  ])('%s, %s, %s: %s', (year, month, day, date) => {
    expect(dateOf(year, month, day)).toBe(date);
  });
});

test('of several dates the first counts, unless another says the same more finely', () => {
  expect(finest('2017', '2017-06-12')).toBe('2017-06-12');
  expect(finest('2017', '2018-06-12')).toBe('2017');
  expect(finest(undefined, '2018', '2018-06')).toBe('2018-06');
  expect(finest('2017-06', '2017')).toBe('2017-06');
  expect(finest()).toBeUndefined();
});

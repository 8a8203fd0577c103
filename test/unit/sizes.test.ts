import { expect, test } from 'vitest';
import { setTexts, sizeText } from '../../lib/text/text';

test.each([
  ['en', 1, '1 kB'],
  ['en', 999_000, '999 kB'],
  ['en', 1_234_567, '1.2 MB'],
  ['de', 1_234_567, '1,2 MB'],
  ['fr', 1_234_567, '1,2 Mo'],
  ['en', 2_000_000, '2 MB'],
])('in %s a size of %d bytes is written %s', (language, bytes, written) => {
  setTexts(
    () => '',
    () => language,
  );
  expect(sizeText(bytes).replace(/\s/g, ' ')).toBe(written);
});

import { expect, test } from 'vitest';
import { readFlags } from '../../../scripts/release/flags';

test.each([
  [['--dry-run'], { withoutTests: null }],
  [['--dry-run', '--without-tests=they ran'], { withoutTests: 'they ran' }],
  [['--without-tests=a=b', '--dry-run'], { withoutTests: 'a=b' }],
])('npm run release -- %j', (flags, asked) => {
  expect(readFlags(flags)).toEqual(asked);
});

test.each([
  ['without --dry-run', [], /Nothing is uploaded/],
  ['tests left out without a reason', ['--dry-run', '--without-tests'], /Say why/],
  ['tests left out for an empty reason', ['--dry-run', '--without-tests= '], /Say why/],
  ['a flag that it does not know', ['--dry-run', '--publish'], /no flag --publish/],
])('%s says what to do instead', (_, flags, sentence) => {
  expect(readFlags(flags)).toMatch(sentence);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ORDERS } from '../../../lib/search/query/order';
import {
  type Address,
  ROUTES,
  readAddress,
  START,
  writeAddress,
} from '../../../lib/views/library/address';

const addresses: fc.Arbitrary<Address> = fc.record({
  route: fc.constantFrom(...ROUTES),
  scope: fc.constantFrom('bookmarks', 'history'),
  query: fc.string({ unit: 'grapheme' }),
  sort: fc.constantFrom(...ORDERS),
  paper: fc.constantFrom(null, 'arxiv:2504.00001', 'arxiv:hep-th/9901001', 'hf:some_paper-1.2'),
});

test('every view has an address that leads back to it', () => {
  fc.assert(
    fc.property(addresses, (address) => {
      expect(readAddress(writeAddress(address))).toEqual(address);
      expect(readAddress(new URL(writeAddress(address), 'https://a.example/').hash)).toEqual(
        address,
      );
    }),
  );
});

test.each<[string, Partial<Address>]>([
  ['', {}],
  ['#', {}],
  ['#/', {}],
  ['#/tags', { route: 'tags' }],
  ['#/trash?q=a', { route: 'trash', query: 'a' }],
  ['#/nowhere', {}],
  ['#/?q=tag%3Arl+-is%3Aread', { query: 'tag:rl -is:read' }],
  ['#/?q=a?b', { query: 'a?b' }],
  ['#/?scope=history', { scope: 'history', sort: 'seen' }],
  ['#/?scope=history&sort=starred', { scope: 'history', sort: 'starred' }],
  ['#/?scope=all&sort=best&paper=x', {}],
  ['#/?paper=arxiv:2504.00001', { paper: 'arxiv:2504.00001' }],
  ['#/?paper=arxiv:2504.00001v2', {}],
  ['#/?paper=arxiv:2504.00001&part=tags', { paper: 'arxiv:2504.00001', part: 'tags' }],
  ['#/?paper=arxiv:2504.00001&part=stars', { paper: 'arxiv:2504.00001' }],
  ['#/?part=tags', {}],
])('%s is read as far as it makes sense', (hash, part) => {
  expect(readAddress(hash)).toEqual({ ...START, ...part });
});

test('an address says no more than what is not as usual', () => {
  expect(writeAddress(START)).toBe('#/');
  expect(writeAddress({ ...START, scope: 'history', sort: 'seen', query: 'a b' })).toBe(
    '#/?scope=history&q=a+b',
  );
});

test('a part that one arrives at is in the address, with its paper alone', () => {
  const paper = 'arxiv:2504.00001';
  expect(writeAddress({ ...START, paper, part: 'tags' })).toBe(
    '#/?paper=arxiv%3A2504.00001&part=tags',
  );
  expect(writeAddress({ ...START, part: 'tags' })).toBe('#/');
});

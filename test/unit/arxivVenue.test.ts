import { expect, test } from 'vitest';
import { venueIn } from '../../lib/sites/arxiv/venue';

test.each<[string | undefined, string | undefined, string | undefined]>([
  [undefined, 'Accepted at CVPR 2026', 'CVPR 2026'],
  [
    undefined,
    '8 pages, accepted to the Conference on Learning; code online',
    'Conference on Learning',
  ],
  [undefined, 'To appear in Nature Physics. 12 pages', 'Nature Physics'],
  [
    undefined,
    'Published in Journal of Applied Mechanics (ASME)',
    'Journal of Applied Mechanics (ASME)',
  ],
  [undefined, 'Accepted for publication in ApJ, 3 figures', 'ApJ'],
  [
    'J. Appl. Mech. 92, no. 8 (2025): 081003',
    'Accepted at CVPR',
    'J. Appl. Mech. 92, no. 8 (2025): 081003',
  ],
  [undefined, 'Submitted to NeurIPS 2026', undefined],
  [undefined, '8 pages, 5 figures', undefined],
  [undefined, 'Accepted', undefined],
  [undefined, undefined, undefined],
])('of "%s" and "%s" the venue is %s', (reference, comments, venue) => {
  expect(venueIn(reference, comments)).toBe(venue);
});

import { expect, test } from 'vitest';
import { lastLookedAt, type Shown } from '../../lib/store/tabPapers';

const page = (listing: string): Shown => ({ origin: 'https://arxiv.org', listing, ids: [] });
const SHOWN = new Map([
  [1, page('/list/cs.CL')],
  [2, page('/list/cs.LG')],
]);
const tab = (id: number | undefined, lastAccessed?: number, url = 'https://arxiv.org/list') => ({
  id,
  lastAccessed,
  url,
});

test.each([
  ['the later of two', [tab(1, 20), tab(2, 10)], '/list/cs.CL'],
  ['whichever way they come', [tab(2, 10), tab(1, 20)], '/list/cs.CL'],
  ['one whose time the browser does not say comes last', [tab(1), tab(2, 10)], '/list/cs.LG'],
  ['one that showed no papers does not count', [tab(3, 30), tab(2, 10)], '/list/cs.LG'],
  [
    'nor one that has gone to another site',
    [tab(1, 20, 'https://a.example/'), tab(2, 10)],
    '/list/cs.LG',
  ],
  ['nor one whose address is not told', [{ ...tab(1, 20), url: undefined }], undefined],
  ['nor one without a number', [tab(undefined, 30)], undefined],
  ['no tab', [], undefined],
])(
  'a popup in a tab of its own shows the listing that was looked at last: %s',
  (_, tabs, listing) => {
    expect(lastLookedAt(SHOWN, tabs)?.listing).toBe(listing);
  },
);

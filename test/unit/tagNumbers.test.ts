import { beforeEach, expect, test } from 'vitest';
import { createPopup, type Popup } from '../../lib/views/popup';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { fakeSearch } from '../fakes/searching';

// What stands beside a tag with tags below it, where one is chosen.

const A = 'arxiv:2504.00001' as const;
let library: FakeLibrary;
let view: Popup;

beforeEach(async () => {
  library = fakeLibrary();
  library.add({ id: A, title: 'Alpha' });
  library.add({ id: 'arxiv:2504.00002', title: 'Beta' }, { tags: ['rl'] });
  library.add({ id: 'arxiv:2504.00004', title: 'Delta' }, { tags: ['rl/offline'] });
  view = createPopup({
    reader: library.reader,
    source: fakeSearch(library),
    send: library.send,
    readListing: () => Promise.resolve(null),
    choice: { read: () => null, write: () => {} },
    now: () => new Date('2026-05-01T00:00:00Z'),
  });
  library.onChange = view.changed;
  await view.open();
  await view.readRest();
});

const above = (): number | undefined => view.state().tagFinds?.get('rl');

test('the number of a tag is what a click finds, counted when the reader is about to choose', async () => {
  expect(above()).toBeUndefined();
  await view.countTags();
  expect(above()).toBe(2);
});

test('it is not known any more once tags have changed, until it is asked again', async () => {
  await view.countTags();
  await view.patch(A, { addTags: ['rl/online'] });
  await expect.poll(above).toBeUndefined();
  await view.countTags();
  expect(above()).toBe(3);
});

import { beforeAll, beforeEach, expect, test } from 'vitest';
import type { PaperId } from '../../lib/papers/ids';
import { createPopup, type Popup } from '../../lib/views/popup';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { type FakeSearch, fakeSearch } from '../fakes/searching';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const C = 'arxiv:2504.00003' as const;

let library: FakeLibrary;
let search: FakeSearch;
let view: Popup;

// What the popup loads later is there when it is asked for.
beforeAll(() => import('../../lib/views/understanding'));

beforeEach(() => {
  library = fakeLibrary();
  search = fakeSearch(library);
  library.add({ id: A, title: 'Alpha' });
  library.add({ id: B, title: 'Beta' }, { tags: ['rl'] });
  library.add({ id: C, title: 'Gamma' }, { note: 'alpha inside' });
  view = createPopup({
    reader: library.reader,
    source: search,
    send: library.send,
    readListing: () => Promise.resolve(null),
    choice: { read: () => null, write: () => {} },
    now: () => new Date('2026-05-01T00:00:00Z'),
  });
  library.onChange = view.changed;
});

/** Lets everything that is under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve));
}

const shown = (): PaperId[] => view.state().list.ids;

test('a search speaks the query language, beside the filters', async () => {
  await view.open();
  view.narrow({ filter: { query: 'tag:rl OR alpha -inside' } });
  expect(view.state().list.searching).toBe(true);
  await settle();
  expect(shown()).toEqual([B, A]);
  expect(view.state().list.searching).toBe(false);
  view.narrow({ filter: { tag: 'rl' } });
  await settle();
  expect(shown()).toEqual([B]);
});

test('a library that cannot be searched says so, and is there when the search is cleared', async () => {
  await view.open();
  search.broken = true;
  view.narrow({ filter: { query: 'alpha' } });
  await settle();
  expect(view.state().list.phase).toBe('failed');
  view.narrow({ filter: { query: '' } });
  await settle();
  expect(view.state().list.phase).toBe('ready');
  expect(shown()).toEqual([C, B, A]);
});

test('what changes beyond the part that is read is counted', async () => {
  for (let n = 0; n < 100; n++) library.add({ id: `arxiv:2505.${10_000 + n}`, title: 'Found' });
  await view.open();
  view.narrow({ filter: { query: 'found' } });
  await settle();
  expect(view.state().list).toMatchObject({ matches: 100, more: true });
  await library.change('arxiv:2505.10000', { starred: false });
  await settle();
  expect(view.state().list.matches).toBe(99);
  expect(shown()).toHaveLength(30);
});

test('what is typed is shown at once, and found when what reads it is there', async () => {
  await view.open();
  view.narrow({ filter: { query: 'alpha' } });
  view.narrow({ filter: { query: 'alpha -inside' } });
  expect(view.state().list.filter.query).toBe('alpha -inside');
  await settle();
  expect(shown()).toEqual([A]);
  expect(view.state().list.understood.inParts('Alpha')).toEqual([{ text: 'Alpha', marked: true }]);
});

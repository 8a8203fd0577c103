import { expect, test } from 'vitest';
import type { Shown } from '../../lib/store/tabPapers';
import { createOnThisPage } from '../../lib/views/onThisPage';
import { createPaperCache } from '../../lib/views/paperCache';
import { fakeLibrary } from '../fakes/library';

const A = 'arxiv:2504.00001' as const;
const UNKNOWN = 'arxiv:2504.00009' as const;

test('in a private window, papers that are not in the library are not waited for', async () => {
  const library = fakeLibrary();
  library.add({ id: A, title: 'Alpha' });
  let shown: Shown = {
    origin: 'https://huggingface.co',
    listing: '/papers',
    ids: [UNKNOWN],
    isPrivate: true,
  };
  const page = createOnThisPage({
    readListing: async () => shown,
    reader: library.reader,
    listed: createPaperCache(
      { shown: (_, stored) => stored, saving: () => false },
      () => new Date(0),
    ),
    onChange: () => {},
  });
  await page.load();
  expect(page.state().phase).toBe('private');
  shown = {
    origin: 'https://huggingface.co',
    listing: '/papers',
    ids: [A, UNKNOWN],
    isPrivate: true,
  };
  await page.load();
  expect(page.state()).toEqual({ phase: 'ready', ids: [A] });
});

test('which papers of the page are dismissed is read with them, and again', async () => {
  const library = fakeLibrary();
  library.add({ id: A, title: 'Alpha' });
  let dismissed = new Set([A]);
  const page = createOnThisPage({
    readListing: async () => ({ origin: 'https://arxiv.org', listing: '/list', ids: [A] }),
    reader: { ...library.reader, dismissedOf: async () => dismissed },
    listed: createPaperCache(
      { shown: (_, stored) => stored, saving: () => false },
      () => new Date(0),
    ),
    onChange: () => {},
  });
  await page.load();
  expect(page.isDismissed(A)).toBe(true);
  dismissed = new Set();
  await page.readDismissed();
  expect(page.isDismissed(A)).toBe(false);
});

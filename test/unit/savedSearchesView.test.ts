import { beforeEach, describe, expect, test, vi } from 'vitest';
import { failure } from '../../lib/messages/result';
import { createSavedSearches, type SavedSearches } from '../../lib/views/savedSearches';
import { takeEnglishTexts } from '../component/englishTexts';
import { type FakeOrganized, fakeDeps, fakeOrganized } from '../fakes/organizing';

let organized: FakeOrganized;
let told: ReturnType<typeof fakeDeps>['told'];
let searches: SavedSearches;
const count = vi.fn(async (query: string) => query.length);

beforeEach(async () => {
  takeEnglishTexts();
  organized = fakeOrganized();
  const made = fakeDeps(organized);
  told = made.told;
  searches = createSavedSearches({ ...made.deps, count });
  await searches.open();
  await searches.save('To read', 'is:unread');
});

const stored = (): Record<string, string> =>
  Object.fromEntries(organized.searches.map(({ name, query }) => [name, query]));

describe('a search', () => {
  test('is saved under its name, tidied', async () => {
    searches.edit('');
    await searches.save('  My   search ', 'tag:rl');
    expect(stored()).toEqual({ 'To read': 'is:unread', 'My search': 'tag:rl' });
    expect(searches.state().editing).toBeNull();
    expect(told.at(-1)?.text).toBe('Saved the search “My search”.');
  });

  test('has the number of papers it finds', async () => {
    await expect.poll(() => searches.state().searches[0]?.count).toBe(9);
    count.mockRejectedValueOnce(new Error('no index'));
    await searches.changed('all');
    await expect.poll(() => searches.state().searches[0]?.count).toBeNull();
  });

  test('takes the name of another only after a question', async () => {
    await searches.save('To read', 'is:reading');
    expect(searches.state().asking).toMatchObject({ name: 'To read', replaces: 'is:unread' });
    searches.cancel();
    expect(stored()).toEqual({ 'To read': 'is:unread' });
    await searches.save('To read', 'is:reading');
    await searches.confirm();
    expect(stored()).toEqual({ 'To read': 'is:reading' });
  });

  test('is renamed, also to the name of another after a question', async () => {
    await searches.save('Other', 'tag:a');
    await searches.rename('To read', 'Later');
    expect(stored()).toEqual({ Later: 'is:unread', Other: 'tag:a' });
    await searches.rename('Later', 'Other');
    expect(searches.state().asking).toMatchObject({ from: 'Later', replaces: 'tag:a' });
    await searches.confirm();
    expect(stored()).toEqual({ Other: 'is:unread' });
  });

  test('keeps its name where none is given, or the same', async () => {
    await searches.rename('To read', '  ');
    await searches.rename('To read', 'To read');
    expect(organized.sent).toHaveLength(1);
  });

  test('that could not get its new name keeps the old one', async () => {
    organized.failWith = failure('full', '');
    await searches.rename('To read', 'Later');
    expect(stored()).toEqual({ 'To read': 'is:unread' });
    expect(told.at(-1)?.kind).toBe('error');
  });

  test('is deleted, and comes back', async () => {
    await searches.remove('To read');
    expect(searches.state().searches).toEqual([]);
    told.at(-1)?.action?.run();
    await expect.poll(() => searches.state().searches).toHaveLength(1);
  });
});

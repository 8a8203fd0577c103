import { describe, expect, test } from 'vitest';
import { giveBack } from '../../../lib/sites/givingBack';
import { READ_AT_ONCE, SWITCHED } from '../../../lib/sites/sites';

/** A browser that permits some hosts, and what is given back to it. */
function permitting(permitted: readonly string[]) {
  const removed: string[] = [];
  const withdrawn: string[] = [];
  const permissions = {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((origin) => permitted.includes(origin)),
    remove: async (given: { origins?: string[]; data_collection?: string[] }) => {
      removed.push(...(given.origins ?? []));
      withdrawn.push(...(given.data_collection ?? []));
      return true;
    },
  };
  return { permissions, removed, withdrawn };
}

const SERVER = 'https://cloud.example/*';

describe('a host that is not needed for a folder any more', () => {
  test('is given back', async () => {
    const { permissions, removed } = permitting([SERVER]);
    await giveBack({ origins: [SERVER] }, permissions);
    expect(removed).toEqual([SERVER]);
  });

  test.each(SWITCHED)('is kept where $name is on, and not where it is off', async ({ matches }) => {
    const [host = ''] = matches;
    const on = permitting(matches);
    await giveBack({ origins: [host, SERVER] }, on.permissions);
    expect(on.removed).toEqual([SERVER]);
    const off = permitting(matches.slice(0, -1));
    await giveBack({ origins: [host] }, off.permissions);
    expect(off.removed).toEqual([host]);
  });

  test.each(READ_AT_ONCE)('is kept where $name is read there', async ({ matches }) => {
    const { permissions, removed } = permitting([]);
    await giveBack({ origins: matches }, permissions);
    expect(removed).toEqual([]);
  });

  test('is kept without the consent that data may leave, which was for the folder alone', async () => {
    const { permissions, removed, withdrawn } = permitting([]);
    const [{ matches: origins = [] } = {}] = READ_AT_ONCE;
    await giveBack({ origins, data_collection: ['bookmarksInfo'] }, permissions);
    expect(removed).toEqual([]);
    expect(withdrawn).toEqual(['bookmarksInfo']);
  });

  test('is kept where the browser will not take it back', async () => {
    const { permissions } = permitting([]);
    const remove = () => Promise.reject(new Error('You cannot remove required permissions.'));
    await expect(
      giveBack({ origins: [SERVER] }, { ...permissions, remove }),
    ).resolves.toBeUndefined();
  });
});

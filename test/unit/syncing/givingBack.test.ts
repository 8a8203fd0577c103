import { describe, expect, test } from 'vitest';
import { giveBackOrigins } from '../../../lib/sites/givingBack';
import { READ_AT_ONCE, SWITCHED } from '../../../lib/sites/sites';

/** A browser that permits some hosts, and what is given back to it. */
function permitting(permitted: readonly string[]) {
  const removed: string[] = [];
  const permissions = {
    contains: async ({ origins = [] }: { origins?: string[] }) =>
      origins.every((origin) => permitted.includes(origin)),
    remove: async ({ origins = [] }: { origins?: string[] }) => {
      removed.push(...origins);
      return true;
    },
  };
  return { permissions, removed };
}

const SERVER = 'https://cloud.example/*';

describe('a host that is not needed for a folder any more', () => {
  test('is given back', async () => {
    const { permissions, removed } = permitting([SERVER]);
    await giveBackOrigins([SERVER], permissions);
    expect(removed).toEqual([SERVER]);
  });

  test.each(SWITCHED)('is kept where $name is on, and not where it is off', async ({ matches }) => {
    const [host = ''] = matches;
    const on = permitting(matches);
    await giveBackOrigins([host, SERVER], on.permissions);
    expect(on.removed).toEqual([SERVER]);
    const off = permitting(matches.slice(0, -1));
    await giveBackOrigins([host], off.permissions);
    expect(off.removed).toEqual([host]);
  });

  test.each(READ_AT_ONCE)('is kept where $name is read there', async ({ matches }) => {
    const { permissions, removed } = permitting([]);
    await giveBackOrigins(matches, permissions);
    expect(removed).toEqual([]);
  });

  test('is kept where the browser will not take it back', async () => {
    const { permissions } = permitting([]);
    const remove = () => Promise.reject(new Error('You cannot remove required permissions.'));
    await expect(giveBackOrigins([SERVER], { ...permissions, remove })).resolves.toBeUndefined();
  });
});

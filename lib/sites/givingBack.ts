import { READ_AT_ONCE, SWITCHED } from './sites';

/** What knows which hosts the browser permits. */
interface Permissions {
  contains(asked: { origins: string[] }): Promise<boolean>;
  remove(given: { origins: string[] }): Promise<boolean>;
}

/**
 * Gives hosts back to the browser that something else than a site was permitted to reach, but for those of sites that
 * are on: these would be off, and nobody has switched them off.
 * @param origins match patterns, one host each
 */
export async function giveBackOrigins(origins: string[], permissions: Permissions): Promise<void> {
  const needed = new Set(await neededBySites(permissions));
  const unneeded = origins.filter((origin) => !needed.has(origin));
  if (unneeded.length === 0) return;
  // What the manifest asks for is not given back: Chromium says so by an error.
  await permissions.remove({ origins: unneeded }).catch(() => false);
}

/** The hosts of the sites that are read from the beginning, and of those that the reader has switched on. */
async function neededBySites(permissions: Permissions): Promise<string[]> {
  const switchedOn = SWITCHED.map(async ({ matches }) =>
    (await permissions.contains({ origins: matches })) ? matches : [],
  );
  return [...READ_AT_ONCE.map(({ matches }) => matches), ...(await Promise.all(switchedOn))].flat();
}

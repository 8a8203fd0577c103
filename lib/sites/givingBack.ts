import { READ_AT_ONCE, SWITCHED } from './sites';

/** What was permitted: match patterns, one host each, and in Firefox that data may leave. */
interface Given {
  origins: string[];
  data_collection?: string[];
}

/** What knows what the browser permits. */
interface Permissions {
  contains(asked: Given): Promise<boolean>;
  remove(given: Given): Promise<boolean>;
}

/**
 * Gives back to the browser what something else than a site was permitted, but for the hosts of sites that are on: these
 * would be off, and nobody has switched them off.
 */
export async function giveBack(given: Given, permissions: Permissions): Promise<void> {
  const needed = new Set(await neededBySites(permissions));
  const origins = given.origins.filter((origin) => !needed.has(origin));
  if (origins.length === 0 && !given.data_collection) return;
  // What the manifest asks for is not given back: Chromium says so by an error.
  await permissions.remove({ ...given, origins }).catch(() => false);
}

/** The hosts of the sites that are read from the beginning, and of those that the reader has switched on. */
async function neededBySites(permissions: Permissions): Promise<string[]> {
  const switchedOn = SWITCHED.map(async ({ matches }) =>
    (await permissions.contains({ origins: matches })) ? matches : [],
  );
  return [...READ_AT_ONCE.map(({ matches }) => matches), ...(await Promise.all(switchedOn))].flat();
}

import { browser } from 'wxt/browser';
import type { OptionalSite } from './optionalSites';

/** A site that we read from the beginning. */
export type ReadSite = Pick<OptionalSite, 'name' | 'matches'>;

/** What the reader has taken from us in the browser's own settings: sites that we read from the beginning. */
export interface Withdrawn {
  /** The names of the sites. */
  names: string[];
  /** What the browser is asked for. */
  origins: string[];
}

/** Calls back with what has been taken, if anything has, and whenever that changes (null: nothing is). */
export function onWithdrawn(
  sites: readonly ReadSite[],
  heard: (withdrawn: Withdrawn | null) => void,
): void {
  const { onAdded, onRemoved } = browser.permissions;
  let wasWithdrawn = false;
  const look = async (): Promise<void> => {
    const withdrawn = await readWithdrawn(sites);
    if (withdrawn !== null || wasWithdrawn) heard(withdrawn);
    wasWithdrawn = withdrawn !== null;
  };
  onAdded.addListener(() => void look());
  onRemoved.addListener(() => void look());
  void look();
}

/** Asks for it again; to be called in the reader's click, without waiting for anything. */
export function askAgain({ origins }: Withdrawn): Promise<boolean> {
  return browser.permissions.request({ origins });
}

async function readWithdrawn(sites: readonly ReadSite[]): Promise<Withdrawn | null> {
  const isPermitted = await Promise.all(
    sites.map(({ matches }) => browser.permissions.contains({ origins: matches })),
  );
  const gone = sites.filter((_, at) => !isPermitted[at]);
  if (gone.length === 0) return null;
  return { names: gone.map(({ name }) => name), origins: gone.flatMap(({ matches }) => matches) };
}

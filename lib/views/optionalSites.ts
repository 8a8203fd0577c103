import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';

/** A site that is off until the reader switches it on, and what the browser is asked for then. */
export interface OptionalSite {
  id: string;
  name: string;
  hosts: readonly string[];
  matches: string[];
}

/** Which sites are on: what the browser permits, and nothing else says so. */
export interface SiteSwitches {
  sites: readonly OptionalSite[];
  on: readonly string[];
  /** The site that the browser did not let be switched; null: none. */
  refused: OptionalSite | null;
  onSwitch: (site: OptionalSite, wanted: boolean) => void;
}

/** See `SiteSwitches`; follows what is permitted elsewhere. `sites` is the same at every call. */
export function useSiteSwitches(sites: readonly OptionalSite[]): SiteSwitches {
  const [on, setOn] = useState<readonly string[]>([]);
  const [refused, setRefused] = useState<OptionalSite | null>(null);

  useEffect(() => {
    const read = (): void => void permitted(sites).then(setOn);
    read();
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(read);
    onRemoved.addListener(read);
    return () => {
      onAdded.removeListener(read);
      onRemoved.removeListener(read);
    };
  }, [sites]);

  async function onSwitch(site: OptionalSite, wanted: boolean): Promise<void> {
    const origins = site.matches;
    // Asked at once: after anything that takes time the browser would not take it for the reader's click.
    const done = wanted
      ? await browser.permissions.request({ origins })
      : await browser.permissions.remove({ origins });
    setRefused(done ? null : site);
    setOn(await permitted(sites));
  }

  return { sites, on, refused, onSwitch: (site, wanted) => void onSwitch(site, wanted) };
}

async function permitted(sites: readonly OptionalSite[]): Promise<string[]> {
  const asked = sites.map(async ({ id, matches }) =>
    (await browser.permissions.contains({ origins: matches })) ? [id] : [],
  );
  return (await Promise.all(asked)).flat();
}

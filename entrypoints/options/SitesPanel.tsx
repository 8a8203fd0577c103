import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { Outcome } from '../../components/options/Outcome';
import { SiteSwitch } from '../../components/options/SiteSwitch';
import { matchesOf, OPTIONAL, SITES, type SiteId } from '../../lib/sites/sites';
import { text } from '../../lib/text/text';

/** The sites that are off until the reader switches them on. What the browser permits is what is on. */
export function SitesPanel(): JSX.Element {
  const [on, setOn] = useState<readonly SiteId[]>([]);
  const [refused, setRefused] = useState<SiteId | null>(null);

  useEffect(() => {
    const read = (): void => void permittedSites().then(setOn);
    read();
    const { onAdded, onRemoved } = browser.permissions;
    onAdded.addListener(read);
    onRemoved.addListener(read);
    return () => {
      onAdded.removeListener(read);
      onRemoved.removeListener(read);
    };
  }, []);

  async function switchSite(site: SiteId, wanted: boolean): Promise<void> {
    const origins = matchesOf(SITES[site]);
    // Asked at once: after anything that takes time the browser would not take it for the reader's click.
    const done = wanted
      ? await browser.permissions.request({ origins })
      : await browser.permissions.remove({ origins });
    setRefused(done ? null : site);
    setOn(await permittedSites());
  }

  return (
    <>
      <p class="about">{text('sitesAbout')}</p>
      {OPTIONAL.map((site) => (
        <SiteSwitch
          key={site}
          name={SITES[site].name}
          hosts={SITES[site].hosts}
          on={on.includes(site)}
          onSwitch={(wanted) => void switchSite(site, wanted)}
        />
      ))}
      <Outcome said={refused && text('siteRefused', SITES[refused].name)} isError />
    </>
  );
}

async function permittedSites(): Promise<SiteId[]> {
  const asked = OPTIONAL.map(async (site) => {
    const isOn = await browser.permissions.contains({ origins: matchesOf(SITES[site]) });
    return isOn ? [site] : [];
  });
  return (await Promise.all(asked)).flat();
}

import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import type { SiteSwitches as Switches } from '../../lib/views/optionalSites';
import { Outcome } from './Outcome';
import { SiteSwitch } from './SiteSwitch';

/** The sites that are off until the reader switches them on. */
export function SiteSwitches({ sites, on, refused, onSwitch }: Switches): JSX.Element {
  return (
    <>
      <p class="about">{text('sitesAbout')}</p>
      {sites.map((site) => (
        <SiteSwitch
          key={site.id}
          name={site.name}
          hosts={site.hosts}
          on={on.includes(site.id)}
          onSwitch={(wanted) => onSwitch(site, wanted)}
        />
      ))}
      <Outcome said={refused && text('siteRefused', refused.name)} isError />
    </>
  );
}

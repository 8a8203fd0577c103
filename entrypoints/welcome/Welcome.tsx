import type { JSX } from 'preact';
import { Icon } from '../../components/Icon';
import { SiteLinks } from '../../components/list/SiteLinks';
import { BrowserKeys } from '../../components/options/BrowserKeys';
import { Section } from '../../components/options/Section';
import { SiteSwitches } from '../../components/options/SiteSwitches';
import * as pictures from '../../components/pictures';
import { ImportWays } from '../../components/welcome/ImportWays';
import { BUILT_IN, HOMES, SITES, SWITCHED } from '../../lib/sites/sites';
import { listText, text } from '../../lib/text/text';
import { changeBrowserKeys, useBrowserKeys } from '../../lib/views/browserKeys';
import { useSiteSwitches } from '../../lib/views/optionalSites';
import { TryIt, type TryItProps } from './TryIt';

/** The page that opens once, after the installation: what there is to try, to choose and to bring along. */
export function Welcome(trying: TryItProps): JSX.Element {
  const sites = useSiteSwitches(SWITCHED);
  const keys = useBrowserKeys();
  return (
    <main class="options welcome">
      <header>
        <Icon picture={pictures.star} filled />
        <h1>{text('welcomeTitle')}</h1>
      </header>
      <p>{text('welcomeAbout')}</p>
      <Section id="try" heading={text('tryHeading')}>
        <TryIt {...trying} />
      </Section>
      <Section id="sites" heading={text('welcomeSitesHeading')}>
        <p>{text('welcomeSitesOn', listText(BUILT_IN.map((id) => SITES[id].name)))}</p>
        <div class="welcome-sites">
          <SiteLinks homes={HOMES} />
        </div>
        <SiteSwitches {...sites} />
      </Section>
      <Section id="keys" heading={text('welcomeKeysHeading')}>
        <BrowserKeys keys={keys} onChange={() => void changeBrowserKeys()} />
      </Section>
      <Section id="import" heading={text('welcomeImportHeading')}>
        <ImportWays />
      </Section>
      <p class="about">{text('toolbarHint')}</p>
    </main>
  );
}

import type { JSX } from 'preact';
import { SiteSwitches } from '../../components/options/SiteSwitches';
import { SWITCHED } from '../../lib/sites/sites';
import { useSiteSwitches } from '../../lib/views/optionalSites';

/** The sites that are off until the reader switches them on. What the browser permits is what is on. */
export function SitesPanel(): JSX.Element {
  return <SiteSwitches {...useSiteSwitches(SWITCHED)} />;
}

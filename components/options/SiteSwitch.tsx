import type { JSX } from 'preact';
import { listText, text } from '../../lib/text/text';

export interface SiteSwitchProps {
  name: string;
  hosts: readonly string[];
  on: boolean;
  onSwitch: (on: boolean) => void;
}

/** A site that is off until the reader switches it on, with the hosts that the browser will ask about. */
export function SiteSwitch({ name, hosts, on, onSwitch }: SiteSwitchProps): JSX.Element {
  return (
    <label class="single-keys">
      <input
        type="checkbox"
        checked={on}
        onChange={({ currentTarget }) => {
          const { checked } = currentTarget;
          currentTarget.checked = on; // the browser may refuse: what it says is what is shown
          onSwitch(checked);
        }}
      />
      <span>
        {name}
        <small>{text('siteHosts', listText([...hosts]))}</small>
      </span>
    </label>
  );
}

import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface SectionListProps {
  /** What is at the page's addresses, in its order. */
  sections: readonly (readonly [id: string, heading: string])[];
  /** The one that is in sight. */
  current: string;
}

/** The parts of the settings, each with its address, and the way back to the library. */
export function SectionList({ sections, current }: SectionListProps): JSX.Element {
  return (
    <nav class="section-list" aria-label={text('settingsSections')}>
      <a class="to-library" href="/library.html">
        <Icon picture={pictures.back} />
        {text('toLibrary')}
      </a>
      {sections.map(([id, heading]) => (
        <a key={id} href={`#${id}`} aria-current={id === current ? 'true' : undefined}>
          {heading}
        </a>
      ))}
    </nav>
  );
}

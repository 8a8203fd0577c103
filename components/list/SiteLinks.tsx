import type { JSX } from 'preact';
import { text } from '../../lib/text/text';

/** A site with a listing to begin with. */
export interface Home {
  name: string;
  home: string;
}

/** Where papers can be found: a link to the first listing of each site. */
export function SiteLinks({ homes }: { homes: readonly Home[] }): JSX.Element {
  return (
    <>
      {homes.map(({ name, home }) => (
        <a key={home} class="button" href={home} target="_blank" rel="noreferrer">
          {text('browseSite', name)}
        </a>
      ))}
    </>
  );
}

import type { JSX } from 'preact';
import { numberText } from '../../lib/text/text';
import { Icon } from '../Icon';

export interface PlaceLinkProps {
  icon: string;
  name: string;
  /** What more there is to say about it. */
  hint?: string | undefined;
  href: string;
  current: boolean;
  count?: number | null | undefined;
}

/** A link to one of the places of the library page. */
export function PlaceLink({ icon, name, hint, href, current, count }: PlaceLinkProps): JSX.Element {
  return (
    <a class="place" href={href} aria-current={current ? 'page' : undefined} title={hint}>
      <Icon picture={icon} />
      <span class="place-name" dir="auto">
        {name}
      </span>
      {count !== undefined && count !== null && (
        <span class="facet-count">{numberText(count)}</span>
      )}
    </a>
  );
}

import type { JSX } from 'preact';

export interface IconProps {
  /** One of `components/pictures.ts`. */
  picture: string;
  /** Whether the shape is filled, for a thing that is set. */
  filled?: boolean;
}

/** A small picture beside or instead of a text; says nothing to a screen reader. */
export function Icon({ picture, filled = false }: IconProps): JSX.Element {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
      <path
        d={picture}
        fill={filled ? 'currentColor' : 'none'}
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}

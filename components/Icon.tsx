import type { JSX } from 'preact';

export interface IconProps {
  /** One of `components/pictures.ts`. */
  picture: string;
  /** Whether the shape is filled, for a thing that is set. */
  filled?: boolean;
}

/** A small picture beside or instead of a text; says nothing to a screen reader. How it is drawn: `.icon` in tokens.css. */
export function Icon({ picture, filled = false }: IconProps): JSX.Element {
  return (
    <svg class={filled ? 'icon filled' : 'icon'} viewBox="0 0 16 16" aria-hidden="true">
      <path d={picture} />
    </svg>
  );
}

import type { JSX } from 'preact';
import type { TagColour } from '../../lib/papers/tagColours';

/** A tag's colour as a dot; a ring where it has none. Says nothing to screen readers: the name is the tag. */
export function TagDot({ colour }: { colour: TagColour | null }): JSX.Element {
  return (
    <span class={`tag-dot ${colour === null ? 'none' : `tag-${colour}`}`} aria-hidden="true" />
  );
}

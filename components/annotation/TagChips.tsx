import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface TagChipsProps {
  tags: string[];
  /** How many of them are shown. */
  most: number;
  onMore: () => void;
  onRemove: (tag: string) => void;
}

/** The tags in a tag field, each with the way to take it off. */
export function TagChips({ tags, most, onMore, onRemove }: TagChipsProps): JSX.Element {
  const shown = tags.slice(0, most);
  return (
    <>
      {shown.map((tag) => (
        <span key={tag} class="tag">
          <bdi>{tag}</bdi>
          <button type="button" aria-label={text('removeTag', tag)} onClick={() => onRemove(tag)}>
            <Icon picture={pictures.close} />
          </button>
        </span>
      ))}
      {shown.length < tags.length && (
        <button type="button" onClick={onMore}>
          {text('showMoreTags', tags.length - shown.length)}
        </button>
      )}
    </>
  );
}

import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import type { TagOption } from './tagOptions';

export interface TagOptionsProps {
  id: string;
  options: TagOption[];
  /** The row that Enter takes; -1 where it takes none. */
  active: number;
  optionId: (index: number) => string;
  onPick: (tag: string) => void;
}

/** The list below a tag field, whose focus stays in the field. */
export function TagOptions(props: TagOptionsProps): JSX.Element {
  const { id, options, active, optionId, onPick } = props;
  return (
    <div
      id={id}
      class="tag-options"
      role="listbox"
      aria-label={text('tagsInUse')}
      hidden={options.length === 0}
    >
      {options.map(({ tag, isNew }, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus, and hears the keys
        <div
          key={isNew ? '' : tag}
          id={optionId(index)}
          role="option"
          class={isNew ? 'new' : undefined}
          aria-selected={index === active}
          tabIndex={-1}
          onMouseDown={(event) => event.preventDefault()} // the field keeps the focus
          onClick={() => onPick(tag)}
        >
          {isNew ? text('createTag', tag) : <bdi>{tag}</bdi>}
        </div>
      ))}
    </div>
  );
}

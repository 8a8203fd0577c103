import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BulkPatch } from '../../lib/papers/annotation';
import { sameTag, type TagCount } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { TagField } from '../annotation/TagField';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface BulkTagsProps {
  which: 'add' | 'remove';
  open: boolean;
  onOpen: (which: 'add' | 'remove' | null) => void;
  tagsInUse: TagCount[];
  tags: string[];
  onPatch: (patch: BulkPatch) => void;
}

const TEXTS = {
  add: ['bulkTag', 'bulkTagTitle'],
  remove: ['bulkUntag', 'bulkUntagTitle'],
} as const;

/** A button with a field below it, for a tag that all selected papers get or lose. */
export function BulkTags(props: BulkTagsProps): JSX.Element {
  const { which, open, onOpen, tagsInUse, tags, onPatch } = props;
  const button = useRef<HTMLButtonElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const [done, setDone] = useState<string[]>([]);
  const [name, title] = TEXTS[which];

  useEffect(() => {
    if (!open) setDone([]);
  }, [open]);

  function close(): void {
    onOpen(null);
    button.current?.focus();
  }

  function apply(tag: string, adds: boolean): void {
    onPatch(adds ? { addTags: [tag] } : { removeTags: [tag] });
  }

  const known = tagsInUse.filter(
    ({ tag }) => which === 'add' || tags.length === 0 || tags.some((one) => sameTag(one, tag)),
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes it wherever the focus is in it
    <div
      class="bulk-tags"
      ref={box}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open || event.defaultPrevented) return;
        event.preventDefault();
        event.stopPropagation();
        close();
      }}
      onFocusOut={({ relatedTarget }) => {
        const stays = relatedTarget instanceof Node && box.current?.contains(relatedTarget);
        if (open && !stays && relatedTarget !== null) onOpen(null);
      }}
    >
      <button
        ref={button}
        type="button"
        class="text-button"
        aria-expanded={open}
        onClick={() => onOpen(open ? null : which)}
      >
        <Icon picture={which === 'add' ? pictures.tag : pictures.untag} />
        <span>{text(name)}</span>
      </button>
      {open && (
        <div class="bulk-tags-field" role="dialog" aria-label={text(title)}>
          <p>{text(title)}</p>
          <TagField
            focus
            creates={which === 'add'}
            tags={done}
            inUse={known}
            onAdd={(tag) => {
              setDone([...done, tag]);
              apply(tag, which === 'add');
            }}
            onRemove={(tag) => {
              setDone(done.filter((one) => one !== tag));
              apply(tag, which !== 'add');
            }}
          />
        </div>
      )}
    </div>
  );
}

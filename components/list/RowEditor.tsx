import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { AnnotationPatch } from '../../lib/papers/annotation';
import type { ListedPaper } from '../../lib/papers/list';
import type { TagCount } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { AnnotationEditor, type Part } from '../annotation/AnnotationEditor';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface RowEditorProps {
  id: string;
  listed: ListedPaper;
  tagsInUse: TagCount[];
  /** The part that takes the focus; absent: where most begin. */
  focus: Part | undefined;
  onPatch: (patch: AnnotationPatch) => void;
  onRemove: () => void;
  onClose: () => void;
}

/** A paper's editor, unfolded in its row. */
export function RowEditor(props: RowEditorProps): JSX.Element {
  const { id, listed, tagsInUse, focus, onPatch, onRemove, onClose } = props;
  const box = useRef<HTMLDivElement>(null);
  // After its field took the focus, which scrolls no further than to the field.
  useEffect(() => box.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={box} id={id} class="row-editor">
      <AnnotationEditor
        id={listed.id}
        annotation={listed.annotation}
        saving={listed.saving}
        tagsInUse={tagsInUse}
        onPatch={onPatch}
        focus={focus ?? firstPart(listed)}
      />
      <div class="row-editor-foot">
        {listed.bookmarked && (
          <button type="button" class="text-button danger" onClick={onRemove}>
            <Icon picture={pictures.trash} />
            {text('remove')}
          </button>
        )}
        <span class="saved-hint">
          {listed.bookmarked && text(listed.saving ? 'saving' : 'saved')}
        </span>
        <button type="button" class="text-button" onClick={onClose}>
          {text('done')}
        </button>
      </div>
    </div>
  );
}

/** Where the editor begins when no part was asked for: at the tags, the most used. */
function firstPart({ annotation }: ListedPaper): Part {
  return annotation.tags.length > 0 && annotation.note !== '' ? 'note' : 'tags';
}

import type { JSX } from 'preact';
import type { Annotation, AnnotationPatch } from '../../lib/papers/annotation';
import type { TagCount } from '../../lib/papers/tags';
import { NoteField } from './NoteField';
import { StatusPicker } from './StatusPicker';
import { TagField } from './TagField';

/** The parts of an annotation that are edited beside the star. */
export type Part = 'status' | 'tags' | 'note';

export interface AnnotationEditorProps {
  /** The paper. */
  id: string;
  annotation: Annotation;
  /** Whether an edit is on its way. */
  saving?: boolean | undefined;
  /** Tags in use, to complete from. */
  tagsInUse: TagCount[];
  /** Called for every change, a keystroke in the note included; nothing waits for a "Save". */
  onPatch: (patch: AnnotationPatch) => void;
  /** The part that takes the focus when the editor appears. */
  focus?: Part | undefined;
}

/** Status, tags and note of one paper, edited in place. */
export function AnnotationEditor(props: AnnotationEditorProps): JSX.Element {
  const { id, annotation, saving, tagsInUse, onPatch, focus } = props;
  return (
    <div class="annotation-editor">
      <StatusPicker
        status={annotation.status}
        onPick={(status) => onPatch({ status })}
        focus={focus === 'status'}
      />
      <TagField
        of={id}
        tags={annotation.tags}
        inUse={tagsInUse}
        onAdd={(tag) => onPatch({ addTags: [tag] })}
        onRemove={(tag) => onPatch({ removeTags: [tag] })}
        focus={focus === 'tags'}
      />
      <NoteField
        note={annotation.note}
        saving={saving}
        onInput={(note, noteWas) => onPatch({ note, noteWas })}
        focus={focus === 'note'}
      />
    </div>
  );
}

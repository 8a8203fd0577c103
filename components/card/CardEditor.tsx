import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import type { Annotation, AnnotationPatch } from '../../lib/papers/annotation';
import type { TagCount } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { AnnotationEditor, type Part } from '../annotation/AnnotationEditor';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { CopyRow, type CopyRowProps } from './CopyRow';

export interface CardEditorProps {
  /** The paper. */
  paper: string;
  title: string;
  annotation: Annotation;
  /** Whether an edit is on its way. */
  saving?: boolean;
  tagsInUse: TagCount[];
  focus: Part;
  onPatch: (patch: AnnotationPatch) => void;
  onCopy: CopyRowProps['onCopy'];
  onClose: () => void;
}

/** The editor that opens on a card: not modal, closed by Escape, by its button or by leaving it. */
export function CardEditor(props: CardEditorProps): JSX.Element {
  const { title, onClose } = props;
  const id = useId();

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab' && leaves(event.currentTarget, event)) onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div class="card-editor" role="dialog" aria-labelledby={id} onKeyDown={onKeyDown}>
      <header>
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={text('closeEditor')}
          onClick={onClose}
        >
          <Icon picture={pictures.close} />
        </button>
      </header>
      <AnnotationEditor
        id={props.paper}
        annotation={props.annotation}
        saving={props.saving}
        tagsInUse={props.tagsInUse}
        onPatch={props.onPatch}
        focus={props.focus}
      />
      <CopyRow onCopy={props.onCopy} />
    </div>
  );
}

/** Whether Tab would go past the editor's first or last field: the way back is to the card. */
function leaves(editor: HTMLElement, event: KeyboardEvent): boolean {
  const fields = [
    ...editor.querySelectorAll<HTMLElement>(
      'button, input:not([type="radio"]), input:checked, textarea',
    ),
  ];
  return event.target === (event.shiftKey ? fields[0] : fields.at(-1));
}

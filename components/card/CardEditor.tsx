import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useId } from 'preact/hooks';
import { type Annotation, type AnnotationPatch, isEmpty } from '../../lib/papers/annotation';
import type { TagCount } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { AnnotationEditor, type Part } from '../annotation/AnnotationEditor';
import { StarButton } from '../annotation/StarButton';
import { CopyRow, type CopyRowProps } from './CopyRow';
import { DismissButton } from './DismissButton';

export interface CardEditorProps {
  /** The paper. */
  paper: string;
  title: string;
  annotation: Annotation;
  /** Whether an edit is on its way. */
  saving?: boolean;
  /** What its card says about the paper, in whole sentences; there it may have no room. */
  said?: readonly string[] | undefined;
  tagsInUse: TagCount[];
  focus: Part;
  onPatch: (patch: AnnotationPatch) => void;
  /** Whether it is not for the reader; null while that is not known. */
  dismissed?: boolean | null;
  onDismiss?: (() => void) | undefined;
  onCopy: CopyRowProps['onCopy'];
  onClose: () => void;
}

/** The editor that opens on a card: not modal, closed by Escape, by its button or by leaving it. */
export function CardEditor(props: CardEditorProps): JSX.Element {
  const { title, annotation, onPatch, onClose } = props;
  const id = useId();

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Tab' && leaves(event.currentTarget, event)) onClose();
    else return;
    event.preventDefault();
  }

  return (
    <div
      class="card-editor"
      role="dialog"
      aria-labelledby={id}
      lang={text('languageTag')} // the page around it may be in another
      dir={text('textDirection') === 'rtl' ? 'rtl' : 'ltr'}
      onKeyDown={onKeyDown}
    >
      <header>
        <StarButton
          title={title}
          starred={annotation.starred}
          onToggle={(starred) => onPatch({ starred })}
        />
        <h2 id={id} dir="auto" lang="">
          {title}
        </h2>
        <div class="card-editor-end">
          <button type="button" class="card-editor-done" onClick={onClose}>
            {text('done')}
          </button>
          <span>{!isEmpty(annotation) && text(props.saving ? 'saving' : 'saved')}</span>
        </div>
      </header>
      {props.said?.map((sentence) => (
        <p key={sentence} class="card-editor-said" dir="auto">
          {sentence}
        </p>
      ))}
      <div class="card-editor-parts">
        {typeof props.dismissed === 'boolean' && (
          <DismissButton dismissed={props.dismissed} onClick={props.onDismiss} />
        )}
        <AnnotationEditor
          id={props.paper}
          annotation={annotation}
          saving={props.saving}
          tagsInUse={props.tagsInUse}
          onPatch={onPatch}
          focus={props.focus}
        />
      </div>
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

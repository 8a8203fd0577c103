import type { JSX } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { numberText, text } from '../../lib/text/text';
import type { NoteReading } from '../../lib/views/noteReading';
import { NoteField } from '../annotation/NoteField';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { Markdown } from './Markdown';
import type { ReadingActions } from './props';

export interface NoteSectionProps {
  note: NoteReading;
  /** The whole note, as it is typed. */
  source: string;
  writing: boolean;
  saving: boolean;
  actions: Pick<ReadingActions, 'patch' | 'write' | 'stopWriting' | 'tick' | 'showWholeNote'>;
}

/** The note: rendered, and a field while it is written. A click, Enter or the button begins; Escape or leaving it ends. */
export function NoteSection({
  note,
  source,
  writing,
  saving,
  actions,
}: NoteSectionProps): JSX.Element {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const escaped = useRef(false);
  // Before the pane looks whether the focus is lost.
  useLayoutEffect(() => {
    if (writing || !escaped.current) return;
    escaped.current = false;
    button.current?.focus();
  }, [writing]);

  return (
    <section class="note-section" aria-labelledby={id}>
      <div class="section-head">
        <h3 id={id}>{text('noteLabel')}</h3>
        {writing ? (
          <span class="saved-hint">{text(saving ? 'saving' : 'savedAsTyped')}</span>
        ) : (
          source !== '' && (
            <button
              ref={button}
              type="button"
              class="icon-button"
              aria-label={text('writeNote')}
              title={text('writeNote')}
              onClick={actions.write}
            >
              <Icon picture={pictures.edit} />
            </button>
          )
        )}
      </div>
      {writing ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: hears what its field does not use
        <div
          class="note-writing"
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || event.isComposing) return;
            escaped.current = true;
            actions.stopWriting();
            event.preventDefault();
            event.stopPropagation();
          }}
          onFocusOut={(event) => {
            const box = event.currentTarget;
            // Where the whole window loses the focus, the field keeps it within the page.
            if (!box.contains(box.ownerDocument.activeElement)) actions.stopWriting();
          }}
        >
          <NoteField
            note={source}
            saving={saving}
            onInput={(next, noteWas) => actions.patch({ note: next, noteWas })}
            focus
          />
        </div>
      ) : source.trim() === '' ? (
        <button ref={button} type="button" class="add-note" onClick={actions.write}>
          {text('addNote')}
        </button>
      ) : (
        <RenderedNote note={note} actions={actions} />
      )}
    </section>
  );
}

function RenderedNote({ note, actions }: Pick<NoteSectionProps, 'note' | 'actions'>): JSX.Element {
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a short cut for the pointer; keys have the button */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a short cut for the pointer; keys have the button */}
      <div
        class="rendered-note"
        onClick={(event) => {
          const { target, currentTarget } = event;
          const isOwn = target instanceof Element && target.closest('a, input') !== null;
          const isSelecting = currentTarget.ownerDocument.getSelection()?.isCollapsed === false;
          if (!isOwn && !isSelecting) actions.write();
        }}
      >
        {note.blocks === null ? (
          <div class="plain-note" dir="auto">
            {note.text}
          </div>
        ) : (
          <Markdown blocks={note.blocks} onTick={actions.tick} />
        )}
      </div>
      {note.left > 0 && (
        <button type="button" class="quiet-link" onClick={actions.showWholeNote}>
          {text('wholeNote', numberText(note.left))}
        </button>
      )}
    </>
  );
}

import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { PasteForm } from './PasteForm';

export interface DropAreaProps {
  /** Takes files that were chosen. */
  onFiles: (files: readonly File[]) => void;
  /** Takes what was dropped: files, links, text. */
  onDrop: (dropped: DataTransfer) => void;
  /** Takes text from the field for it. */
  onText: (text: string) => void;
}

/** Where files are chosen or dropped, or text is pasted. */
export function DropArea({ onFiles, onDrop, onText }: DropAreaProps): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const [pastes, setPastes] = useState(false);
  const paste = useRef<HTMLButtonElement>(null);
  const hadForm = useRef(false);
  useLayoutEffect(() => {
    if (hadForm.current && !pastes) paste.current?.focus();
    hadForm.current = pastes;
  }, [pastes]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the buttons inside do the same by keyboard
    <div
      class="drop-area"
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        if (event.dataTransfer) onDrop(event.dataTransfer);
      }}
    >
      {pastes ? (
        <PasteForm onText={onText} onCancel={() => setPastes(false)} />
      ) : (
        <>
          <div class="drop-line">
            <Icon picture={pictures.importing} />
            <span>{text(isOver ? 'importDropNow' : 'importDrop')}</span>
            <button type="button" class="button" onClick={() => picker.current?.click()}>
              {text('importChoose')}
            </button>
          </div>
          <button
            ref={paste}
            type="button"
            class="link-button"
            aria-expanded={false}
            onClick={() => setPastes(true)}
          >
            {text('importPaste')}
          </button>
        </>
      )}
      {/* What a file is, its content says: no name is refused. */}
      <input
        ref={picker}
        type="file"
        multiple
        hidden
        onChange={(event) => {
          onFiles([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </div>
  );
}

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface DropAreaProps {
  /** Takes a file that was chosen or dropped. */
  onFile: (file: File) => void;
}

/** Where a file is chosen, or dropped. */
export function DropArea({ onFile }: DropAreaProps): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null | undefined): void => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is an extra; the button inside does the same by keyboard
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
        take(event.dataTransfer?.files);
      }}
    >
      <Icon picture={pictures.importing} />
      <span>{text(isOver ? 'importDropNow' : 'importDrop')}</span>
      <button type="button" class="button" onClick={() => picker.current?.click()}>
        {text('importChoose')}
      </button>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        hidden
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = ''; // the same file may be chosen again
        }}
      />
    </div>
  );
}

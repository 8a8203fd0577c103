import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { DropArea } from '../../components/options/DropArea';
import { Outcome } from '../../components/options/Outcome';
import type { ComparedLibrary } from '../../lib/imports/comparing';
import { createImporting, type ImportState } from '../../lib/imports/importing';
import { canUndo, outcomeOf } from '../../lib/imports/importOutcome';
import { filesIn, hasFolder } from '../../lib/imports/transfer';
import { send } from '../../lib/messages/client';
import { ownSettings } from '../../lib/settings/ownSettings';
import { type TextKey, text } from '../../lib/text/text';
import { pacer } from '../../lib/yielding';
import { ImportPreview } from './ImportPreview';
import { ImportProgress } from './ImportProgress';

export interface ImportPanelProps {
  reader: ComparedLibrary;
}

/** Reads a file into the library: choose, look at what would change, apply. */
export function ImportPanel({ reader }: ImportPanelProps): JSX.Element {
  const [state, show] = useState<ImportState>({ step: 'idle' });
  const importing = useMemo(
    () =>
      createImporting({
        send,
        reader,
        settings: ownSettings(localStorage),
        show,
        now: () => new Date(),
        newId: () => crypto.randomUUID(),
        pace: pacer(),
      }),
    [reader],
  );
  /** Why what was pasted or dropped is not looked at. */
  const [turnedAway, setTurnedAway] = useState<TextKey | null>(null);
  const panel = useRef<HTMLDivElement>(null);
  const { step } = state;
  const before = useRef(step);
  useLayoutEffect(() => {
    // The button that had the focus is gone: reading goes on here.
    if (before.current !== step && document.activeElement === document.body) panel.current?.focus();
    before.current = step;
  }, [step]);

  const take = useMemo(
    () =>
      (files: readonly File[]): void => {
        setTurnedAway(files.length === 0 ? 'importNothingPasted' : null);
        if (files.length > 0) void importing.choose(...files);
      },
    [importing],
  );
  const takeFrom = useMemo(
    () =>
      (data: DataTransfer, name: string): void => {
        if (hasFolder(data)) setTurnedAway('importFolder');
        else take(filesIn(data, name));
      },
    [take],
  );
  useEffect(() => {
    const listening = new AbortController();
    const onPaste = (event: ClipboardEvent): void => {
      // In a field it is the field's.
      if (event.target instanceof Element && event.target.closest('input, textarea')) return;
      if (event.clipboardData === null) return;
      event.preventDefault();
      takeFrom(event.clipboardData, text('importPasteName'));
    };
    document.addEventListener('paste', onPaste, { signal: listening.signal });
    return () => listening.abort();
  }, [takeFrom]);

  useEffect(() => {
    // The popup's and the library's "Import…" lead here: a file picker would close the popup.
    if (location.hash === '#import') panel.current?.focus();
  }, []);

  const { said, isError } =
    turnedAway === null ? outcomeOf(state) : { said: text(turnedAway), isError: true };
  return (
    <div class="panel" id="import" ref={panel} tabIndex={-1}>
      <h3>{text('importHeading')}</h3>
      <p class="about">{text('importAbout')}</p>
      <p class="visually-hidden" role="status">
        {state.step === 'preview' && text('importPreviewHeading', state.name)}
      </p>
      {state.step === 'preview' && (
        <ImportPreview
          preview={state}
          onApply={() => void importing.apply()}
          onDiscard={importing.cancel}
        />
      )}
      <ImportProgress state={state} onCancel={importing.cancel} />
      <Outcome said={said} isError={isError}>
        {canUndo(state) && state.undone !== true && (
          <button type="button" class="button" onClick={() => void importing.undo()}>
            {text('importUndo')}
          </button>
        )}
      </Outcome>
      {['idle', 'refused', 'failed', 'done'].includes(step) && (
        <>
          <DropArea
            onFiles={(files) => files.length > 0 && take(files)}
            onDrop={(dropped) => takeFrom(dropped, text('importDropName'))}
            onText={(pasted) => take([new File([pasted], text('importPasteName'))])}
          />
          <p class="about drop-reads">{text('importReads')}</p>
        </>
      )}
    </div>
  );
}

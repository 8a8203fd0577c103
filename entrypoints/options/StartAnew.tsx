import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { ConfirmDialog } from '../../components/confirm/ConfirmDialog';
import { OfferBox } from '../../components/options/OfferBox';
import { Outcome } from '../../components/options/Outcome';
import { send } from '../../lib/messages/client';
import { text } from '../../lib/text/text';

export interface StartAnewProps {
  /** That the library cannot be read, and what there is of it. */
  said: string;
  /** An empty library was begun. */
  onStarted: () => void;
  onNotNow: () => void;
}

/** Deletes a library that cannot be read, after asking, so that its copy can be restored. */
export function StartAnew({ said, onStarted, onNotNow }: StartAnewProps): JSX.Element {
  const [asking, setAsking] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  async function start(): Promise<void> {
    setAsking(false);
    const started = await send('library.startAnew', {});
    if (started.ok) return onStarted();
    if (started.code === 'refused') return setTrouble(text('startAnewReadable'));
    setTrouble(text(started.code === 'full' ? 'notSavedFull' : 'startAnewFailed'));
  }

  return (
    <>
      <OfferBox
        said={said}
        action={text('startAnew')}
        onRestore={() => setAsking(true)}
        onNotNow={onNotNow}
      />
      <Outcome said={trouble} isError />
      {asking && (
        <ConfirmDialog
          title={text('startAnewTitle')}
          about={text('startAnewAbout')}
          action={text('startAnewDo')}
          isFinal
          onConfirm={() => void start()}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

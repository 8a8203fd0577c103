import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { FailedState } from '../../components/list/FailedState';
import { ToastBar } from '../../components/list/ToastBar';
import { useObservable } from '../../components/list/useObservable';
import { ExampleCard } from '../../components/welcome/ExampleCard';
import { StepList } from '../../components/welcome/StepList';
import { text } from '../../lib/text/text';
import type { Example } from '../../lib/views/example';
import { useUnreadable } from '../../lib/views/unreadable';

export interface TryItProps {
  example: Example;
  /** Opens the reading list. */
  onFind: () => void;
  onExport: () => void;
}

/** A paper to try everything on, and what there is to try. */
export function TryIt({ example, onFind, onExport }: TryItProps): JSX.Element {
  useObservable(example);
  const [found, setFound] = useState(false);
  const [exported, setExported] = useState(false);
  const { listed, failed, tags, toast, said } = example.state();

  const act = (name: string, run: () => void, done: (yes: boolean) => void): JSX.Element => (
    <button
      type="button"
      class="button"
      onClick={() => {
        run();
        done(true);
      }}
    >
      {name}
    </button>
  );
  const annotation = listed?.annotation;
  return (
    <>
      <p class="about">{text('tryAbout')}</p>
      {failed && <Failed onRetry={() => void example.read()} />}
      {!failed && listed !== null && (
        <ExampleCard listed={listed} tagsInUse={tags} onPatch={example.patch} />
      )}
      <StepList
        steps={[
          { name: text('tryStar'), done: annotation?.starred === true },
          { name: text('tryTag'), done: (annotation?.tags.length ?? 0) > 0 },
          {
            name: text('tryFind'),
            done: found,
            act: act(text('tryFindButton'), onFind, setFound),
          },
          {
            name: text('tryExport'),
            done: exported,
            act: act(text('openExport'), onExport, setExported),
          },
        ]}
      />
      {listed?.bookmarked && (
        <button
          type="button"
          class="button quiet example-end"
          onClick={() => void example.remove()}
        >
          {text('tryRemove')}
        </button>
      )}
      <ToastBar
        toast={toast}
        onDismiss={example.dismiss}
        onLostFocus={() => document.querySelector<HTMLElement>('.star-button')?.focus()}
      />
      <div class="for-screen-readers" role="log" aria-live="polite">
        <span key={said.turn}>{said.text}</span>
      </div>
    </>
  );
}

function Failed({ onRetry }: { onRetry: () => void }): JSX.Element {
  return <FailedState why={useUnreadable()} onRetry={onRetry} />;
}

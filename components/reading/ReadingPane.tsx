import type { JSX, TargetedKeyboardEvent } from 'preact';
import { useContext, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { text } from '../../lib/text/text';
import { EmptyState } from '../list/EmptyState';
import { useKeptFocus } from '../list/keptFocus';
import { rowCommand, takesKeys } from '../list/keys';
import { SingleKeysOn } from '../list/SingleKeys';
import * as pictures from '../pictures';
import type { ReadingPaneProps } from './props';
import { ReadPaper } from './ReadPaper';

/** One paper, whole: what its site says about it, what the reader says about it, and what happened to it. */
export function ReadingPane(props: ReadingPaneProps): JSX.Element {
  const { phase, listed, focus, actions, onLeave } = props;
  const box = useRef<HTMLElement>(null);
  const singleKeys = useContext(SingleKeysOn);
  const [wholeAbstract, setWholeAbstract] = useState(false);

  const asked = useRef(focus?.turn); // what was asked of an earlier pane is done
  useLayoutEffect(() => {
    if (!focus || focus.turn === asked.current || !box.current) return;
    const target = box.current.querySelector<HTMLElement>(
      focus.part === 'tags' ? '.tag-field input' : 'h2 a',
    );
    if (target === null) return; // the paper is still being read
    asked.current = focus.turn;
    target.focus();
  });

  // What had the focus is gone: a button that has done its work, or the paper.
  useKeptFocus(box, () => {
    const title = box.current?.querySelector<HTMLElement>('h2 a');
    if (title) title.focus();
    else onLeave();
  });

  // Another paper begins at its beginning.
  const id = listed?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the paper is another
  useLayoutEffect(() => box.current?.scrollTo(0, 0), [id]);

  function onKeyDown(event: TargetedKeyboardEvent<HTMLElement>): void {
    if (event.defaultPrevented || event.isComposing || takesKeys(event.target)) return;
    const command = event.key === ' ' ? undefined : rowCommand(event, singleKeys.read());
    if (event.key === 'Escape') onLeave();
    else if (listed === null || command === undefined) return;
    else if (command.do === 'star') actions.patch({ starred: !listed.annotation.starred });
    else if (command.do === 'copy') {
      box.current?.querySelector<HTMLElement>('.copy-paper')?.click();
    } else if (command.do === 'status') actions.patch({ status: command.status });
    else if (command.do === 'part' && command.part === 'note') actions.write();
    else if (command.do === 'part') actions.tag();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <section class="reading-pane" ref={box} aria-label={text('readingPane')} onKeyDown={onKeyDown}>
      {phase === 'ready' && listed ? (
        <ReadPaper
          key={listed.id}
          {...props}
          listed={listed}
          wholeAbstract={wholeAbstract}
          onWholeAbstract={setWholeAbstract}
        />
      ) : (
        <Nothing phase={phase} onRetry={actions.retry} />
      )}
    </section>
  );
}

function Nothing({
  phase,
  onRetry,
}: {
  phase: ReadingPaneProps['phase'];
  onRetry: () => void;
}): JSX.Element | null {
  if (phase === 'loading') {
    return (
      <div class="reading-skeleton" role="status" aria-label={text('loading')}>
        <i style={{ width: '85%' }} />
        <i style={{ width: '45%' }} />
        <i style={{ width: '60%' }} />
      </div>
    );
  }
  if (phase === 'failed') {
    return (
      <EmptyState icon={pictures.reading} title={text('failedTitle')} text={text('failedText')}>
        <button type="button" class="button" onClick={onRetry}>
          {text('tryAgain')}
        </button>
      </EmptyState>
    );
  }
  if (phase === 'unknown') {
    return (
      <EmptyState
        icon={pictures.reading}
        title={text('unknownPaperTitle')}
        text={text('unknownPaperText')}
      />
    );
  }
  return (
    <EmptyState icon={pictures.reading} title={text('noPaperTitle')} text={text('noPaperText')} />
  );
}

import '../../components/reading/reading.css';
import type { JSX } from 'preact';
import { useEffect, useLayoutEffect, useMemo } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import { ReadingPane } from '../../components/reading/ReadingPane';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import type { Library } from '../../lib/views/library/library';
import type { PaneAsk } from '../../lib/views/library/pane';
import { createReading } from '../../lib/views/readingPane';
import type { Environment } from './environment';
import { Related } from './Related';
import { Same } from './Same';

export interface PaneProps {
  view: Library;
  environment: Pick<Environment, 'reader' | 'ranking' | 'onChange' | 'send'>;
  /** Whether it is known what fits the reader. */
  learned: boolean;
  id: PaperId | null;
  ask: PaneAsk | null;
  onSearch: (query: string) => void;
  onLeave: () => void;
  onCopy: (paper: Paper, button: HTMLElement) => void;
}

/** The paper that is read, beside the list or over it. */
export function Pane(props: PaneProps): JSX.Element {
  const { view, environment, id, ask } = props;
  const { reader, onChange } = environment;
  const reading = useMemo(
    () => createReading({ reader, annotating: view.annotating }),
    [reader, view],
  );
  useObservable(reading);

  useEffect(() => {
    const watching = new AbortController();
    onChange((change) => void reading.changed(change), watching.signal);
    return () => watching.abort();
  }, [reading, onChange]);

  // Before anything is painted: a pane that opens has a paper.
  useLayoutEffect(() => void reading.show(id), [reading, id]);

  // At once, too: what is typed after the key is for the field.
  useLayoutEffect(() => {
    if (ask?.part === 'title') reading.enter();
    else if (ask?.part === 'tags') reading.tag();
    else if (ask?.part === 'note') reading.write();
  }, [reading, ask]);

  const state = reading.state();
  const { listed } = state;
  const paper = props.learned ? listed?.paper : undefined;
  return (
    <ReadingPane
      {...state}
      tagsInUse={view.state().tags}
      actions={reading}
      same={
        listed?.bookmarked && <Same view={view} environment={environment} paper={listed.paper} />
      }
      related={paper && <Related view={view} environment={environment} paper={paper} />}
      onSearch={props.onSearch}
      onLeave={props.onLeave}
      onCopy={props.onCopy}
    />
  );
}

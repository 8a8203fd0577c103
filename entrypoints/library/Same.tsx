import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import { SamePaperOffer } from '../../components/reading/SamePaperOffer';
import type { Paper } from '../../lib/papers/paper';
import { writeAddress } from '../../lib/views/library/address';
import type { Library } from '../../lib/views/library/library';
import { createSamePaper } from '../../lib/views/samePaper';
import { createSearchClient } from '../../lib/views/searching/client';
import type { Environment } from './environment';

/** Milliseconds that a paper is read before its other is looked for: who goes through a list is not held up. */
const READ_FOR = 800;

export interface SameProps {
  view: Library;
  environment: Pick<Environment, 'reader' | 'send'>;
  paper: Paper;
}

/** Whether the bookmark that is read is there under another id, too. */
export function Same({ view, environment, paper }: SameProps): JSX.Element | null {
  const { reader, send } = environment;
  const same = useMemo(
    () =>
      createSamePaper({
        reader,
        send,
        search: createSearchClient,
        annotating: view.annotating,
        notices: view,
        read: (id) => view.go({ paper: id }, true),
      }),
    [reader, send, view],
  );
  useObservable(same);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whenever the paper is another, or called otherwise
  useEffect(() => {
    same.forget();
    const timer = setTimeout(() => void same.find(paper), READ_FOR);
    return () => clearTimeout(timer);
  }, [same, paper.id, paper.title]);
  const other = same.other();
  if (other === null) return null;
  return (
    <SamePaperOffer
      other={other}
      href={writeAddress({ ...view.address(), paper: other.id })}
      onMerge={() => void same.merge()}
    />
  );
}

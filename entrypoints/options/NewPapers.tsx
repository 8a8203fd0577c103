import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { IncomingPaper } from '../../components/options/IncomingPaper';
import { MoreItems } from '../../components/options/MoreItems';
import type { Incoming } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import type { Preview } from '../../lib/views/importing';

export interface NewPapersProps {
  preview: Preview;
}

const keyOf = ({ paper }: Incoming): PaperId => paper.id;

/** The papers that an import would add. A title that only the history knows is looked up when its paper is shown. */
export function NewPapers({ preview: { added, titles } }: NewPapersProps): JSX.Element {
  const [known, setKnown] = useState<ReadonlyMap<PaperId, string>>(new Map());
  const lookUp = useCallback(
    (papers: readonly Incoming[]): void => {
      titles(papers).then(
        (found) => found.size > 0 && setKnown((last) => new Map([...last, ...found])),
        () => {}, // without it the paper has the title that the file says; importing itself says more
      );
    },
    [titles],
  );
  return (
    <MoreItems
      items={added}
      keyOf={keyOf}
      onShown={lookUp}
      show={(bookmark) => <IncomingPaper bookmark={bookmark} title={known.get(keyOf(bookmark))} />}
    />
  );
}

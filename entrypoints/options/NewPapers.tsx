import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { IncomingPaper } from '../../components/options/IncomingPaper';
import { MoreItems } from '../../components/options/MoreItems';
import type { Preview } from '../../lib/imports/importing';
import type { Bookmark, Incoming } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';

export interface NewPapersProps {
  preview: Preview;
}

const keyOf = ({ paper }: Incoming): PaperId => paper.id;

/** The papers that an import would add. When one is shown, a title that only the history knows is looked up, and what the trash has of it. */
export function NewPapers({
  preview: { added, titles, broughtBack },
}: NewPapersProps): JSX.Element {
  const [known, setKnown] = useState<ReadonlyMap<PaperId, string>>(new Map());
  const [back, setBack] = useState<ReadonlyMap<PaperId, Bookmark>>(new Map());
  const lookUp = useCallback(
    (papers: readonly Incoming[]): void => {
      titles(papers).then(
        (found) => found.size > 0 && setKnown((last) => new Map([...last, ...found])),
        () => {}, // without it the paper has the title that the file says; importing itself says more
      );
      broughtBack(papers).then(
        (found) => found.size > 0 && setBack((last) => new Map([...last, ...found])),
        () => {}, // as above
      );
    },
    [titles, broughtBack],
  );
  return (
    <MoreItems
      items={added}
      keyOf={keyOf}
      onShown={lookUp}
      show={(bookmark) => {
        const id = keyOf(bookmark);
        const whole = back.get(id);
        return (
          <IncomingPaper
            bookmark={whole ?? bookmark}
            title={known.get(id)}
            isBack={whole !== undefined}
          />
        );
      }}
    />
  );
}

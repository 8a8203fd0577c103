import type { JSX } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { MergedPaper, type Merging } from '../../components/options/MergedPaper';
import { MoreItems } from '../../components/options/MoreItems';
import { shownDifferences } from '../../lib/imports/differenceTexts';
import type { Preview } from '../../lib/imports/importing';
import type { Incoming } from '../../lib/papers/bookmark';
import type { PaperId } from '../../lib/papers/ids';
import { text } from '../../lib/text/text';

export interface MergedPapersProps {
  preview: Preview;
}

const keyOf = ({ paper }: Incoming): PaperId => paper.id;

/** The papers that an import would change. Their rows are read when they are about to be shown. */
export function MergedPapers({ preview }: MergedPapersProps): JSX.Element {
  const { merged, differences } = preview;
  const [known, setKnown] = useState<ReadonlyMap<PaperId, Merging | string>>(new Map());
  const compare = useCallback(
    (papers: readonly Incoming[]): void => {
      const learn = (mergingOf: (id: PaperId) => Merging | string): void =>
        setKnown(
          (last) =>
            new Map([...last, ...papers.map(keyOf).map((id) => [id, mergingOf(id)] as const)]),
        );
      differences(papers).then(
        (found) =>
          learn((id) => {
            const all = found.get(id);
            return all === undefined ? text('importGone') : shownDifferences(all);
          }),
        () => learn(() => text('importLookFailed')), // importing itself says more
      );
    },
    [differences],
  );
  return (
    <MoreItems
      items={merged}
      keyOf={keyOf}
      onShown={compare}
      show={({ paper: { id, title } }) => (
        <MergedPaper
          title={titleIn(known.get(id)) ?? title}
          merging={known.get(id) ?? null}
          open={merged.length === 1}
        />
      )}
    />
  );
}

/** The title that the paper will have, where it is not the one that comes. */
function titleIn(merging: Merging | string | undefined): string | undefined {
  return typeof merging === 'object' ? merging.title : undefined;
}

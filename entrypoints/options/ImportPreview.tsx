import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import { MoreItems } from '../../components/options/MoreItems';
import { PreviewGroup } from '../../components/options/PreviewGroup';
import { ProblemTable } from '../../components/options/ProblemTable';
import { readTexts, warningTexts } from '../../lib/imports/fileTexts';
import type { Preview } from '../../lib/imports/importing';
import { problemLine } from '../../lib/imports/importTexts';
import { previewTexts } from '../../lib/imports/previewTexts';
import { plainText } from '../../lib/maths/spans';
import type { Incoming } from '../../lib/papers/bookmark';
import { text } from '../../lib/text/text';
import { MergedPapers } from './MergedPapers';
import { NewPapers } from './NewPapers';
import { SearchesAndColoursGroup } from './SearchesAndColours';

export interface ImportPreviewProps {
  preview: Preview;
  /** What it is read from: some files, or a copy of the library. */
  of?: 'files' | 'copy';
  /** What of the copy is damaged. */
  damage?: readonly string[];
  onApply: () => void;
  onDiscard: () => void;
}

/** Lists up to this length are open at first. */
const FEW = 10;

const keyOf = ({ paper }: Incoming): string => paper.id;

/** What an import would do, and what of the files cannot be read; nothing has happened yet. */
export function ImportPreview({
  preview,
  of = 'files',
  damage = [],
  onApply,
  onDiscard,
}: ImportPreviewProps): JSX.Element {
  const { files, problems, newCount, mergeCount, sameCount, searchesAndColours, settings } =
    preview;
  const texts = previewTexts(preview, of, damage.length > 0);
  const { first, unreadableRows, partialRows } = problems;
  const warnings = [...damage, ...warningTexts(files)];
  const lines = useMemo(() => first.map(problemLine), [first]);
  return (
    <div class="preview">
      <div>
        <h4>{texts.heading}</h4>
        {(of === 'copy' ? [] : readTexts(files)).map((read) => (
          <p key={read} class="about">
            {read}
          </p>
        ))}
      </div>
      {warnings.length > 0 && (
        <div class="warning" role="alert">
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </div>
      )}
      {texts.nothing !== null && <p>{texts.nothing}</p>}
      <div class="groups">
        <PreviewGroup
          id="new"
          name={text('importNew')}
          about={text('importNewAbout')}
          count={newCount}
          open={newCount <= FEW}
        >
          <NewPapers preview={preview} />
        </PreviewGroup>
        <PreviewGroup
          id="merged"
          name={text('importMerged')}
          about={text('importMergedAbout')}
          count={mergeCount}
          open={mergeCount <= FEW}
        >
          <MergedPapers preview={preview} />
        </PreviewGroup>
        <PreviewGroup
          id="same"
          name={text('importSame')}
          about={text('importSameAbout')}
          count={sameCount}
        >
          <MoreItems
            items={preview.unchanged}
            keyOf={keyOf}
            show={({ paper }) => <span class="incoming-title">{plainText(paper.title)}</span>}
          />
        </PreviewGroup>
        <SearchesAndColoursGroup
          searchesAndColours={searchesAndColours}
          settings={settings}
          unreadable={problems.unreadableSearches}
        />
        {unreadableRows + partialRows > 0 && (
          <PreviewGroup
            id="unreadable"
            name={text(unreadableRows > 0 ? 'importUnreadable' : 'importPartly')}
            about={text(unreadableRows > 0 ? 'importUnreadableAbout' : 'importPartlyAbout')}
            count={unreadableRows > 0 ? unreadableRows : partialRows}
            open
          >
            <ProblemTable
              lines={lines}
              count={unreadableRows + partialRows}
              onCopy={(list) => navigator.clipboard.writeText(list)}
            />
          </PreviewGroup>
        )}
      </div>
      <div class="actions preview-actions">
        {texts.apply !== null && (
          <button type="button" class="button button-main" onClick={onApply}>
            {texts.apply}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onDiscard}>
          {texts.leave}
        </button>
      </div>
    </div>
  );
}

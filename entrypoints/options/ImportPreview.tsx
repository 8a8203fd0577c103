import type { JSX } from 'preact';
import { MoreItems } from '../../components/options/MoreItems';
import { PreviewGroup } from '../../components/options/PreviewGroup';
import { ProblemTable } from '../../components/options/ProblemTable';
import type { Incoming } from '../../lib/papers/bookmark';
import { countText, text } from '../../lib/text/text';
import { readTexts, warningTexts } from '../../lib/views/fileTexts';
import type { Preview } from '../../lib/views/importing';
import { problemLine } from '../../lib/views/importTexts';
import { MergedPapers } from './MergedPapers';
import { NewPapers } from './NewPapers';

export interface ImportPreviewProps {
  preview: Preview;
  onApply: () => void;
  onDiscard: () => void;
}

/** Lists up to this length are open at first. */
const FEW = 10;

const keyOf = ({ paper }: Incoming): string => paper.id;

/** What an import would do, and what of the files cannot be read; nothing has happened yet. */
export function ImportPreview({ preview, onApply, onDiscard }: ImportPreviewProps): JSX.Element {
  const { name, files, problems, newCount, mergeCount, sameCount } = preview;
  const { first, unreadableRows, partialRows } = problems;
  const changes = newCount + mergeCount;
  const warnings = warningTexts(files);
  return (
    <div class="preview">
      <div>
        <h4>{text('importPreviewHeading', name)}</h4>
        {readTexts(files).map((read) => (
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
      {changes === 0 && <p>{text(sameCount > 0 ? 'importNothing' : 'importNothingReadable')}</p>}
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
            show={({ paper }) => <span class="incoming-title">{paper.title}</span>}
          />
        </PreviewGroup>
        {unreadableRows + partialRows > 0 && (
          <PreviewGroup
            id="unreadable"
            name={text(unreadableRows > 0 ? 'importUnreadable' : 'importPartly')}
            about={text(unreadableRows > 0 ? 'importUnreadableAbout' : 'importPartlyAbout')}
            count={unreadableRows > 0 ? unreadableRows : partialRows}
            open
          >
            <ProblemTable
              lines={first.map(problemLine)}
              count={unreadableRows + partialRows}
              onCopy={(list) => navigator.clipboard.writeText(list)}
            />
          </PreviewGroup>
        )}
      </div>
      <div class="actions preview-actions">
        {changes > 0 && (
          <button type="button" class="button button-main" onClick={onApply}>
            {countText('importApply', changes)}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={onDiscard}>
          {text(changes > 0 ? 'importDiscard' : 'importAnother')}
        </button>
      </div>
    </div>
  );
}

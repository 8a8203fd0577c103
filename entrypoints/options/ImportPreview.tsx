import type { JSX } from 'preact';
import { PreviewTable } from '../../components/options/PreviewTable';
import { ProblemTable } from '../../components/options/ProblemTable';
import { countText, text } from '../../lib/text/text';
import type { Preview } from '../../lib/views/importing';
import { breakText, problemLine } from '../../lib/views/importTexts';

export interface ImportPreviewProps {
  preview: Preview;
  onApply: () => void;
  onDiscard: () => void;
}

/** What an import would do, and what of the file cannot be read; nothing has happened yet. */
export function ImportPreview({ preview, onApply, onDiscard }: ImportPreviewProps): JSX.Element {
  const { name, newCount, mergeCount, sameCount, problems } = preview;
  const { first, unreadableRows, partialRows } = problems;
  const changes = newCount + mergeCount;
  const ending = breakText(problems);
  return (
    <div class="preview">
      <h4>{text('importPreviewHeading', name)}</h4>
      <PreviewTable
        newCount={newCount}
        mergeCount={mergeCount}
        sameCount={sameCount}
        unreadableCount={unreadableRows}
      />
      {ending !== null && (
        <p class="warning" role="alert">
          {ending}
        </p>
      )}
      {first.length > 0 && (
        <ProblemTable lines={first.map(problemLine)} count={unreadableRows + partialRows} />
      )}
      {changes === 0 && <p>{text(sameCount > 0 ? 'importNothing' : 'importNothingReadable')}</p>}
      <div class="actions">
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

import type { JSX } from 'preact';
import { useCallback, useEffect, useState } from 'preact/hooks';
import { ExportDialog } from '../../components/export/ExportDialog';
import { ExportForm } from '../../components/export/ExportForm';
import type { ExportAim } from '../../lib/exports/exportChoice';
import type { ExportReader } from '../../lib/exports/exporting';
import { EXPORT_FORMAT_IDS } from '../../lib/formats/exportFormats';
import type { ExportMeta } from '../../lib/formats/json/envelope';
import type { LibraryReader } from '../../lib/store/reader';
import { text } from '../../lib/text/text';
import { ExportSearch } from './ExportSearch';
import { useExportChoice } from './useExportChoice';

export interface ExportingProps {
  reader: ExportReader & Pick<LibraryReader, 'tags'>;
  app: ExportMeta['app'];
  /** How many papers the library has; null while that is not known. */
  papers: number | null;
  onClose: () => void;
}

/** Exports the library, or what a search finds of it, in any format: the dialog that the library page has. */
export function Exporting({ reader, app, papers, onClose }: ExportingProps): JSX.Element {
  const choice = useExportChoice({ reader, app });
  const [searching, setSearching] = useState(false);
  const onFound = useCallback((found: ExportAim) => choice.aim(found), [choice]);
  const { format, count, preview, run } = choice.state();

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another number of papers it is another library
  useEffect(() => {
    if (!searching && choice.state().run.step !== 'writing') choice.aim('all');
  }, [choice, searching, papers]);
  useEffect(() => choice.cancel, [choice]);

  return (
    <ExportDialog title={text('exportHeading')} onClose={onClose}>
      <ExportForm
        formats={EXPORT_FORMAT_IDS}
        format={format}
        count={count}
        preview={preview}
        run={run}
        actions={choice}
      >
        <Choice name={text('exportAll')} chosen={!searching} onPick={() => setSearching(false)} />
        <Choice name={text('exportSearch')} chosen={searching} onPick={() => setSearching(true)} />
        {searching && <ExportSearch reader={reader} count={count} onFound={onFound} />}
      </ExportForm>
    </ExportDialog>
  );
}

function Choice(props: { name: string; chosen: boolean; onPick: () => void }): JSX.Element {
  return (
    <label class="scope-choice">
      <input type="radio" name="export-scope" checked={props.chosen} onChange={props.onPick} />
      {props.name}
    </label>
  );
}

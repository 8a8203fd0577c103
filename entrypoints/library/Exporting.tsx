import type { JSX } from 'preact';
import { useEffect, useMemo } from 'preact/hooks';
import { ExportDialog } from '../../components/export/ExportDialog';
import { ExportForm } from '../../components/export/ExportForm';
import { useObservable } from '../../components/list/useObservable';
import { createExportChoice } from '../../lib/exports/exportChoice';
import { saveFile } from '../../lib/exports/exporting';
import { EXPORT_FORMAT_IDS } from '../../lib/formats/exportFormats';
import type { PaperId } from '../../lib/papers/ids';
import { readOwnSettings } from '../../lib/settings/ownSettings';
import { countText, numberText, text } from '../../lib/text/text';
import type { Environment } from './environment';

/** Papers that are to be exported: how many, and a way to all of them in their order (null: they could not be read). */
export interface ToExport {
  count: number;
  ids: () => Promise<PaperId[] | null>;
  /** Whether some may be known from the history only. */
  isHistory: boolean;
}

export interface ExportingProps {
  /** `all`: the whole library. */
  papers: ToExport | 'all';
  environment: Environment;
  onClose: () => void;
}

/** Exports what the list shows, or what is selected of it: the papers that it is when the dialog opens. */
export function Exporting({ papers, environment, onClose }: ExportingProps): JSX.Element {
  const { reader, app, now } = environment;
  const choice = useMemo(
    () =>
      createExportChoice({
        reader,
        app,
        now,
        settings: () => readOwnSettings(localStorage),
        save: (file) => saveFile(file, document),
      }),
    [reader, app, now],
  );
  useObservable(choice);
  useEffect(() => {
    if (papers === 'all') {
      choice.aim('all');
      return choice.cancel;
    }
    const reading = papers.ids();
    const aim = (ids: PaperId[] | null): void =>
      choice.aim({
        count: ids?.length ?? papers.count,
        first: ids?.slice(0, 3) ?? [],
        all: ids === null ? papers.ids : async () => ids,
      });
    reading.then(aim, () => aim(null));
    return choice.cancel;
  }, [choice, papers]);
  const { format, count, preview, run } = choice.state();
  const total = count ?? (papers === 'all' ? 0 : papers.count);
  const title = countText('exportTitle', total, numberText(total));
  return (
    <ExportDialog title={title} onClose={onClose}>
      <ExportForm
        formats={EXPORT_FORMAT_IDS}
        format={format}
        count={count}
        preview={preview}
        run={run}
        actions={choice}
        previewOpen
        hint={papers !== 'all' && papers.isHistory ? text('exportHistoryHint') : undefined}
      />
    </ExportDialog>
  );
}

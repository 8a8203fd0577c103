import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { ExportAct } from '../../components/export/ExportAct';
import { text } from '../../lib/text/text';
import { Exporting, type ExportingProps } from './Exporting';
import { useExportChoice } from './useExportChoice';

export type ExportPanelProps = Omit<ExportingProps, 'onClose'>;

/** Takes the library away: as JSON with one press; in another format, or less of it, in the dialog. */
export function ExportPanel({ reader, app, papers }: ExportPanelProps): JSX.Element {
  const choice = useExportChoice({ reader, app });
  // The library's and the popup's "Export…" lead here.
  const [open, setOpen] = useState(() => location.hash === '#export');
  const { count, run } = choice.state();

  // biome-ignore lint/correctness/useExhaustiveDependencies: with another number of papers it is another library
  useEffect(() => {
    if (choice.state().run.step !== 'writing') choice.aim('all');
  }, [choice, papers]);

  return (
    <div class="panel" id="export">
      <h3>{text('exportHeading')}</h3>
      <p class="about">{text('exportAbout')}</p>
      {open && (
        <Exporting reader={reader} app={app} papers={papers} onClose={() => setOpen(false)} />
      )}
      <div class="export-ways">
        {!open && <ExportAct count={count} run={run} actions={choice} />}
        <button type="button" class="button button-quiet" onClick={() => setOpen(true)}>
          {text('exportAs')}
        </button>
      </div>
    </div>
  );
}

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { Outcome } from '../../components/options/Outcome';
import { Progress } from '../../components/options/Progress';
import type { ExportMeta } from '../../lib/formats/json/envelope';
import type { LibraryReader } from '../../lib/store/reader';
import { countText, text } from '../../lib/text/text';
import { exportLibrary, saveFile } from '../../lib/views/exporting';

type ExportState =
  | { step: 'idle' }
  | { step: 'writing'; done: number; total: number }
  | { step: 'said'; said: string; isError: boolean };

export interface ExportPanelProps {
  reader: Pick<LibraryReader, 'count' | 'scan'>;
  app: ExportMeta['app'];
}

/** Takes the whole library away as a file. */
export function ExportPanel({ reader, app }: ExportPanelProps): JSX.Element {
  const [state, setState] = useState<ExportState>({ step: 'idle' });
  const run = useRef<AbortController | null>(null);

  const begin = async (): Promise<void> => {
    run.current = new AbortController();
    const onProgress = (done: number, total: number): void =>
      setState({ step: 'writing', done, total });
    try {
      const { signal } = run.current;
      const file = await exportLibrary(reader, app, new Date(), onProgress, signal);
      if (file !== null) saveFile(file, document);
      const said =
        file === null ? text('exportCancelled') : countText('exported', file.papers, file.name);
      setState({ step: 'said', said, isError: false });
    } catch (error) {
      setState({ step: 'said', said: text('exportFailed'), isError: true });
      throw error; // the reader has been told; the browser's own log says more
    }
  };

  return (
    <div class="panel" id="export">
      <h3>{text('exportHeading')}</h3>
      <p class="about">{text('exportAbout')}</p>
      {state.step === 'writing' ? (
        <Progress
          label={text('exporting', state.done, state.total)}
          done={state.done}
          total={state.total}
          onCancel={() => run.current?.abort()}
        />
      ) : (
        <button type="button" class="button button-main" onClick={() => void begin()}>
          {text('exportJson')}
        </button>
      )}
      <Outcome
        said={state.step === 'said' ? state.said : null}
        isError={state.step === 'said' && state.isError}
      />
    </div>
  );
}

import { browser } from 'wxt/browser';
import type { ExportProgress, ExportReader } from '../../lib/exports/exporting';
import { countText, text } from '../../lib/text/text';
import type { Popup } from '../../lib/views/popup';

/** Milliseconds between two announcements of an export's progress. */
const PACE = 1_000;

/** Writes the library into a file and hands it to the browser's downloads; says how far it is, and when it is done. `onMore` shows other formats. */
export async function exportJson(
  view: Pick<Popup, 'show'>,
  reader: ExportReader,
  onMore: () => void,
): Promise<void> {
  let told = Date.now();
  const onProgress: ExportProgress = (done, total) => {
    if (Date.now() - told < PACE) return;
    told = Date.now();
    view.show('busy', text('exporting', done, total));
  };
  try {
    // Most openings of the popup need none of this.
    const { exportPapers, saveFile } = await import('../../lib/exports/exporting');
    const { readOwnSettings } = await import('../../lib/settings/ownSettings');
    const { name, version } = browser.runtime.getManifest();
    const settings = () => readOwnSettings(localStorage);
    const world = { reader, app: { name, version }, now: new Date(), settings, onProgress };
    const file = await exportPapers({ format: 'json', scope: 'all' }, world);
    if (file === null) return;
    saveFile(file, document);
    const more = { text: text('exportOther'), run: onMore };
    view.show('done', countText('exported', file.papers, file.name), more);
  } catch {
    const action = { text: text('tryAgain'), run: () => void exportJson(view, reader, onMore) };
    view.show('error', text('exportFailed'), action);
  }
}

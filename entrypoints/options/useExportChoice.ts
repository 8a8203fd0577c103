import { useMemo } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import {
  createExportChoice,
  type ExportChoice,
  type ExportChoiceDeps,
} from '../../lib/exports/exportChoice';
import { saveFile } from '../../lib/exports/exporting';
import { readOwnSettings } from '../../lib/settings/ownSettings';

/** What is exported and how, with the settings that go along; the component is drawn again whenever it changes. */
export function useExportChoice({
  reader,
  app,
}: Pick<ExportChoiceDeps, 'reader' | 'app'>): ExportChoice {
  const choice = useMemo(
    () =>
      createExportChoice({
        reader,
        app,
        settings: () => readOwnSettings(localStorage),
        now: () => new Date(),
        save: (file) => saveFile(file, document),
      }),
    [reader, app],
  );
  useObservable(choice);
  return choice;
}

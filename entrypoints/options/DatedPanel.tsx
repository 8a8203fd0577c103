import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { DatedForm, type DatedWishes } from '../../components/options/DatedForm';
import type { Folder } from '../../lib/backup/dated';
import { FILE_LOG, type FileLog } from '../../lib/backup/fileLog';
import { chooseFolder, readFiles, saveNow } from '../../lib/exports/datedFiles';
import type { ExportReader } from '../../lib/exports/exporting';
import type { ExportMeta } from '../../lib/formats/json/envelope';
import { readOwnSettings } from '../../lib/settings/ownSettings';
import type { DatedFiles } from '../../lib/settings/settings';
import { watchSetting, writeSetting } from '../../lib/settings/stored';
import { keptFolder } from '../../lib/store/backupFolder';
import { dateText, text } from '../../lib/text/text';

export interface DatedPanelProps {
  reader: ExportReader;
  app: ExportMeta['app'];
}

/** Where there are folders to choose (Chromium); not among the types. */
interface Picking {
  showDirectoryPicker?: (options: { mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
}

/** Files that are saved by themselves. */
export function DatedPanel({ reader, app }: DatedPanelProps): JSX.Element {
  const [files, setFiles] = useState<{ settings: DatedFiles; log: FileLog } | null>(null);
  const [folder, setFolder] = useState<Folder | null>(null);
  const { showDirectoryPicker } = window as Picking;

  useEffect(() => {
    const read = (): void => void readFiles().then(setFiles);
    const life = new AbortController();
    const listener = (changes: Record<string, unknown>): void => {
      if (FILE_LOG in changes) read();
    };
    read();
    void keptFolder().then(setFolder, () => {}); // who saves into it hears that it cannot be read
    const { onChanged } = browser.storage.local;
    onChanged.addListener(listener);
    watchSetting('datedFiles', read, life.signal);
    return () => {
      onChanged.removeListener(listener);
      life.abort();
    };
  }, []);

  const save = (): Promise<void> =>
    saveNow({
      reader,
      app,
      now: () => new Date(),
      document,
      settings: () => readOwnSettings(localStorage),
    });
  async function choose(): Promise<void> {
    const chosen = await showDirectoryPicker?.({ mode: 'readwrite' }).catch(ignoreCancelled);
    if (!chosen) return;
    await chooseFolder(chosen);
    setFolder(chosen);
    await save();
  }
  async function allow(): Promise<void> {
    const state = await folder?.requestPermission?.({ mode: 'readwrite' });
    if (state === 'granted') await save();
  }

  if (files === null) return <div class="panel" />;
  const { settings, log } = files;
  return (
    <div class="panel" id="dated">
      <h3>{text('datedHeading')}</h3>
      <p class="about">{text('datedAbout')}</p>
      <DatedForm
        wishes={settings}
        folder={folder?.name ?? null}
        onChange={(wishes: DatedWishes) => {
          setFiles({ settings: wishes, log });
          void writeSetting('datedFiles', wishes);
        }}
        onChoose={showDirectoryPicker && (() => void choose())}
        onSave={() => void save()}
      />
      <div role="status">
        {settings.every !== 'never' && log.name !== '' && (
          <p class="about">{text('datedLast', log.name, dateText(log.day))}</p>
        )}
        {settings.every !== 'never' && settings.to === 'folder' && log.outcome !== 'saved' && (
          <p class="dated-problem">
            {text(log.outcome === 'blocked' ? 'datedBlocked' : 'datedFailed')}
          </p>
        )}
      </div>
      {settings.to === 'folder' && log.outcome === 'blocked' && (
        <button type="button" class="button" onClick={() => void allow()}>
          {text('datedAllow')}
        </button>
      )}
    </div>
  );
}

/** Who closes the picker has chosen nothing. */
function ignoreCancelled(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  throw error;
}

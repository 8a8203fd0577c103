import { useMemo, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { restore } from '../../lib/backup/restoring';
import { copyAsFile } from '../../lib/exports/backupFile';
import { damageTexts } from '../../lib/exports/damageTexts';
import { saveFile } from '../../lib/exports/exporting';
import type { ExportMeta } from '../../lib/formats/json/envelope';
import type { ComparedLibrary } from '../../lib/imports/comparing';
import { createImporting } from '../../lib/imports/importing';
import {
  createRestoring,
  NOT_BEGUN,
  type Restoring,
  type RestoringState,
} from '../../lib/imports/restoring';
import { send } from '../../lib/messages/client';
import { ownSettings } from '../../lib/settings/ownSettings';
import { pacer } from '../../lib/yielding';

/** Restores copies into the library, and says where that is. */
export function useRestoring(
  reader: ComparedLibrary,
  app: ExportMeta['app'],
): [RestoringState, Restoring] {
  const [state, show] = useState(NOT_BEGUN);
  const restoring = useMemo(() => {
    const world = { send, reader, settings: ownSettings(localStorage), pace: pacer() };
    const now = (): Date => new Date();
    const newId = (): string => crypto.randomUUID();
    return createRestoring({
      importing: (told) => createImporting({ ...world, show: told, now, newId }),
      async read(copy, onPapers) {
        const restored = await restore(browser.storage.local, copy.name, onPapers);
        if (restored === null) return null;
        const file = await copyAsFile(restored, copy.at, app, pacer());
        return { file, damage: damageTexts(restored) };
      },
      save: (file) => saveFile({ name: file.name, blob: file }, document),
      settle: () => send('backup.settle', {}),
      show,
    });
  }, [reader, app]);
  return [state, restoring];
}

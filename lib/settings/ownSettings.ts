import { CARRIED, type CarriedSetting, carried } from './carried';
import { earlySetting } from './early';
import { type EarlyName, SETTINGS, type SettingName, settingOf } from './settings';
import { readSetting, writeSetting } from './stored';

/** Where a page keeps its early settings; the worker has no such place. */
type EarlyStorage = Pick<Storage, 'getItem' | 'setItem'>;

/** The reader's own settings, as far as an export carries them; without a page's storage the early ones are left out. */
export async function readOwnSettings(early: EarlyStorage | null): Promise<CarriedSetting[]> {
  const settings: CarriedSetting[] = [];
  for (const name of CARRIED) {
    if (!isEarly(name)) settings.push(carried(name, await readSetting(name)));
    else if (early) settings.push(carried(name, earlySetting(name, early).read()));
  }
  return settings;
}

/** Sets one of them. Rejects where the disk is full. */
async function writeOwnSetting(
  { name, value }: CarriedSetting,
  early: EarlyStorage,
): Promise<void> {
  const write: (value: never) => unknown = isEarly(name)
    ? earlySetting<EarlyName>(name, early).write
    : (late) => writeSetting(name, late);
  await write(value as never); // the value that goes with the name
  if (name === 'singleKeys') await writeSetting('cardKeys', value === true);
  if (name === 'language') await writeSetting('workerLanguage', settingOf(name, value));
}

/** Both for a page. */
export function ownSettings(early: EarlyStorage): {
  read(): Promise<CarriedSetting[]>;
  write(setting: CarriedSetting): Promise<void>;
} {
  return {
    read: () => readOwnSettings(early),
    write: (setting) => writeOwnSetting(setting, early),
  };
}

function isEarly<N extends SettingName>(name: N): name is N & EarlyName {
  return SETTINGS[name].when === 'early';
}

import { deepEqual } from '../papers/deepEqual';
import { SETTINGS, type SettingName, settingOf, type ValueOf } from './settings';

/** The settings that an export carries. */
export type CarriedName = {
  [N in SettingName]: (typeof SETTINGS)[N]['isCarried'] extends true ? N : never;
}[SettingName];

/** One of them with a value. */
export type CarriedSetting = { [N in CarriedName]: { name: N; value: ValueOf<N> } }[CarriedName];

const NAMES = Object.keys(SETTINGS) as SettingName[]; // the table's own keys

/** The names of the settings that an export carries. */
export const CARRIED = NAMES.filter((name): name is CarriedName => SETTINGS[name].isCarried);

/** What would become of settings that come in. What the reader has changed is never replaced. */
export interface ComparedSettings {
  /** The reader has not changed it: it is set. */
  added: CarriedSetting[];
  /** It is set so already. */
  same: CarriedSetting[];
  /** The reader has set something else, which stays. */
  differing: CarriedSetting[];
}

/** A setting with a value of its own. */
export function carried<N extends CarriedName>(name: N, value: ValueOf<N>): CarriedSetting {
  return { name, value } as CarriedSetting; // one entry for each name
}

/** Whether the reader has set it to something else than it is at first. */
export function isChanged({ name, value }: CarriedSetting): boolean {
  return !deepEqual(value, SETTINGS[name].initial);
}

/** The settings in a file, and how many of them cannot be read. Those that only a newer version knows are passed over. */
export function carriedIn(stated: Readonly<Record<string, unknown>>): {
  settings: CarriedSetting[];
  unreadable: number;
} {
  const values = new Map(Object.entries(stated));
  const known = CARRIED.filter((name) => values.has(name));
  const settings = known.flatMap((name) => {
    const value = settingOf(name, values.get(name));
    return deepEqual(value, values.get(name)) ? [carried(name, value)] : [];
  });
  return { settings, unreadable: known.length - settings.length };
}

/** Settings as a file states them: those that the reader has changed, by name. */
export function statedSettings(own: readonly CarriedSetting[]): Record<string, unknown> {
  return Object.fromEntries(own.filter(isChanged).map(({ name, value }) => [name, value]));
}

/** Compares settings that come in with all of the reader's own. */
export function compareSettings(
  coming: readonly CarriedSetting[],
  own: readonly CarriedSetting[],
): ComparedSettings {
  const compared: ComparedSettings = { added: [], same: [], differing: [] };
  for (const setting of coming) {
    const mine = own.find(({ name }) => name === setting.name);
    if (mine && deepEqual(mine.value, setting.value)) compared.same.push(setting);
    else compared[mine && isChanged(mine) ? 'differing' : 'added'].push(setting);
  }
  return compared;
}

import { browser } from 'wxt/browser';
import { type SettingName, settingOf, type ValueOf } from './settings';

const key = (name: SettingName): string => `settings.${name}`;

/** What the reader has set, else the initial value. */
export async function readSetting<N extends SettingName>(name: N): Promise<ValueOf<N>> {
  const stored = await browser.storage.local.get(key(name));
  return settingOf(name, stored[key(name)]);
}

/** Sets a setting, in every page and the worker. Rejects where the disk is full. */
export async function writeSetting<N extends SettingName>(
  name: N,
  value: ValueOf<N>,
): Promise<void> {
  await browser.storage.local.set({ [key(name)]: value });
}

/** Calls back with each new value of a setting, wherever it was set, until the signal aborts. */
export function watchSetting<N extends SettingName>(
  name: N,
  heard: (value: ValueOf<N>) => void,
  signal: AbortSignal,
): void {
  const { onChanged } = browser.storage.local;
  const listener = (changes: Record<string, { newValue?: unknown }>): void => {
    const change = changes[key(name)];
    if (change) heard(settingOf(name, change.newValue));
  };
  onChanged.addListener(listener);
  signal.addEventListener('abort', () => onChanged.removeListener(listener));
}

import { announce } from '../messages/announce';
import type { SettingName } from '../settings/settings';
import { watchSetting } from '../settings/stored';

/** The settings that change what cards say. */
const SAID_ON_CARDS: readonly SettingName[] = ['watchWords', 'fitOnCards', 'ranking'];

/** Has every open page ask again when what is said on cards was changed in the settings, until the signal aborts. */
export function relabelPages(
  log: (where: string, error: unknown) => void,
  signal: AbortSignal,
): void {
  const tellAll = (): void => {
    announce('all').catch((error: unknown) => log('announcing', error));
  };
  for (const name of SAID_ON_CARDS) watchSetting(name, tellAll, signal);
}

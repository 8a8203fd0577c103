import { tellCards } from '../messages/cardSettings';
import { readSetting, watchSetting } from '../settings/stored';

/** Tells pages what is set about cards: now, since the browser may have started again, and whenever it is set. */
export function keepCardsTold(log: (where: string, error: unknown) => void): void {
  const { signal } = new AbortController(); // as long as the worker
  const tell = async (): Promise<void> => {
    await tellCards({
      noKeys: !(await readSetting('cardKeys')),
      atRight: (await readSetting('corner')) === 'right',
    });
  };
  const tellNow = (): void => {
    tell().catch((error: unknown) => log('settings of cards', error));
  };
  tellNow();
  watchSetting('cardKeys', tellNow, signal);
  watchSetting('corner', tellNow, signal);
}

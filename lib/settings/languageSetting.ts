import type { LanguageChoice } from '../text/languages';
import { type EarlySetting, earlySetting } from './early';
import { writeSetting } from './stored';

/** In which language Asterism speaks: on our own pages, which read it early, and elsewhere, for which the worker does. */
export function languageSetting(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
): EarlySetting<LanguageChoice> {
  const { read, write } = earlySetting('language', storage);
  return {
    read,
    write(language) {
      write(language);
      void writeSetting('workerLanguage', language);
    },
  };
}

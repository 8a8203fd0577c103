import { LANGUAGE_NAMES, type LanguageChoice } from './languages';
import { text } from './text';

/** What a choice of a language is called: languages by their own names. */
export function languageName(choice: LanguageChoice): string {
  return choice === 'browser' ? text('languageBrowser') : LANGUAGE_NAMES[choice];
}

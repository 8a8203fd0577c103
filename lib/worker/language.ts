import type { Browser } from 'wxt/browser';
import { readSetting, watchSetting } from '../settings/stored';
import { takeBrowserTexts } from '../text/browserTexts';
import type { Language, LanguageChoice, Texts } from '../text/languages';

declare global {
  /** The worker's texts in every language: it can load none (scripts/localeTexts.ts). */
  var asterismLanguages: Partial<Record<Language, Texts>> | undefined;
}

/** Takes the worker's texts in the language that the reader chose, once it is known. */
export async function takeWorkerTexts(): Promise<void> {
  take(await readSetting('workerLanguage'));
}

/** Takes them again whenever the reader chooses another language, and then calls back. */
export function followLanguage(changed: () => void, signal: AbortSignal): void {
  const heard = (choice: LanguageChoice): void => {
    take(choice);
    changed();
  };
  watchSetting('workerLanguage', heard, signal);
}

function take(choice: LanguageChoice): void {
  takeBrowserTexts(choice === 'browser' ? undefined : globalThis.asterismLanguages?.[choice]);
}

/** The script that brings the chosen language's texts to the cards of sites; none where they are in the browser's. */
export async function textScripts(
  matches: string[],
): Promise<Browser.scripting.RegisteredContentScript[]> {
  const language = await readSetting('workerLanguage');
  if (language === 'browser') return [];
  const always = { matches, persistAcrossSessions: true };
  const js = [`texts/${language}.js`];
  return [{ ...always, id: `texts-${language}`, js, runAt: 'document_start' }];
}

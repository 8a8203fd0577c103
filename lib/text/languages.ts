/** A text by its name, as `_locales` have it. */
export type Texts = Readonly<Record<string, { message: string } | undefined>>;

declare global {
  // Of the world of our content scripts, where another language than the browser's is chosen (lib/worker/language.ts).
  var asterismTexts: Texts | undefined;
}

/** The languages that Asterism speaks, each by its own name. */
export const LANGUAGE_NAMES = {
  en: 'English',
  'zh-CN': '简体中文',
  ja: '日本語',
  de: 'Deutsch',
  fr: 'Français',
  es: 'Español',
} as const;

/** One of them, as BCP 47 writes it. */
export type Language = keyof typeof LANGUAGE_NAMES;

/** In which language the reader wants Asterism to speak; `browser`: as the browser does. */
export type LanguageChoice = Language | 'browser';

/** All of them, in the order in which they are offered. */
export const LANGUAGES = Object.keys(LANGUAGE_NAMES) as Language[]; // the table's own keys

/** The folder of each in `_locales`: browsers write what follows the hyphen after a low line. */
export function localeFolder(language: Language): string {
  return language.replace('-', '_');
}

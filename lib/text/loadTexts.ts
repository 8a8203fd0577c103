import type { Language, Texts } from './languages';

/** The texts of each language, a file of its own that is loaded when they are wanted. */
const LOAD: Record<Language, () => Promise<{ default: Texts }>> = {
  en: () => import('../../public/_locales/en/messages.json'),
  'zh-CN': () => import('../../public/_locales/zh_CN/messages.json'),
  ja: () => import('../../public/_locales/ja/messages.json'),
  de: () => import('../../public/_locales/de/messages.json'),
  fr: () => import('../../public/_locales/fr/messages.json'),
  es: () => import('../../public/_locales/es/messages.json'),
};

/** All texts of a language; those of them that it lacks are in English (scripts/localeTexts.ts). */
export async function loadTexts(language: Language): Promise<Texts> {
  return (await LOAD[language]()).default;
}

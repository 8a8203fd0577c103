import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { type Language, localeFolder } from '../../lib/text/languages';

/** What no text of a language has (docs/languages.md). */
const NEVER: Partial<Record<Language, readonly RegExp[]>> = {
  'zh-CN': [
    /\p{Script=Han}[\w$]|[a-z\d]\p{Script=Han}/iu, // a space is between them
    /\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}/u, // full width
  ],
  ja: [
    /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}][,;!?()]/u, // full width
    /[,;!()][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u,
    /[a-z\d] [\p{Script=Hiragana}\p{Script=Katakana}]/iu, // no space
  ],
  de: [/[“][^“]*[”]|'/, / …/, /\d %/],
  fr: [/ [;:!?»%]|« |'/, /[\p{L}»)][;!?](?!\w)/u, /\p{L}:(?! »|\u00a0)(?=\s)/u],
  es: [/'/, /“|”/, /^[^¿]*\p{L}\?/u, /^[^¡]*\p{L}!/u],
};

/** Texts that name keys or words of the search, which are typed as they stand. */
const AS_TYPED: Partial<Record<Language, readonly string[]>> = {
  ja: ['cardKeys'],
  fr: ['syntaxMore'],
};

test.each(Object.keys(NEVER) as Language[])('%s is set as its readers are used to', (language) => {
  const path = `../../public/_locales/${localeFolder(language)}/messages.json`;
  const locale = JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8')) as Record<
    string,
    { message: string } // test/unit/locales.test.ts looks at it
  >;
  const wrong = Object.entries(locale).flatMap(([key, { message }]) => {
    if (AS_TYPED[language]?.includes(key)) return [];
    return NEVER[language]?.some((never) => never.test(message)) ? [`${key}: ${message}`] : [];
  });
  expect(wrong).toEqual([]);
});

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, localeFolder } from '../../lib/text/languages';
import { SAME_AS_ENGLISH } from '../locales/sameAsEnglish';

type Locale = Record<string, { message: string; description?: string }>;

const FOLDER = new URL('../../public/_locales/', import.meta.url);
const FORM = /_(zero|one|two|few|many|other)$/;

function read(folder: string): Locale {
  return JSON.parse(readFileSync(new URL(`${folder}/messages.json`, FOLDER), 'utf8')) as Locale; // the tests below look at it
}

const english = read('en');
const counted = new Set(
  Object.keys(english).flatMap((key) => (key.endsWith('_other') ? [key.slice(0, -6)] : [])),
);

/** Every key that a language needs: of a counted text each form that `Intl` asks for in it. */
function neededIn(language: string): string[] {
  const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
  const plain = Object.keys(english).filter((key) => !counted.has(key.replace(FORM, '')));
  return [
    ...plain,
    ...[...counted].flatMap((key) => pluralCategories.map((form) => `${key}_${form}`)),
  ];
}

/** The English text that says the same; of a form that English has not, that of any number. */
function englishOf(key: string): string {
  return (english[key] ?? english[key.replace(FORM, '_other')])?.message ?? '';
}

function placeholders(message: string): string[] {
  return [...new Set(message.match(/\$\d/g))].sort();
}

test('there is a folder for each language that can be chosen, and no other', () => {
  expect(readdirSync(FOLDER).sort()).toEqual(LANGUAGES.map(localeFolder).sort());
});

describe.each(LANGUAGES)('%s', (language) => {
  const locale = read(localeFolder(language));
  const keys = Object.keys(locale);

  test('has every text, in every form that its numbers need', () => {
    expect(neededIn(language).filter((key) => !locale[key]?.message.trim())).toEqual([]);
  });

  test('has no text that nothing shows', () => {
    const needed = new Set(neededIn(language));
    expect(keys.filter((key) => !needed.has(key))).toEqual([]);
  });

  test('has every placeholder of the English text, and no other', () => {
    const rules = new Intl.PluralRules(language);
    // Where a form is for nothing but 1, it may be in words.
    const isAlone = (key: string): boolean => key.endsWith('_one') && rules.select(0) !== 'one';
    const wrong = keys.filter((key) => {
      const own = placeholders(locale[key]?.message ?? '');
      const theirs = placeholders(englishOf(key.replace(FORM, '_other')));
      if (isAlone(key)) return own.some((one) => !theirs.includes(one));
      return own.join() !== theirs.join();
    });
    expect(wrong).toEqual([]);
  });

  test('says which language it is, and runs in its direction', () => {
    expect(locale['languageTag']?.message).toBe(language);
    expect(locale['textDirection']?.message).toBe('ltr');
  });

  test('has its texts in the order of the English ones, and descriptions only there', () => {
    const order = Object.keys(english).map((key) => key.replace(FORM, ''));
    const own = keys.map((key) => order.indexOf(key.replace(FORM, '')));
    expect(own).toEqual(own.toSorted((a, b) => a - b));
    if (language !== 'en') expect(keys.filter((key) => locale[key]?.description)).toEqual([]);
  });
});

test.each(LANGUAGES.filter((one) => one !== 'en'))(
  '%s has nothing in English but names',
  (language) => {
    const locale = read(localeFolder(language));
    const same = Object.keys(locale).filter((key) => {
      const message = locale[key]?.message ?? '';
      return /\p{L}/u.test(message.replace(/\$\d/g, '')) && message === englishOf(key);
    });
    const own = SAME_AS_ENGLISH[language] ?? [];
    const allowed = [...SAME_AS_ENGLISH.everywhere, ...own];
    expect(same.filter((key) => !allowed.includes(key))).toEqual([]);
    expect(own.filter((key) => !same.includes(key))).toEqual([]); // no longer needed
  },
);

import type messages from '../../public/_locales/en/messages.json';
import { type Forms, makeForms, writeDate, writeNumber } from './forms';

/** The name of a text in `_locales`. */
export type TextKey = keyof typeof messages;

/** Finds a text by name; `substitutions` replace $1, $2, … (`browser.i18n.getMessage` is one). */
export type Lookup = (key: TextKey, substitutions: string[]) => string;

let lookup: Lookup = (key) => key;
let askLanguage = (): string => 'en';
let asked: string | undefined;
// Made when they are first needed: a card needs neither, and each takes milliseconds.
let plurals: Intl.PluralRules | undefined;
let dates: Record<number, Intl.DateTimeFormat> = {};
let times: Intl.DateTimeFormat | undefined;
let numbers: Intl.NumberFormat | undefined;
let forms: Forms | undefined;

/** How a date of so many parts is written. */
const DATE_STYLES: Readonly<Record<number, Intl.DateTimeFormatOptions>> = {
  1: { year: 'numeric' },
  2: { year: 'numeric', month: 'short' },
  3: { dateStyle: 'medium' },
};

/** Where forms are kept. */
const KEPT = 'dateForms';

/**
 * Says where texts come from and in which language; each entrypoint calls it once, before it shows anything. The
 * language is asked for when something depends on it: a card shows nothing that does, and asking takes 2 ms.
 */
export function setTexts(source: Lookup, inLanguage: () => string): void {
  lookup = source;
  askLanguage = inLanguage;
  asked = undefined;
  plurals = undefined;
  dates = {};
  times = undefined;
  numbers = undefined;
}

/** The language of the texts as BCP 47 writes it, with the browser's region where it is one of that language's: "de-AT". */
export function language(): string {
  asked ??= askLanguage();
  return asked;
}

/**
 * Takes the forms that an earlier page left in a storage. Gives what to do once there is time: where there are none yet
 * for this language and this browser, they are made and left there.
 */
export function takeForms(
  storage: Pick<Storage, 'getItem' | 'setItem'>,
  browserName: string,
): () => void {
  const of = `${language()} ${browserName}`;
  const kept: Forms | null = JSON.parse(storage.getItem(KEPT) ?? 'null'); // written below, and nowhere else
  forms = kept?.of === of ? kept : undefined;
  return () => {
    if (forms !== undefined) return;
    const made = makeForms(of, dateText, numberText);
    if (made !== null) storage.setItem(KEPT, JSON.stringify(made));
  };
}

/** A day, a month or a year (`2026-04-16`, `2026-04`, `2026`) as people read it: "16 Apr 2026", "Apr 2026", "2026". */
export function dateText(date: string): string {
  const known = forms && writeDate(forms, date);
  if (known !== undefined) return known;
  const parts = date.split('-').length;
  dates[parts] ??= new Intl.DateTimeFormat(language(), { ...DATE_STYLES[parts], timeZone: 'UTC' });
  return dates[parts].format(new Date(date)); // without a time it is UTC's
}

/** A time (ISO 8601) as the reader's clock shows it: "16 Apr 2026, 14:05". */
export function timeText(time: string): string {
  times ??= new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'short' });
  return times.format(new Date(time));
}

/** A number as people read it: "1,234". */
export function numberText(value: number): string {
  // So it is in each of our languages (a test asks them all); the browser's own tables take 15 ms to load.
  if (Number.isInteger(value) && value >= 0 && value < 1_000) return String(value);
  const known = forms && writeNumber(forms, value);
  if (known !== undefined) return known;
  numbers ??= new Intl.NumberFormat(language());
  return numbers.format(value);
}

/** A number of bytes as people read it, in at most one decimal: "12 kB", "1.2 MB". */
export function sizeText(bytes: number): string {
  const kilo = Math.ceil(bytes / 1_000);
  const [value, unit] = kilo < 1_000 ? [kilo, 'kilobyte'] : [bytes / 1e6, 'megabyte'];
  const how = { style: 'unit', unit, maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(language(), how).format(value);
}

/** Names as people list them: "A, B and C". */
export function listText(names: readonly string[]): string {
  return new Intl.ListFormat(language()).format(names);
}

/** A text in the reader's language. */
export function text(key: TextKey, ...substitutions: (string | number)[]): string {
  return lookup(key, substitutions.map(String));
}

type CountedKey = TextKey extends infer K
  ? K extends `${infer Base}_other`
    ? Base
    : never
  : never;

/**
 * A text that depends on a number: `<key>_one`, `<key>_other`, … in `_locales`; the number as people read it is $1, the
 * rest follow.
 */
export function countText(
  key: CountedKey,
  count: number,
  ...substitutions: (string | number)[]
): string {
  plurals ??= new Intl.PluralRules(language());
  const form = `${key}_${plurals.select(count)}` as TextKey; // a locale may lack a form: `_other` then
  const said = [count, ...substitutions].map((one) =>
    typeof one === 'number' ? numberText(one) : one,
  );
  const found = lookup(form, said);
  return found === '' ? text(`${key}_other` as TextKey, ...said) : found; // CountedKey says it exists
}

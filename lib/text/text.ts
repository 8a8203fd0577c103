import type messages from '../../public/_locales/en/messages.json';

/** The name of a text in `_locales`. */
export type TextKey = keyof typeof messages;

/** Finds a text by name; `substitutions` replace $1, $2, … (`browser.i18n.getMessage` is one). */
export type Lookup = (key: TextKey, substitutions: string[]) => string;

let lookup: Lookup = (key) => key;
let language = 'en';
// Made when they are first needed: a card needs neither, and each takes milliseconds.
let plurals: Intl.PluralRules | undefined;
let days: Intl.DateTimeFormat | undefined;
let times: Intl.DateTimeFormat | undefined;
let numbers: Intl.NumberFormat | undefined;

/** Says where texts come from and in which language; each entrypoint calls it once, before it shows anything. */
export function setTexts(source: Lookup, inLanguage: string): void {
  lookup = source;
  language = inLanguage;
  plurals = undefined;
  days = undefined;
  times = undefined;
  numbers = undefined;
}

/** A calendar day, `YYYY-MM-DD`, as people read it: "16 Apr 2026". */
export function dayText(day: string): string {
  days ??= new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  return days.format(new Date(`${day}T00:00:00Z`));
}

/** A time (ISO 8601) as the reader's clock shows it: "16 Apr 2026, 14:05". */
export function timeText(time: string): string {
  times ??= new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' });
  return times.format(new Date(time));
}

/** A number as people read it: "1,234". */
export function numberText(value: number): string {
  numbers ??= new Intl.NumberFormat(language);
  return numbers.format(value);
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

/** A text that depends on a number: `<key>_one`, `<key>_other`, … in `_locales`; the number is $1, the rest follow. */
export function countText(
  key: CountedKey,
  count: number,
  ...substitutions: (string | number)[]
): string {
  plurals ??= new Intl.PluralRules(language);
  const form = `${key}_${plurals.select(count)}` as TextKey; // a locale may lack a form: `_other` then
  const found = lookup(form, [count, ...substitutions].map(String));
  return found === '' ? text(`${key}_other` as TextKey, count, ...substitutions) : found; // CountedKey says it exists
}

import { fold } from '../papers/caseFolding';
import { isPublicationDate, refines } from '../papers/publication';

// Dates of publication as other programs write them: a day, a month or a year. What is not understood for sure is left
// out, so "12/06/2017" is 2017. An interval counts from its beginning, as it sorts.

const NAMES = [
  'january february march april may june july august september october november december',
  'januar februar marz april mai juni juli august september oktober november dezember',
  'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
  'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
  'gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre',
  'janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro',
  'januari februari maart april mei juni juli augustus september oktober november december',
];

/** The month of each name and of each beginning of one that no other month has. */
const MONTHS = monthsByBeginning();

const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;
/** "2017-06-12", "2017/06//", "2017-6", "2017年6月12日", "2017-06-12T17:57:34Z". */
const YEAR_FIRST =
  /^\s*((?:19|20)\d\d)\s?[-/.年]\s?(\d{1,2})(?!\d)(?:\s?[-/.月]\s?(\d{1,2})(?!\d))?/;
/** "20170612". */
const DIGITS = /^\s*((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)/;
/** "25/06/2017", "06/2017". */
const YEAR_LAST = /^\s*(?:(\d{1,2})[-/.]\s?)?(\d{1,2})[-/.]\s?((?:19|20)\d\d)(?!\d)/;

/** A date from its parts, as fine as they are known; undefined without a year. A month may have its name, and a day beside it. */
export function dateOf(year: unknown, month?: unknown, day?: unknown): string | undefined {
  const y = YEAR.exec(textOf(year))?.[0];
  if (y === undefined) return undefined;
  const within = monthWithin(textOf(month));
  return within === null ? y : joined(y, within.month, numberIn(textOf(day)) ?? within.day);
}

/** The date in a text: "2017", "2017/06//", "12 June 2017", "Jun. 12th, 2017 (v2)". */
export function dateIn(value: unknown): string | undefined {
  const text = textOf(value).slice(0, 100);
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? DIGITS.exec(text) ?? [];
  if (year !== undefined) return joined(year, Number(month), Number(day ?? 0));
  const [, before, middle, end] = YEAR_LAST.exec(text) ?? [];
  if (end !== undefined) return yearLast(Number(before ?? 0), Number(middle), end);
  // A number that is not next to a month's name may be anything, as a volume.
  const named = monthWithin(text);
  return dateOf(text, named?.isNamed ? text : '');
}

/** Of two numbers before a year one is the day, and which it is shows where it is greater than 12. */
function yearLast(first: number, second: number, year: string): string {
  if (first === 0) return joined(year, second, 0);
  if (first > 12 || first === second) return joined(year, second, first);
  return second > 12 ? joined(year, first, second) : year;
}

/** Of what a file says in several places the first, or what says the same more finely. */
export function finest(...dates: (string | undefined)[]): string | undefined {
  return dates.reduce((first, other) => {
    if (first === undefined || other === undefined) return first ?? other;
    return refines(other, first) ? other : first;
  }, undefined);
}

function joined(year: string, month: number, day: number): string {
  const inMonth = `${year}-${String(month).padStart(2, '0')}`;
  const whole = `${inMonth}-${String(day).padStart(2, '0')}`;
  return [whole, inMonth].find(isPublicationDate) ?? year;
}

/** The first month in a text, by its name with the day beside it, or by its number alone. */
function monthWithin(text: string): { month: number; day: number; isNamed: boolean } | null {
  const only = MONTHS.get(text); // as nearly all BibTeX has it
  if (only !== undefined) return { month: only, day: 0, isNamed: true };
  for (const { 0: word, index } of text.matchAll(/\p{L}{3,}/gu)) {
    const month = MONTHS.get(fold(word));
    if (month === undefined) continue;
    const [, before] =
      /(?<!\d)(\d{1,2})(?:st|nd|rd|th|º)?[\s.,~-]{0,3}(?:de\s|of\s)?$/i.exec(
        text.slice(0, index),
      ) ?? [];
    const [, after] = /^[\s.,~-]{0,3}(\d{1,2})(?!\d)/.exec(text.slice(index + word.length)) ?? [];
    return { month, day: Number(before ?? after ?? 0), isNamed: true };
  }
  const number = numberIn(text);
  return number === null ? null : { month: number, day: 0, isNamed: false };
}

function numberIn(text: string): number | null {
  const [digits] = /^\s*\d{1,2}(?!\d)/.exec(text) ?? [];
  return digits === undefined ? null : Number(digits);
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function monthsByBeginning(): ReadonlyMap<string, number> {
  const months = new Map<string, Set<number>>();
  for (const names of NAMES) {
    for (const [index, name] of names.split(' ').entries()) {
      for (let length = 3; length <= name.length; length++) {
        const beginning = name.slice(0, length);
        months.set(beginning, (months.get(beginning) ?? new Set()).add(index + 1));
      }
    }
  }
  return new Map(
    [...months].flatMap(([name, [month = 0, other]]) =>
      other === undefined ? [[name, month]] : [],
    ),
  );
}

import { writtenDay } from '../dates';
import { calendarDay } from '../values';

const DAY = String.raw`\d{1,2}\s+[A-Z][a-z]+,?\s+\d{4}`;
const FIRST_VERSION = new RegExp(String.raw`\bv1\s+submitted\s+${DAY}`);
const SUBMITTED = new RegExp(String.raw`\bSubmitted\s+(?:on\s+)?${DAY}`);

/**
 * The day on which a paper's first version was submitted, `YYYY-MM-DD`, of a search result ("Submitted 6 August, 2026; v1
 * submitted 21 February, 2026; …") or an abstract page ("Submitted on 15 Apr 2026"); undefined where it says none.
 */
export function submittedDay(text: string): string | undefined {
  const [written = ''] = FIRST_VERSION.exec(text) ?? SUBMITTED.exec(text) ?? [];
  return writtenDay(written);
}

/** The day that a citation's meta element states ("2026/04/15"), `YYYY-MM-DD`. */
export function statedDay(text: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})[/-](\d{1,2})[/-](\d{1,2})$/.exec(text?.trim() ?? '') ?? [];
  return calendarDay(Number(year), Number(month), Number(day));
}

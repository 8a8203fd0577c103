import type { FailureCode } from '../messages/result';
import { type TextKey, text } from './text';

/** Of failures that readers can tell apart; of all others they know that it was not saved. */
const TEXTS: { [code in FailureCode]?: TextKey } = {
  full: 'notSavedFull',
  newer: 'newerDatabase',
  neverRemembers: 'neverRemembers',
  orphaned: 'orphaned',
  unanswered: 'notSavedUnanswered',
};

/** What happened, what is safe and what to do, in the reader's words. */
export function failureText(code: FailureCode): string {
  return text(TEXTS[code] ?? 'notSavedStorage');
}

/** Why a page cannot read the library, where trying again does not help. */
export type Unreadable = 'newer' | 'privateWindow' | 'neverRemembers';

/** The same in the reader's words, and what to do. */
export function unreadableText(why: Unreadable): string {
  return text(why === 'newer' ? 'newerDatabase' : why);
}

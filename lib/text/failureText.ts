import type { FailureCode } from '../messages/result';
import { type TextKey, text } from './text';

/** Of failures that readers can tell apart; of all others they know that it was not saved. */
const TEXTS: { [code in FailureCode]?: TextKey } = {
  full: 'notSavedFull',
  newer: 'newerDatabase',
  orphaned: 'orphaned',
  unanswered: 'notSavedUnanswered',
};

/** What happened, what is safe and what to do, in the reader's words. */
export function failureText(code: FailureCode): string {
  return text(TEXTS[code] ?? 'notSavedStorage');
}

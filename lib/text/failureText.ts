import type { FailureCode } from '../messages/result';
import { text } from './text';

/** What happened, what is safe and what to do, in the reader's words. */
export function failureText(code: FailureCode): string {
  switch (code) {
    case 'full':
      return text('notSavedFull');
    case 'newer':
      return text('newerDatabase');
    case 'orphaned':
      return text('orphaned');
    case 'unanswered':
      return text('notSavedUnanswered');
    case 'unreadable':
    case 'unknown':
    case 'refused':
    case 'missing':
    case 'storage':
      return text('notSavedStorage');
  }
}

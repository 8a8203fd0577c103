import type { ImportOutcome } from '../messages/contract';
import { failureText } from '../text/failureText';
import { countText, numberText, text } from '../text/text';
import type { ImportState } from './importing';
import { importFailureText, refusalText } from './importTexts';

/** How an import ended, as a sentence; null while it is going on. */
export function outcomeOf(state: ImportState): { said: string | null; isError: boolean } {
  switch (state.step) {
    case 'refused':
      return { said: `${refusalText(state)} ${text('importLibraryUnchanged')}`, isError: true };
    case 'failed':
      return { said: importFailureText(state.code, state.error), isError: true };
    case 'done': {
      const { undone, outcome } = state;
      if (undone === true) return { said: text('importUndone'), isError: false };
      if (undone !== false) return { said: failureText(undone), isError: true };
      const leftOut = state.leftOut > 0 ? [countText('importLeftOut', state.leftOut)] : [];
      return { said: [doneText(outcome), ...leftOut].join(' '), isError: false };
    }
    default:
      return { said: null, isError: false };
  }
}

/** What came: papers, and searches and colours where there are any. */
function doneText({ added, merged, same, searches, colours }: ImportOutcome): string {
  const papers = text('importDone', numberText(added), numberText(merged), numberText(same));
  if (searches + colours === 0) return papers;
  const others = text('importSearchesAdded', searches, colours);
  return added + merged + same === 0 ? others : `${papers} ${others}`;
}

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
      return { said: [doneText(outcome, state.settings), ...leftOut].join(' '), isError: false };
    }
    default:
      return { said: null, isError: false };
  }
}

/** What came: papers, and searches, colours and settings where there are any. */
function doneText(
  { added, merged, same, searches, colours }: ImportOutcome,
  settings: number,
): string {
  const others = [
    ...(searches + colours === 0 ? [] : [text('importSearchesAdded', searches, colours)]),
    ...(settings === 0 ? [] : [text('importSettingsSet', settings)]),
  ];
  const isAboutPapers = added + merged + same > 0 || others.length === 0;
  const papers = text('importDone', numberText(added), numberText(merged), numberText(same));
  return [...(isAboutPapers ? [papers] : []), ...others].join(' ');
}

/** Whether an import that is done has changed something that can be taken back. */
export function canUndo(state: ImportState): state is Extract<ImportState, { step: 'done' }> {
  return state.step === 'done' && (state.outcome.undo !== null || state.settings > 0);
}

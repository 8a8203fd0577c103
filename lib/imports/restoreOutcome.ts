import { text } from '../text/text';
import { outcomeOf } from './importOutcome';
import type { RestoringState } from './restoring';

/** What is said below the copies, as sentences; null: nothing. */
export function restoreOutcome(restoring: RestoringState): {
  said: string | null;
  isError: boolean;
} {
  const { state, reading, damage, isGone } = restoring;
  const ended = isGone ? { said: text('backupGone'), isError: true } : outcomeOf(state);
  // After a restore, and after saving, too: what was brought or saved is not all there was.
  const isOver = state.step === 'done' ? state.undone === false : state.step === 'idle';
  const lacking = isOver && reading === null ? damage : [];
  return { ...ended, said: [ended.said ?? [], lacking].flat().join(' ') || null };
}

/** Whether nothing is under way, so that a copy can be chosen. */
export function isAtRest({ state, reading }: RestoringState): boolean {
  return reading === null && ['idle', 'done', 'failed', 'refused'].includes(state.step);
}

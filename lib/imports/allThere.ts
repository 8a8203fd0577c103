import type { ImportState } from './importing';
import { previewTexts } from './previewTexts';

/**
 * Whether the library has all that a copy of it would bring, so that the copy need not be offered again. Of a copy that is
 * damaged a later version may read more.
 */
export function isAllThere(state: ImportState, damage: readonly string[]): boolean {
  return (
    state.step === 'preview' &&
    damage.length === 0 &&
    state.problems.unreadableRows === 0 &&
    previewTexts(state, 'copy').apply === null
  );
}

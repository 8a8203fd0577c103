import { countOfShelves } from '../papers/shelves';
import { countText, numberText, text } from '../text/text';
import type { Preview } from './importing';

/** What a preview says around its lists. */
export interface PreviewTexts {
  heading: string;
  /** Why there is nothing to apply; null where there is. */
  nothing: string | null;
  /** The button that applies it; null where nothing would change. */
  apply: string | null;
  /** The button that leaves it. */
  leave: string;
}

/** What a preview says of files that are imported, or of a copy that is restored. */
export function previewTexts(
  { name, newCount, mergeCount, sameCount, shelves }: Preview,
  of: 'files' | 'copy',
): PreviewTexts {
  const isCopy = of === 'copy';
  const papers = newCount + mergeCount;
  const heading = text(isCopy ? 'backupPreviewHeading' : 'importPreviewHeading', name);
  if (papers + countOfShelves(shelves.added) === 0) {
    const isKnown =
      sameCount + countOfShelves(shelves.same) + countOfShelves(shelves.differing) > 0;
    const nothing = isCopy ? 'backupNothing' : isKnown ? 'importNothing' : 'importNothingReadable';
    const leave = text(isCopy ? 'backupBack' : 'importAnother');
    return { heading, nothing: text(nothing), apply: null, leave };
  }
  const apply =
    papers === 0
      ? text('importApplyShelves')
      : countText(isCopy ? 'backupApply' : 'importApply', papers, numberText(papers));
  return { heading, nothing: null, apply, leave: text('importDiscard') };
}

import { countSearchesAndColours } from '../papers/searchesAndColours';
import { countText, numberText, type TextKey, text } from '../text/text';
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

/**
 * What a preview says about files that are imported, or of a copy that is restored; `isDamaged`: some of the copy cannot be
 * read.
 */
export function previewTexts(
  { name, newCount, mergeCount, sameCount, searchesAndColours, settings, problems }: Preview,
  of: 'files' | 'copy',
  isDamaged = false,
): PreviewTexts {
  const isCopy = of === 'copy';
  const papers = newCount + mergeCount;
  const heading = text(isCopy ? 'backupPreviewHeading' : 'importPreviewHeading', name);
  const others = countSearchesAndColours(searchesAndColours.added) + settings.added.length;
  if (papers + others === 0) {
    const isKnown =
      sameCount +
        countSearchesAndColours(searchesAndColours.same) +
        countSearchesAndColours(searchesAndColours.differing) +
        settings.same.length +
        settings.differing.length >
      0;
    const { unreadableRows, unreadableSearches, break: isCut } = problems;
    const isWhole = !isDamaged && unreadableRows + unreadableSearches === 0 && isCut === null;
    const nothing =
      NOTHING[of][isWhole && (isKnown || isCopy) ? 'new' : isKnown ? 'more' : 'readable'];
    const leave = text(isCopy ? 'backupBack' : 'importAnother');
    return { heading, nothing: text(nothing), apply: null, leave };
  }
  const apply =
    papers === 0
      ? text('importApplySearches')
      : countText(isCopy ? 'backupApply' : 'importApply', papers, numberText(papers));
  return { heading, nothing: null, apply, leave: text('importDiscard') };
}

/** Why there is nothing to apply: nothing is new, nothing more can be read, or nothing at all. */
const NOTHING = {
  files: { new: 'importNothing', more: 'importNothingMore', readable: 'importNothingReadable' },
  copy: { new: 'backupNothing', more: 'backupNothingMore', readable: 'backupNothingReadable' },
} as const satisfies Record<string, Record<string, TextKey>>;

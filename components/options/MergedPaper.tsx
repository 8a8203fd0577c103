import type { JSX } from 'preact';
import { text } from '../../lib/text/text';
import { type DifferenceRow, DifferenceTable } from './DifferenceTable';

/** What an import does with a paper that is in the library. */
export interface Merging {
  /** The title that it will have, where it is not the one that comes. */
  title?: string | undefined;
  /** What changes, in few words. */
  changed: readonly string[];
  rows: readonly DifferenceRow[];
  /** Names of facts that stay although the file says something else. */
  kept: readonly string[];
}

export interface MergedPaperProps {
  title: string;
  /** Null until it is known; a text where it cannot be said. */
  merging: Merging | string | null;
  open?: boolean;
}

/** A paper that an import changes: what changes at a glance, and field by field when it is opened. */
export function MergedPaper({ title, merging, open = false }: MergedPaperProps): JSX.Element {
  const isKnown = merging !== null && typeof merging !== 'string';
  return (
    <details class="merged" open={open}>
      <summary>
        <span class="incoming-title" dir="auto">
          {title}
        </span>{' '}
        {isKnown && <span class="merged-what">{merging.changed.join(' · ')}</span>}
      </summary>
      {isKnown ? (
        <>
          <DifferenceTable rows={merging.rows} />
          {merging.kept.length > 0 && (
            <p class="merged-kept">{text('importKept', merging.kept.join(', '))}</p>
          )}
        </>
      ) : (
        <p class="merged-kept">{merging ?? text('importLooking')}</p>
      )}
    </details>
  );
}

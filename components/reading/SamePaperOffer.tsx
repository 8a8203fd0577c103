import type { JSX } from 'preact';
import { plainText } from '../../lib/maths/spans';
import { bareId, namespaceName } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';
import { text } from '../../lib/text/text';

export interface SamePaperOfferProps {
  other: Paper;
  /** Where it is read. */
  href: string;
  onMerge: () => void;
}

/** Asks whether a paper of the same title is the one that is read. */
export function SamePaperOffer({ other, href, onMerge }: SamePaperOfferProps): JSX.Element {
  return (
    <div class="history-only same-paper">
      <p>
        {text('samePaperAs')}{' '}
        <a href={href} dir="auto">
          {namespaceName(other.id)} {bareId(other.id)}
        </a>
        <small>{[plainText(other.title), other.publishedAt].filter(Boolean).join(' · ')}</small>
      </p>
      <button type="button" class="button" onClick={onMerge}>
        {text('mergePapers')}
      </button>
    </div>
  );
}

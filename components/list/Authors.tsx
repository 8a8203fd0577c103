import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { authorTotal, type Paper } from '../../lib/papers/paper';
import type { InParts } from '../../lib/papers/query/marks';
import { countText, numberText, text } from '../../lib/text/text';
import { Highlighted } from '../Highlighted';

/** How many authors are named before the rest is counted. */
const NAMED = 3;

/** Who wrote a paper: the first authors and a way to see all; else the organization; else nothing. */
export function Authors({
  paper,
  inParts,
}: {
  paper: Paper;
  inParts: InParts;
}): JSX.Element | null {
  const [all, setAll] = useState(false);
  const { authors, organization } = paper;
  const total = authorTotal(paper);
  if (authors.length === 0) {
    const who = organization?.fullname ?? organization?.name;
    if (who === undefined && total === 0) return null;
    return (
      <span class="authors" dir="auto">
        {who === undefined ? (
          countText('authorCount', total)
        ) : (
          <Highlighted text={who} inParts={inParts} />
        )}
      </span>
    );
  }
  // One hidden name takes no less room than the words that would stand for it.
  const foldable = authors.length > NAMED + 1;
  const named = foldable && !all ? authors.slice(0, NAMED) : authors;
  const hidden = total - named.length;
  return (
    <span class="authors" dir="auto">
      <Highlighted text={named.join(', ')} inParts={inParts} />
      {foldable && (
        <>
          {' '}
          <button type="button" class="quiet-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text('fewerAuthors') : text('moreAuthors', numberText(hidden))}
          </button>
        </>
      )}
      {(!foldable || all) && others(paper, hidden)}
    </span>
  );
}

/** That there are more authors than are named, with their number where it is known. */
export function others({ moreAuthors }: Paper, unnamed: number): string {
  if (moreAuthors) return ` ${text('andOthers')}`;
  return unnamed > 0 ? ` ${text('moreAuthorsUnnamed', numberText(unnamed))}` : '';
}

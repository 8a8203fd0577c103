import type { JSX } from 'preact';
import { plainText } from '../../lib/maths/spans';
import type { PaperId } from '../../lib/papers/ids';
import { listText, text } from '../../lib/text/text';
import type { RelatedPaper, RelatedState } from '../../lib/views/ranking/related';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface RelatedPapersProps extends RelatedState {
  /** Finds them. */
  onAsk: () => void;
  /** Where a paper is read. */
  addressOf: (id: PaperId) => string;
}

/** Papers of library and history that are like the one that is read, when they are asked for. */
export function RelatedPapers(props: RelatedPapersProps): JSX.Element {
  const { phase, papers, reasons, onAsk, addressOf } = props;
  if (phase === 'closed') {
    return (
      <p class="related">
        <button type="button" class="text-button" onClick={onAsk}>
          <Icon picture={pictures.library} />
          {text('findRelated')}
        </button>
      </p>
    );
  }
  return (
    <section class="related" aria-label={text('relatedHeading')} aria-busy={phase === 'loading'}>
      <h3>{text('relatedHeading')}</h3>
      {reasons.length > 0 && <p>{text('fitsBecause', listText(reasons))}</p>}
      <p role="status">{said(phase, papers.length)}</p>
      {papers.length > 0 && (
        <ul>
          {papers.map((one) => (
            <RelatedLink key={one.paper.id} {...one} href={addressOf(one.paper.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}

function said(phase: RelatedState['phase'], found: number): string {
  if (phase === 'loading') return text('loading');
  if (phase === 'failed') return text('failedTitle');
  return found === 0 ? text('noRelated') : '';
}

function RelatedLink({ paper, bookmarked, href }: RelatedPaper & { href: string }): JSX.Element {
  const [author] = paper.authors;
  return (
    <li>
      <a href={href} dir="auto">
        {plainText(paper.title)}
      </a>
      {(author !== undefined || bookmarked) && (
        <small>
          {[author, bookmarked ? text('inLibrary') : undefined].filter(Boolean).join(' · ')}
        </small>
      )}
    </li>
  );
}

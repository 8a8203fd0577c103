import type { JSX } from 'preact';
import { useState } from 'preact/hooks';
import { plainText } from '../../lib/maths/spans';
import { namespaceName, paperLinks } from '../../lib/papers/ids';
import { authorTotal, type Paper } from '../../lib/papers/paper';
import { isUpdated } from '../../lib/papers/versions';
import { countText, dateText, numberText, text } from '../../lib/text/text';
import { Icon } from '../Icon';
import { others } from '../list/Authors';
import * as pictures from '../pictures';

export interface PaperDetailsProps {
  paper: Paper;
  onSearch?: ((query: string) => void) | undefined;
  /** Opens the menu of what can be copied, at a button; absent: it is not offered. */
  onCopy?: ((paper: Paper, button: HTMLElement) => void) | undefined;
}

/** Who wrote a paper, where and when, how it was received, and where it is found. */
export function PaperDetails({ paper, onSearch, onCopy }: PaperDetailsProps): JSX.Element {
  const { organization, publishedAt, venue, upvotes, comments, version, withdrawn } = paper;
  const organizationName = organization?.fullname ?? organization?.name;
  const facts: (JSX.Element | string)[] = [];
  if (organizationName !== undefined) {
    facts.push(
      onSearch ? (
        <button
          type="button"
          class="quiet-link"
          onClick={() => onSearch(`org:"${organizationName.replaceAll('"', '')}"`)}
        >
          {organizationName}
        </button>
      ) : (
        organizationName
      ),
    );
  }
  if (publishedAt !== undefined)
    facts.push(<time dateTime={publishedAt}>{dateText(publishedAt)}</time>);
  if (venue !== undefined) facts.push(plainText(venue));
  if (isUpdated(paper)) facts.push(<NewVersion paper={paper} />);
  else if (version !== undefined) facts.push(text('newVersion', version));
  if (withdrawn) facts.push(<strong>{text('withdrawnPaper')}</strong>);
  if (upvotes !== undefined) facts.push(countText('upvotes', upvotes, numberText(upvotes)));
  if (comments !== undefined) facts.push(countText('comments', comments, numberText(comments)));
  return (
    <div class="paper-details">
      <AllAuthors paper={paper} />
      {facts.length > 0 && (
        <ul class="details-line">
          {facts.map((fact, index) => (
            <li key={index}>{fact}</li>
          ))}
        </ul>
      )}
      <Links paper={paper} onCopy={onCopy} />
    </div>
  );
}

function NewVersion({ paper: { version = 0, versionRead = 0 } }: { paper: Paper }): JSX.Element {
  return <strong>{text('newVersionSaid', version, versionRead)}</strong>;
}

/** How many authors are named before the rest is asked for. */
const NAMED = 12;

function AllAuthors({ paper }: { paper: Paper }): JSX.Element | null {
  const [all, setAll] = useState(false);
  const { authors } = paper;
  const total = authorTotal(paper);
  if (total === 0) return null;
  if (authors.length === 0) return <p class="all-authors">{countText('authorCount', total)}</p>;
  const isFoldable = authors.length > NAMED;
  const named = isFoldable && !all ? authors.slice(0, NAMED) : authors;
  const unnamed = total - authors.length;
  return (
    <p class="all-authors" dir="auto">
      {named.join(', ')}
      {isFoldable && (
        <>
          {all ? ' ' : ' … '}
          <button type="button" class="quiet-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? text('fewerAuthors') : text('allAuthors', numberText(authors.length))}
          </button>
        </>
      )}
      {(!isFoldable || all) && others(paper, unnamed)}
    </p>
  );
}

function Links({ paper, onCopy }: Pick<PaperDetailsProps, 'paper' | 'onCopy'>): JSX.Element {
  const { huggingFace, abs, pdf, home } = paperLinks(paper.id);
  const { githubRepo, githubStars, projectPage } = paper;
  const links = [
    [namespaceName(paper.id), home],
    [text('linkHuggingFace'), huggingFace],
    [text('linkArxiv'), abs],
    [text('linkPdf'), pdf],
    [text('linkCode'), githubRepo, githubStars],
    [text('linkProject'), projectPage],
  ] as const;
  return (
    <ul class="details-links">
      {links.map(([name, address, stars]) =>
        address === undefined ? null : (
          <li key={name}>
            <a href={address} target="_blank" rel="noopener noreferrer">
              {name}
              {stars !== undefined && (
                <span class="code-stars">
                  <Icon picture={pictures.star} filled />
                  {numberText(stars)}
                  <span class="for-screen-readers"> {countText('codeStars', stars)}</span>
                </span>
              )}
            </a>
          </li>
        ),
      )}
      {onCopy && (
        <li>
          <button
            type="button"
            class="copy-paper"
            aria-haspopup="menu"
            aria-label={text('copyPaper', plainText(paper.title))}
            onClick={(event) => onCopy(paper, event.currentTarget)}
          >
            <Icon picture={pictures.copy} />
            {text('copy')}
          </button>
        </li>
      )}
    </ul>
  );
}

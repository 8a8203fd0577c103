import type { JSX } from 'preact';
import type { ListedPaper } from '../../lib/papers/list';
import { authorTotal, type Paper } from '../../lib/papers/paper';
import type { Marks } from '../../lib/papers/query/marks';
import { tagKey } from '../../lib/papers/tags';
import { countText, dateText, numberText, text } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { Highlighted } from './Highlighted';

export interface RowMetaProps {
  id: string;
  listed: ListedPaper;
  marks: Marks;
  onTag: (tag: string) => void;
}

/** Tags that have room in a row. */
const MOST_TAGS = 3;
/** Authors that are named before the rest is counted. */
const NAMED = 2;

/** One line on a paper: who and when, and what the reader said of it. */
export function RowMeta({ id, listed, marks, onTag }: RowMetaProps): JSX.Element {
  const { paper, annotation } = listed;
  const { status, tags, note, starred } = annotation;
  const more = tags.length - MOST_TAGS;
  return (
    <div class="row-meta" id={id}>
      {starred && <span class="for-screen-readers">{text('starredState')}</span>}
      <Who paper={paper} marks={marks} />
      {paper.publishedAt !== undefined && (
        <time dateTime={paper.publishedAt}>{dateText(paper.publishedAt)}</time>
      )}
      {paper.upvotes !== undefined && paper.upvotes > 0 && (
        <span
          class="row-upvotes"
          title={countText('upvotes', paper.upvotes, numberText(paper.upvotes))}
        >
          <Icon picture={pictures.upvote} />
          <span aria-hidden="true">{numberText(paper.upvotes)}</span>
          <span class="for-screen-readers">
            {countText('upvotes', paper.upvotes, numberText(paper.upvotes))}
          </span>
        </span>
      )}
      {status !== null && (
        <span class={`row-status ${status}`}>
          <Icon picture={statusIcon(status)} />
          {statusText(status)}
        </span>
      )}
      {tags.slice(0, MOST_TAGS).map((tag) => (
        <button
          key={tag}
          type="button"
          class="row-tag"
          data-tag={tagKey(tag)}
          tabIndex={-1}
          title={text('filterByTag', tag)}
          onClick={() => onTag(tag)}
        >
          <Highlighted text={tag} marks={marks.text} />
        </button>
      ))}
      {more > 0 && <span class="row-more">{text('moreTags', more)}</span>}
      {note.trim() !== '' && (
        <span class="row-note" title={text('hasNote')}>
          <Icon picture={pictures.note} />
          <span class="for-screen-readers">{text('hasNote')}</span>
        </span>
      )}
    </div>
  );
}

/** The first authors and how many more there are; else the organization. */
function Who({ paper, marks }: { paper: Paper; marks: Marks }): JSX.Element | null {
  const { authors, organization } = paper;
  const total = authorTotal(paper);
  const who = organization?.fullname ?? organization?.name;
  if (authors.length === 0) {
    if (who === undefined && total === 0) return null;
    return (
      <span class="row-who">
        {who === undefined ? (
          countText('authorCount', total)
        ) : (
          <Highlighted text={who} marks={[...marks.text, ...marks.org]} />
        )}
      </span>
    );
  }
  // One hidden name takes no less room than the words that would stand for it.
  const named = total > NAMED + 1 ? NAMED : authors.length;
  const hidden = total - Math.min(named, authors.length);
  return (
    <span class="row-who">
      <Highlighted
        text={authors.slice(0, named).join(', ')}
        marks={[...marks.text, ...marks.author]}
      />
      {paper.moreAuthors
        ? ` ${text('andOthers')}`
        : hidden > 0 && ` ${text('moreAuthors', hidden)}`}
    </span>
  );
}

import type { JSX } from 'preact';
import type { ListedPaper } from '../../lib/papers/list';
import { authorTotal, type Paper } from '../../lib/papers/paper';
import type { Marking } from '../../lib/papers/query/marks';
import { tagKey } from '../../lib/papers/tags';
import { countText, dateText, numberText, text } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Highlighted } from '../Highlighted';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { chipsIn, leastChip, READABLE } from './chips';

export interface RowMetaProps {
  id: string;
  listed: ListedPaper;
  marking: Marking;
  /** How wide the line is, in pixels where letters are as large as we made them. */
  room: number;
  onTag: (tag: string) => void;
}

/** Authors that are named before the rest is counted. */
const NAMED = 2;

/** One line on a paper: who and when, and what the reader said about it. */
export function RowMeta({ id, listed, marking, room, onTag }: RowMetaProps): JSX.Element {
  const { paper, annotation } = listed;
  const { status, tags, note, starred } = annotation;
  const shown = chipsIn(room - leastFacts(listed, room), tags);
  const more = tags.length - shown;
  return (
    <div class="row-meta" id={id}>
      {starred && <span class="for-screen-readers">{text('starredState')}</span>}
      <Who paper={paper} marking={marking} />
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
      {note.trim() !== '' && (
        <span class="row-note" title={text('hasNote')}>
          <Icon picture={pictures.note} />
          <span class="for-screen-readers">{text('hasNote')}</span>
        </span>
      )}
      {tags.slice(0, shown).map((tag) => (
        <button
          key={tag}
          type="button"
          class="row-tag"
          data-tag={tagKey(tag)}
          dir="auto"
          tabIndex={-1}
          style={leastWidth(tag)}
          title={text('filterByTag', tag)}
          onClick={() => onTag(tag)}
        >
          <Highlighted text={tag} inParts={marking.text} />
        </button>
      ))}
      {more > 0 && <span class="row-more">{text('moreTags', more)}</span>}
    </div>
  );
}

/** The size of a chip's letters, in pixels; rowBody.css has the same. */
const CHIP_LETTERS = 11.5;
/** A short tag is never shortened, a long one no further than it can be read. */
function leastWidth(tag: string): { minWidth: string } | { flexShrink: number } {
  if (leastChip(tag) < READABLE) return { flexShrink: 0 };
  return { minWidth: `${READABLE / CHIP_LETTERS}em` };
}

/** What the facts of a paper take at least, in pixels: names, a date, and what narrow.css leaves of the rest. */
const LEAST = { who: 82, date: 94, upvotes: 48, status: 94, statusIcon: 22, note: 22 };
/** Narrower lines show a status as a picture alone, and no upvotes; still narrower ones no date beside a tag. */
const NARROW = 490;
const NO_DATE = 370;

function leastFacts({ paper, annotation }: ListedPaper, room: number): number {
  const isNarrow = room < NARROW;
  return (
    LEAST.who +
    (paper.publishedAt === undefined || room < NO_DATE ? 0 : LEAST.date) +
    (isNarrow || (paper.upvotes ?? 0) === 0 ? 0 : LEAST.upvotes) +
    (annotation.status === null ? 0 : isNarrow ? LEAST.statusIcon : LEAST.status) +
    (annotation.note.trim() === '' ? 0 : LEAST.note)
  );
}

/** The first authors and how many more there are; else the organization. */
function Who({ paper, marking }: { paper: Paper; marking: Marking }): JSX.Element | null {
  const { authors, organization } = paper;
  const total = authorTotal(paper);
  const who = organization?.fullname ?? organization?.name;
  if (authors.length === 0) {
    if (who === undefined && total === 0) return null;
    return (
      <span class="row-who" dir="auto">
        {who === undefined ? (
          countText('authorCount', total)
        ) : (
          <Highlighted text={who} inParts={marking.org} />
        )}
      </span>
    );
  }
  // One hidden name takes no less room than the words that would stand for it.
  const named = total > NAMED + 1 ? NAMED : authors.length;
  const hidden = total - Math.min(named, authors.length);
  return (
    <span class="row-who" dir="auto">
      <Highlighted text={authors.slice(0, named).join(', ')} inParts={marking.author} />
      {paper.moreAuthors
        ? ` ${text('andOthers')}`
        : hidden > 0 && ` ${text('moreAuthors', numberText(hidden))}`}
    </span>
  );
}

import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Annotation } from '../../lib/papers/annotation';
import { excerpt } from '../../lib/papers/excerpt';
import { inOneLine } from '../../lib/papers/noteLine';
import type { InParts } from '../../lib/papers/query/marks';
import { tagKey } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Highlighted } from '../Highlighted';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { usePlainNote } from '../usePlainText';

export interface AnnotationSummaryProps {
  annotation: Annotation;
  inParts: InParts;
  onTag: (tag: string) => void;
  onNote: () => void;
}

/** Tags that are shown in a list: more would be a page of their own. */
const MOST_TAGS = 30;

/** Status, tags and the note's beginning; nothing at all where there is none. */
export function AnnotationSummary(props: AnnotationSummaryProps): JSX.Element | null {
  const { annotation, inParts, onTag, onNote } = props;
  const { status, tags, note } = annotation;
  const plain = usePlainNote(note);
  const start = useMemo(() => excerpt(inOneLine(plain), inParts), [plain, inParts]);
  if (status === null && tags.length === 0 && start === '') return null;
  return (
    <div class="summary">
      {(status !== null || tags.length > 0) && (
        <div class="labels">
          {status !== null && (
            <span class={`status-badge ${status}`}>
              <Icon picture={statusIcon(status)} />
              {statusText(status)}
            </span>
          )}
          {tags.slice(0, MOST_TAGS).map((tag) => (
            <button
              key={tag}
              type="button"
              class="tag-chip"
              data-tag={tagKey(tag)}
              title={text('filterByTag', tag)}
              onClick={() => onTag(tag)}
            >
              <span dir="auto">
                <Highlighted text={tag} inParts={inParts} />
              </span>
            </button>
          ))}
          {tags.length > MOST_TAGS && <span>{text('moreTags', tags.length - MOST_TAGS)}</span>}
        </div>
      )}
      {start !== '' && (
        <button type="button" class="note-start" title={text('readNote')} onClick={onNote}>
          <Icon picture={pictures.note} />
          <span dir="auto">
            <Highlighted text={start} inParts={inParts} />
          </span>
        </button>
      )}
    </div>
  );
}

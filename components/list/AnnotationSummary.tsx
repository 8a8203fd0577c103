import type { JSX } from 'preact';
import { useMemo } from 'preact/hooks';
import type { Annotation } from '../../lib/papers/annotation';
import { excerpt } from '../../lib/papers/marking';
import { tagKey } from '../../lib/papers/tags';
import { text } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { Marked } from './Marked';

export interface AnnotationSummaryProps {
  annotation: Annotation;
  words: readonly string[];
  onTag: (tag: string) => void;
  onNote: () => void;
}

/** Tags that are shown in a list: more would be a page of their own. */
const MOST_TAGS = 30;

/** Status, tags and the note's beginning; nothing at all where there is none. */
export function AnnotationSummary(props: AnnotationSummaryProps): JSX.Element | null {
  const { annotation, words, onTag, onNote } = props;
  const { status, tags, note } = annotation;
  const start = useMemo(() => excerpt(note, words), [note, words]);
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
              <span>
                <Marked text={tag} words={words} />
              </span>
            </button>
          ))}
          {tags.length > MOST_TAGS && <span>{text('moreTags', tags.length - MOST_TAGS)}</span>}
        </div>
      )}
      {start !== '' && (
        <button type="button" class="note-start" title={text('readNote')} onClick={onNote}>
          <Icon picture={pictures.note} />
          <span>
            <Marked text={start} words={words} />
          </span>
        </button>
      )}
    </div>
  );
}

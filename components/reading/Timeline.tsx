import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { TimelineEntry } from '../../lib/papers/timeline';
import { numberText, text, timeText } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

/** How many are shown before the rest is asked for. */
const SHOWN = 6;

/** What happened to a paper, the latest first. */
export function Timeline({ timeline }: { timeline: readonly TimelineEntry[] }): JSX.Element {
  const id = useId();
  const [all, setAll] = useState(false);
  const isFolded = timeline.length > SHOWN + 1 && !all;
  // The beginning of the story stays in sight.
  const shown = isFolded ? [...timeline.slice(0, SHOWN - 1), ...timeline.slice(-1)] : timeline;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{text('paperHistory')}</h3>
      <ol class={isFolded ? 'timeline folded' : 'timeline'}>
        {shown.map((happening) => (
          <li key={`${happening.kind} ${happening.at}`}>
            <Icon picture={pictureOf(happening)} filled={happening.kind === 'starred'} />
            <span>{sentenceOf(happening)}</span>
            <time dateTime={happening.at}>{timeText(happening.at)}</time>
          </li>
        ))}
      </ol>
      {isFolded && (
        <button type="button" class="quiet-link" onClick={() => setAll(true)}>
          {text('wholeTimeline', numberText(timeline.length))}
        </button>
      )}
    </section>
  );
}

function sentenceOf(happening: TimelineEntry): string {
  switch (happening.kind) {
    case 'firstSeen':
      return text('firstSeen', shortened(happening.on));
    case 'lastSeen':
      return text('lastSeen', shortened(happening.on));
    case 'starred':
      return text('happenedStarred');
    case 'unstarred':
      return text('happenedUnstarred');
    case 'removed':
      return text('happenedRemoved');
    case 'restored':
      return text('happenedRestored');
    case 'status':
      return happening.status === null
        ? text('happenedNoStatus')
        : text('happenedStatus', statusText(happening.status));
  }
}

/** An address as people write it. */
function shortened(address: string): string {
  return address.replace(/^https:\/\//, '');
}

function pictureOf(happening: TimelineEntry): string {
  switch (happening.kind) {
    case 'firstSeen':
    case 'lastSeen':
      return pictures.eye;
    case 'starred':
    case 'unstarred':
      return pictures.star;
    case 'removed':
      return pictures.trash;
    case 'restored':
      return pictures.undo;
    case 'status':
      return statusIcon(happening.status);
  }
}

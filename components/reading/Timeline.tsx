import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { TimelineEntry } from '../../lib/papers/timeline';
import { conflictText, machineText } from '../../lib/text/conflictText';
import { numberText, text, timeText } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';
import { UseOther, type UseOtherProps } from './UseOther';

/** How many are shown before the rest is asked for. */
const SHOWN = 6;

export interface TimelineProps extends Omit<UseOtherProps, 'told'> {
  timeline: readonly TimelineEntry[];
}

/** What happened to a paper, the latest first; where two machines said different things, the other one can be used. */
export function Timeline({ timeline, ...now }: TimelineProps): JSX.Element {
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
          <li key={keyOf(happening)}>
            <Icon picture={pictureOf(happening)} filled={happening.kind === 'starred'} />
            <span>
              {sentenceOf(happening)}
              {happening.kind === 'conflict' && <UseOther told={happening} {...now} />}
            </span>
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

function keyOf(happening: TimelineEntry): string {
  const { kind, at } = happening;
  return kind === 'conflict' ? `${happening.conflict.kind} ${kind} ${at}` : `${kind} ${at}`;
}

function sentenceOf(happening: TimelineEntry): string {
  if (happening.kind === 'conflict') return conflictText(happening.conflict, happening.machine);
  const what = whatOf(happening);
  const machine = 'machine' in happening ? happening.machine : undefined;
  return machine === undefined ? what : text('happenedElsewhere', what, machineText(machine));
}

function whatOf(happening: Exclude<TimelineEntry, { kind: 'conflict' }>): string {
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
    case 'tags':
      return text('happenedTags');
    case 'note':
      return text('happenedNote');
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
    case 'tags':
      return pictures.tag;
    case 'note':
      return pictures.note;
    case 'conflict':
      return pictures.alert;
    case 'status':
      return statusIcon(happening.status);
  }
}

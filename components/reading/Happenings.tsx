import type { JSX } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Happening } from '../../lib/papers/happenings';
import { numberText, text, timeText } from '../../lib/text/text';
import { statusIcon, statusText } from '../annotation/status';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

/** How many are shown before the rest is asked for. */
const SHOWN = 6;

/** What happened to a paper, the latest first. */
export function Happenings({ happenings }: { happenings: readonly Happening[] }): JSX.Element {
  const id = useId();
  const [all, setAll] = useState(false);
  const isFolded = happenings.length > SHOWN + 1 && !all;
  // The beginning of the story stays in sight.
  const shown = isFolded
    ? [...happenings.slice(0, SHOWN - 1), ...happenings.slice(-1)]
    : happenings;
  return (
    <section aria-labelledby={id}>
      <h3 id={id}>{text('paperHistory')}</h3>
      <ol class={isFolded ? 'happenings folded' : 'happenings'}>
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
          {text('allHappenings', numberText(happenings.length))}
        </button>
      )}
    </section>
  );
}

function sentenceOf(happening: Happening): string {
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

function pictureOf(happening: Happening): string {
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

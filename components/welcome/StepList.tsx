import type { ComponentChildren, JSX } from 'preact';
import { text } from '../../lib/text/text';
import { Icon } from '../Icon';
import * as pictures from '../pictures';

export interface Step {
  name: string;
  done: boolean;
  /** What does it, where that is not on the card. */
  act?: ComponentChildren;
}

/** What there is to try, and what has been tried. */
export function StepList({ steps }: { steps: readonly Step[] }): JSX.Element {
  return (
    <ol class="try-steps">
      {steps.map(({ name, done, act }) => (
        <li key={name} data-done={done}>
          <span class="try-mark">
            {done && <Icon picture={pictures.tick} />}
            {done && <span class="for-screen-readers">{text('tryDone')}</span>}
          </span>
          <span class="try-name">{name}</span>
          {act}
        </li>
      ))}
    </ol>
  );
}

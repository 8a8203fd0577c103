import type { JSX } from 'preact';
import { type TextKey, text } from '../../../lib/text/text';
import type { CheckedStep } from '../../../lib/views/syncing/checkSteps';
import { Icon } from '../../Icon';
import * as pictures from '../../pictures';

const NAMES: { [step in CheckedStep['step']]: TextKey } = {
  reach: 'syncStepReach',
  logIn: 'syncStepLogIn',
  list: 'syncStepList',
  makeFolder: 'syncStepMakeFolder',
  create: 'syncStepCreate',
  findWithSize: 'syncStepFind',
  readBack: 'syncStepReadBack',
  remove: 'syncStepRemove',
  missingIsMissing: 'syncStepMissing',
};

const OUTCOMES: { [outcome in CheckedStep['outcome']]: TextKey } = {
  done: 'syncStepDone',
  running: 'syncStepRunning',
  failed: 'syncStepFailed',
  left: 'syncStepLeft',
};

const PICTURES: { [outcome in CheckedStep['outcome']]: string | null } = {
  done: pictures.tick,
  running: null,
  failed: pictures.close,
  left: null,
};

/** What is tried with a place, step by step; the one on its way is said aloud, when there is time for it. */
export function CheckSteps({ steps }: { steps: readonly CheckedStep[] }): JSX.Element {
  const running = steps.find(({ outcome }) => outcome === 'running');
  return (
    <>
      <p class="visually-hidden" role="status">
        {running && text(NAMES[running.step])}
      </p>
      <List steps={steps} />
    </>
  );
}

function List({ steps }: { steps: readonly CheckedStep[] }): JSX.Element {
  return (
    <ol class="check-steps">
      {steps.map(({ step, outcome }) => {
        const picture = PICTURES[outcome];
        return (
          <li key={step} data-outcome={outcome}>
            <span class="check-mark">{picture && <Icon picture={picture} />}</span>
            <span>
              {text(NAMES[step])}
              <span class="visually-hidden"> ({text(OUTCOMES[outcome])})</span>
            </span>
          </li>
        );
      })}
    </ol>
  );
}

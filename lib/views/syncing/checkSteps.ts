import { CHECK_STEPS, type CheckAnswer, type CheckStep } from '../../messages/syncMessages';

/** A step of the check of a place, and what became of it. `left`: its turn has not come. */
export interface CheckedStep {
  step: CheckStep;
  outcome: 'done' | 'running' | 'failed' | 'left';
}

/** All steps in their order; where a folder was there, it was not made, and that is fine. */
export function checkedSteps({
  done,
  failed,
}: Pick<CheckAnswer, 'done' | 'failed'>): CheckedStep[] {
  const end = failed === null ? CHECK_STEPS.length : CHECK_STEPS.indexOf(failed.step);
  return CHECK_STEPS.map((step, at) => {
    if (step === failed?.step) return { step, outcome: 'failed' };
    return { step, outcome: at < end || done.includes(step) ? 'done' : 'left' };
  });
}

/** The same while the check runs: the one after those that are done is on its way. */
export function runningSteps(done: readonly CheckStep[]): CheckedStep[] {
  return CHECK_STEPS.map((step, at) => {
    if (at < done.length) return { step, outcome: 'done' };
    return { step, outcome: at === done.length ? 'running' : 'left' };
  });
}

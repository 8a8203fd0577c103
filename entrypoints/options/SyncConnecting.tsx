import type { JSX } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { useObservable } from '../../components/list/useObservable';
import { Outcome } from '../../components/options/Outcome';
import { Progress } from '../../components/options/Progress';
import { CheckSteps } from '../../components/options/syncing/CheckSteps';
import { FirstMerge } from '../../components/options/syncing/FirstMerge';
import { SealedForm } from '../../components/options/syncing/SealedForm';
import { SyncForm } from '../../components/options/syncing/SyncForm';
import { onCheckNews } from '../../lib/messages/checkNews';
import { send } from '../../lib/messages/client';
import type { SyncPlace } from '../../lib/messages/syncMessages';
import { keepPicked } from '../../lib/store/keptPlace';
import { failureText } from '../../lib/text/failureText';
import { movedText, type NamedPlace, syncFailure, syncRefusal } from '../../lib/text/syncText';
import { text } from '../../lib/text/text';
import { checkedSteps, runningSteps } from '../../lib/views/syncing/checkSteps';
import {
  type ConnectingState,
  createConnecting,
  type FormProblem,
  type Wishes,
} from '../../lib/views/syncing/connecting';
import { emptyForm, folderOf, isExposed, wishesOf } from '../../lib/views/syncing/form';
import { giveBackPlace, permitPlace, pickFolder } from './syncPermission';

export interface SyncConnectingProps {
  /** Where the folder was, which is to be corrected; null: this machine is not connected. */
  place: SyncPlace | null;
  machineName: string;
  /** What people call the place, where this machine merges with another library that is there: nothing is to be filled in. */
  mergesOn?: string;
  /** It is connected. */
  onConnected?: () => void;
  /** Leaves a correction. */
  onCancel?: () => void;
}

/** The way from the form to a library that is in step with others. */
export function SyncConnecting(props: SyncConnectingProps): JSX.Element {
  const { place, mergesOn, onConnected, onCancel } = props;
  const [values, setValues] = useState(() => emptyForm(place, props.machineName));
  const [picked, setPicked] = useState<FileSystemDirectoryHandle | null>(null);
  const pickedNow = useRef(picked);
  pickedNow.current = picked;
  const [connecting] = useState(() =>
    createConnecting({
      send,
      permit: async (wishes) => {
        if (mergesOn !== undefined) return true; // or the worker says that it is not
        const isPermitted = await permitPlace(wishes.place, pickedNow.current);
        if (isPermitted && wishes.place.kind === 'folder' && pickedNow.current !== null) {
          await keepPicked(pickedNow.current);
        }
        return isPermitted;
      },
      onCheckNews,
      giveBack: (wishes, instead) =>
        void giveBackPlace(wishes.place, place, instead?.place ?? null),
      isCorrection: () => place !== null && mergesOn === undefined,
    }),
  );
  useObservable(connecting);
  const state = connecting.state();
  const wishes = connecting.wishes();
  const asked = wishesOf(values, picked?.name ?? null);
  const folder = folderOf(values);
  const isForm = state.step === 'form' || state.step === 'unfit';

  const run = useRef<HTMLDivElement>(null);
  const { step } = state;
  const shown = useRef<ConnectingState['step'] | null>(place === null ? 'form' : null);
  useLayoutEffect(() => {
    // The button that was pressed goes: also the one that asked for a correction.
    if (step !== shown.current) run.current?.focus();
    shown.current = step;
  }, [step]);

  const connect = (wanted: Wishes | null): void => {
    if (wanted !== null) void connecting.connect(wanted).then(takeMovedTo).then(leaveWhenDone);
  };
  /** A server that sends us on: where it came to is in the form, for one more click. */
  const takeMovedTo = (): void => {
    const after = connecting.state();
    const moved = after.step === 'unfit' ? after.check.movedTo : undefined;
    if (moved === undefined) return;
    setValues((now) => ({ ...now, address: moved.address, isAsTyped: true, allowsOpen: false }));
  };
  const leaveWhenDone = (): void => {
    const now = connecting.wishes();
    if (place === null || now === null || connecting.state().step !== 'started') return;
    void giveBackPlace(place, now.place);
    onConnected?.();
  };

  const cancel = (): void => {
    connecting.cancel();
    if (mergesOn !== undefined) onCancel?.();
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it is shown
  useLayoutEffect(() => {
    if (mergesOn === undefined || place === null) return;
    connect({ place, host: mergesOn, passphrase: '', machineName: props.machineName });
  }, []);

  return (
    <>
      <div class="sync-run" ref={run} tabIndex={-1}>
        <Steps state={state} wishes={wishes} />
        {state.step === 'sealed' && (
          <SealedForm
            isWrong={state.isWrong}
            onPassphrase={(passphrase) => void connecting.unseal(passphrase).then(leaveWhenDone)}
            onCancel={cancel}
          />
        )}
        {state.step === 'preview' && (
          <FirstMerge
            {...state.preview}
            isEmpty={state.there.kind === 'empty'}
            isNotSealed={
              state.there.kind === 'library' && !state.there.isSealed && wishes?.passphrase !== ''
            }
            onGoOn={() => void connecting.goOn().then(leaveWhenDone)}
            onCancel={cancel}
          />
        )}
        <Outcome said={problemOf(state, wishes)} isError />
        {(isWaiting(state) || (mergesOn !== undefined && isForm)) && (
          <button type="button" class="button" onClick={cancel}>
            {text('cancel')}
          </button>
        )}
      </div>
      {mergesOn === undefined && isForm && (
        <SyncForm
          values={values}
          folder={folder}
          isExposed={isExposed(folder)}
          chosen={picked?.name ?? null}
          onChange={setValues}
          onChoose={pickFolder && (() => void pickFolder?.().then((one) => one && setPicked(one)))}
          onCancel={
            onCancel &&
            (() => {
              connecting.cancel();
              onCancel();
            })
          }
          onConnect={() => connect(asked)}
        />
      )}
    </>
  );
}

/** What is tried, and what came of it. */
function Steps({
  state,
  wishes,
}: {
  state: ConnectingState;
  wishes: Wishes | null;
}): JSX.Element | null {
  const heading = <h3>{text('syncTrying', wishes?.host ?? '')}</h3>;
  switch (state.step) {
    case 'checking':
      return (
        <>
          {heading}
          <CheckSteps steps={runningSteps(state.done)} />
        </>
      );
    case 'comparing':
      return <Progress label={text('syncComparing')} done={0} total={0} />;
    case 'connecting':
    case 'started':
      return <Progress label={text('syncJoining')} done={0} total={0} />;
    case 'unfit':
      return (
        <>
          {heading}
          <CheckSteps steps={checkedSteps(state.check)} />
        </>
      );
    default:
      return null;
  }
}

function isWaiting({ step }: ConnectingState): boolean {
  return step === 'checking' || step === 'comparing';
}

function problemOf(state: ConnectingState, wishes: Wishes | null): string | null {
  if (wishes === null) return null;
  const place = { host: wishes.host, kind: wishes.place.kind };
  if (state.step === 'unfit') {
    const { failed, movedTo } = state.check;
    if (movedTo) return movedText(movedTo, wishes.host);
    return failed && syncFailure(failed, place, failed.step);
  }
  return state.step === 'form' && state.problem !== null ? textOf(state.problem, place) : null;
}

function textOf(problem: FormProblem, place: NamedPlace): string {
  switch (problem.kind) {
    case 'notPermitted':
      return text('syncNotPermitted', place.host);
    case 'notAnswered':
      return failureText(problem.code);
    default:
      return syncRefusal(problem, place);
  }
}

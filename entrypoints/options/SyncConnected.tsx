import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useKeptFocus } from '../../components/list/keptFocus';
import { Outcome } from '../../components/options/Outcome';
import { Held } from '../../components/options/syncing/Held';
import { Leaving } from '../../components/options/syncing/Leaving';
import { MachinesTable } from '../../components/options/syncing/MachinesTable';
import { Rhythm } from '../../components/options/syncing/Rhythm';
import { SealedForm } from '../../components/options/syncing/SealedForm';
import { Stopped } from '../../components/options/syncing/Stopped';
import { Waiting } from '../../components/options/syncing/Waiting';
import { WhatCame } from '../../components/options/syncing/WhatCame';
import { SyncLine } from '../../components/syncing/SyncLine';
import { send } from '../../lib/messages/client';
import type { Result } from '../../lib/messages/result';
import {
  type Refusal,
  RHYTHMS,
  type SyncPlace,
  type SyncStatus,
} from '../../lib/messages/syncMessages';
import { keptPicked, keptPlace } from '../../lib/store/keptPlace';
import { failureText } from '../../lib/text/failureText';
import { syncLine, syncRefusal } from '../../lib/text/syncText';
import { countText, text } from '../../lib/text/text';
import { START, writeAddress } from '../../lib/views/library/address';
import { syncLook } from '../../lib/views/syncing/look';
import { SyncConnecting } from './SyncConnecting';
import { permitPlace } from './syncPermission';
import { useOtherMachines } from './useSyncStatus';

export interface SyncConnectedProps {
  status: SyncStatus;
  /** The place as it is kept here. */
  place: SyncPlace;
  /** The folder of this computer that was chosen, where it is one. */
  picked: FileSystemDirectoryHandle | null;
  onPlace: () => void;
  onDisconnect: (andDelete: boolean) => void;
  onUndo: () => void;
}

/** A machine that is in step with others, or would be: how it stands, and what can be done. */
export function SyncConnected(props: SyncConnectedProps): JSX.Element {
  const { status, place, picked, onDisconnect } = props;
  const { state, machineName, minutes } = status;
  const host = hostOf(status);
  const named = { host, kind: place.kind };
  const [isCorrecting, setCorrecting] = useState(false);
  const [isSealed, setSealed] = useState<'no' | 'yes' | 'wrong'>('no');
  const [problem, setProblem] = useState<string | null>(null);
  /** Whether the reader was told that the other library has no passphrase. */
  const [mayUnseal, setMayUnseal] = useState(false);
  const [turn, setTurn] = useState(0);
  const last = useRef('');
  // While it looks for changes there is nothing new to read.
  if (state.kind !== 'syncing') last.current = `${state.kind} ${'at' in state ? state.at : ''}`;
  const others = useOtherMachines(`${last.current} ${turn}`);
  const now = new Date();
  const box = useRef<HTMLDivElement>(null);
  useKeptFocus(box, () => box.current?.focus());

  function heard(answer: Result<{ told: true } | Refusal>): void {
    const refusal = answer.ok && 'kind' in answer.value ? answer.value : null;
    const asksPassphrase = refusal?.kind === 'wrongPassphrase';
    setSealed(asksPassphrase ? (isSealed === 'no' ? 'yes' : 'wrong') : 'no');
    if (!answer.ok) setProblem(failureText(answer.code));
    else setProblem(refusal !== null && !asksPassphrase ? syncRefusal(refusal, named) : null);
  }
  async function merge(passphrase?: string): Promise<void> {
    const said = passphrase === undefined ? {} : { passphrase };
    const answer = await send('sync.mergeWithOther', { ...said, ...(mayUnseal && { mayUnseal }) });
    heard(answer);
    const isUnsealed = answer.ok && 'kind' in answer.value && answer.value.kind === 'unsealed';
    setMayUnseal(isUnsealed);
    if (isUnsealed) setProblem(text('syncUnsealedMerge'));
  }
  async function allow(): Promise<void> {
    if (await permitPlace(place, picked)) heard(await send('sync.now', {}));
  }

  return (
    <div class="sync-connected" ref={box} tabIndex={-1}>
      <div class="sync-status">
        <div role="status">
          <SyncLine look={syncLook(state)} line={syncLine(state, now) ?? ''} />
        </div>
        {state.kind !== 'joining' && (
          <button
            type="button"
            class="button"
            disabled={state.kind === 'syncing'}
            onClick={() => void send('sync.now', {}).then(heard)}
          >
            {text('syncNow')}
          </button>
        )}
      </div>
      <p class="about">
        {text(named.kind === 'folder' ? 'syncHostFolder' : 'syncHost', host, machineName)}
      </p>
      {state.kind === 'inStep' && state.unread !== undefined && (
        <p class="about">{countText('syncUnread', state.unread)}</p>
      )}
      {state.kind === 'waiting' && !isCorrecting && (
        <Waiting {...state} place={named} onCorrect={() => setCorrecting(true)} />
      )}
      {state.kind === 'stopped' && !isCorrecting && isSealed === 'no' && (
        <Stopped
          {...state}
          place={named}
          onCorrect={() => setCorrecting(true)}
          onAllow={() => void allow()}
          onPutAgain={() => void send('sync.putThere', {}).then(heard)}
          onMergeOther={() => void merge()}
        />
      )}
      {isSealed !== 'no' && (
        <SealedForm
          isWrong={isSealed === 'wrong'}
          onPassphrase={(passphrase) => void merge(passphrase)}
          onCancel={() => setSealed('no')}
        />
      )}
      {state.kind === 'held' && (
        <Held
          what={state.what}
          onAnswer={(apply) => void send('sync.answerHeld', { apply }).then(heard)}
        />
      )}
      <Outcome said={problem} isError />
      {isCorrecting && (
        <SyncConnecting
          place={place}
          machineName={machineName}
          onConnected={() => {
            setCorrecting(false);
            props.onPlace();
          }}
          onCancel={() => setCorrecting(false)}
        />
      )}
      {status.canUndoJoining && state.kind !== 'joining' && (
        <div class="offer-said">
          <p>{text('syncUndoAbout')}</p>
          <div class="actions">
            <button type="button" class="button" onClick={props.onUndo}>
              {text('syncUndo')}
            </button>
          </div>
        </div>
      )}
      <div class="panel">
        <h3>{text('syncMachines')}</h3>
        <MachinesTable
          machines={others.machines}
          now={now}
          onForget={({ id }) =>
            void send('sync.forget', { id }).then((answer) => {
              heard(answer);
              setTurn(turn + 1);
            })
          }
        />
        <Rhythm
          minutes={minutes}
          rhythms={RHYTHMS}
          onPick={(picked) => void send('sync.rhythm', { minutes: picked }).then(heard)}
        />
      </div>
      <div class="panel">
        <h3>{text('syncCame')}</h3>
        <WhatCame
          came={others.came}
          hrefOf={(paper) => `/library.html${writeAddress({ ...START, paper })}`}
        />
      </div>
      <div class="panel">
        <h3>{text('syncLeave')}</h3>
        <Leaving host={host} onDisconnect={onDisconnect} />
      </div>
    </div>
  );
}

/** What people call the place. */
function hostOf({ place }: SyncStatus): string {
  if (place === null) return '';
  return place.kind === 'folder' ? place.name : place.origin.replace(/^https?:\/\//, '');
}

/** What this machine keeps about the place, in a database of its own; null: nothing. */
export async function readPlace(): Promise<Pick<SyncConnectedProps, 'place' | 'picked'> | null> {
  const kept = await keptPlace();
  return kept && { place: kept.place, picked: await keptPicked() };
}

import type { JSX } from 'preact';
import { useRef, useState } from 'preact/hooks';
import { useKeptFocus } from '../../components/list/keptFocus';
import { Outcome } from '../../components/options/Outcome';
import { Held } from '../../components/options/syncing/Held';
import { Leaving } from '../../components/options/syncing/Leaving';
import { MachinesTable } from '../../components/options/syncing/MachinesTable';
import { Rhythm } from '../../components/options/syncing/Rhythm';
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
  const [connects, setConnects] = useState<'no' | 'corrects' | 'merges'>('no');
  const [problem, setProblem] = useState<string | null>(null);
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
    if (!answer.ok) setProblem(failureText(answer.code));
    else setProblem(refusal && syncRefusal(refusal, named));
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
      {state.kind === 'waiting' && connects === 'no' && (
        <Waiting {...state} place={named} onCorrect={() => setConnects('corrects')} />
      )}
      {state.kind === 'stopped' && connects === 'no' && (
        <Stopped
          {...state}
          place={named}
          onCorrect={() => setConnects('corrects')}
          onAllow={() => void allow()}
          onPutAgain={() => void send('sync.putThere', {}).then(heard)}
          onMergeOther={() => setConnects('merges')}
        />
      )}
      {state.kind === 'held' && (
        <Held
          what={state.what}
          onAnswer={(apply) => void send('sync.answerHeld', { apply }).then(heard)}
        />
      )}
      <Outcome said={problem} isError />
      {connects !== 'no' && (
        <SyncConnecting
          place={place}
          machineName={machineName}
          {...(connects === 'merges' && { mergesOn: host })}
          onConnected={() => {
            setConnects('no');
            props.onPlace();
          }}
          onCancel={() => setConnects('no')}
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

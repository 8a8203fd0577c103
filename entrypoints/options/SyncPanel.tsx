import '../../components/syncing/syncLine.css';
import '../../components/options/syncing/syncing.css';
import '../../components/options/syncing/checkSteps.css';
import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Outcome } from '../../components/options/Outcome';
import { send } from '../../lib/messages/client';
import { failureText } from '../../lib/text/failureText';
import { countText, text } from '../../lib/text/text';
import { machineNameOf } from '../../lib/views/syncing/machineName';
import { readPlace, SyncConnected } from './SyncConnected';
import { SyncConnecting } from './SyncConnecting';
import { useSyncStatus } from './useSyncStatus';

type Kept = Awaited<ReturnType<typeof readPlace>>;

/** The same library on other machines. */
export function SyncPanel(): JSX.Element {
  const status = useSyncStatus();
  const [kept, setKept] = useState<Kept>(null);
  const [said, setSaid] = useState<{ said: string; isError: boolean } | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const isOn = status !== null && status.state.kind !== 'off';
  const [turn, setTurn] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn reads again
  useEffect(() => {
    if (isOn) void readPlace().then(setKept);
  }, [isOn, turn]);

  function end(text: string, isError = false): void {
    setSaid({ said: text, isError });
    place.current?.focus(); // the button goes
  }
  async function disconnect(andDelete: boolean): Promise<void> {
    const answer = await send('sync.disconnect', { andDelete });
    if (!answer.ok) return end(failureText(answer.code), true);
    const { left } = answer.value;
    end(left > 0 ? countText('syncLeft', left) : text('syncDisconnected'));
  }
  async function undo(): Promise<void> {
    const answer = await send('sync.undoJoining', {});
    if (!answer.ok) return end(failureText(answer.code), true);
    if (!answer.value.undone) return end(text('syncNotUndone'), true);
    end(text('syncUndone'));
  }

  return (
    <div class="sync-panel">
      <p class="about">{text('syncAbout')}</p>
      <div class="sync-run" ref={place} tabIndex={-1}>
        <Outcome said={said?.said ?? null} isError={said?.isError ?? false} />
      </div>
      {status !== null && !isOn && (
        <SyncConnecting place={null} machineName={machineNameOf(navigator.userAgent)} />
      )}
      {isOn && kept !== null && (
        <SyncConnected
          status={status}
          {...kept}
          onPlace={() => setTurn(turn + 1)}
          onDisconnect={(andDelete) => void disconnect(andDelete)}
          onUndo={() => void undo()}
        />
      )}
    </div>
  );
}

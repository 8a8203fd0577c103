import { useEffect, useState } from 'preact/hooks';
import { send } from '../../lib/messages/client';
import type { CameFrom, SyncMachine, SyncStatus } from '../../lib/messages/syncMessages';
import { onSyncNews } from '../../lib/messages/syncStatus';

/** How this machine is with the others, now and after each change; null until it is known. */
export function useSyncStatus(): SyncStatus | null {
  const [status, setStatus] = useState<SyncStatus | null>(null);
  useEffect(() => {
    const life = new AbortController();
    const read = (): void =>
      void send('sync.status', {}).then((answer) => {
        if (answer.ok && !life.signal.aborted) setStatus(answer.value);
      });
    onSyncNews(read, life.signal);
    read();
    return () => life.abort();
  }, []);
  return status;
}

/** What is known about the other machines. */
export interface OtherMachines {
  machines: readonly SyncMachine[];
  came: readonly CameFrom[];
}

const NOBODY: OtherMachines = { machines: [], came: [] };

/** The other machines and what came from them, read again with each turn. */
export function useOtherMachines(turn: string): OtherMachines {
  const [others, setOthers] = useState(NOBODY);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new turn reads again
  useEffect(() => {
    let isWanted = true;
    void Promise.all([send('sync.machines', {}), send('sync.came', {})]).then(
      ([machines, came]) => {
        if (!isWanted) return;
        setOthers({
          machines: machines.ok ? machines.value.machines : [],
          came: came.ok ? came.value.came : [],
        });
      },
    );
    return () => {
      isWanted = false;
    };
  }, [turn]);
  return others;
}

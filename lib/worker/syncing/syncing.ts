import { browser } from 'wxt/browser';
import { announce } from '../../messages/announce';
import type { SyncNews } from '../../messages/syncMessages';
import { tellSyncNews } from '../../messages/syncStatus';
import { permissionFor } from '../../remote/permission';
import { onWritten } from '../../store/changeTracking';
import type { AsterismDatabase } from '../../store/database';
import { keptPicked, keptPlace } from '../../store/keptPlace';
import { DatabaseSyncStore } from '../../store/sync/syncStore';
import type { Tools } from '../../sync/machine';
import { hex } from '../../sync/sealing';
import { type Cycles, createCycles } from './cycles';
import { ask } from './network';
import { openPlace, type Reach } from './places';
import { ALARM, alarmOf, createSending, JUST } from './rhythm';
import { spaced } from './spaced';

const KEEP_ALIVE = 20_000;

interface Needs {
  db: AsterismDatabase;
  now: () => Date;
  log: (where: string, error: unknown) => void;
}

/** The same library on other machines, while the worker runs. Off, it has asked once whether it is on, and listens. */
export interface Syncing {
  store: DatabaseSyncStore;
  cycles: Cycles;
  reach: Reach;
  tools: Tools;
  /** Sync was turned on or off, or its rhythm changed. */
  settled(): Promise<void>;
  /** A page of ours was opened. */
  opened(): Promise<void>;
}

/** See `Syncing`. Called at once when the worker starts: its listeners must not miss the event that woke it. */
export function createSyncing({ db, now, log }: Needs): Syncing {
  const tools: Tools = {
    now: () => now().toISOString(),
    random: (bytes) => hex(crypto.getRandomValues(new Uint8Array(bytes))),
  };
  const told = (change: Parameters<typeof announce>[0]): void => {
    announce(change).catch((error: unknown) => log('announcing', error));
  };
  const store = new DatabaseSyncStore(db, tools, spaced(told));
  const reach: Reach = {
    ask,
    permissionFor: (address) => permissionFor(address, browser.runtime.getManifest()),
    permissions: browser.permissions,
    picked: keptPicked,
  };
  const cycles = createCycles({
    db,
    store,
    tools,
    kept: keptPlace,
    open: (place) => openPlace(place, reach),
    tell,
    alone: keptAlive,
    joined: () => told('all'),
    log,
  });
  let isOn = false;
  /** Whether a first merge is said to be under way. */
  let isJoining = false;

  async function tell(news: SyncNews | null): Promise<void> {
    await tellSyncNews(news);
    const wasJoining = isJoining;
    isJoining = news?.state.kind === 'joining';
    if (isJoining !== wasJoining) await settled();
  }

  const sending = createSending({
    now: () => now().getTime(),
    capture: async () => {
      await store.capture();
      await cycles.tell();
      return (await store.load()).self.outbox.length > 0;
    },
    run: () => cycles.run(),
    log,
  });

  async function settled(): Promise<void> {
    const kept = await keptPlace();
    isOn = kept !== null;
    if (!isOn) sending.stop();
    await setAlarm(kept && alarmOf(kept.minutes, isJoining));
  }

  /** What an earlier worker has left; the alarm may be gone with an update. */
  async function start(): Promise<void> {
    await settled();
    if (!isOn) return;
    const isBegun = (await store.isOn()) && !(await store.load()).isJoining;
    // The database was lost, or is new; or the first merge is not at its end.
    if (!isBegun) await cycles.run();
    else sending.changed();
  }

  const soon = (work: () => Promise<void>): void => {
    work().catch((error: unknown) => log('syncing', error));
  };
  onWritten(db, ['bookmarks', 'colours', 'searches', 'dismissed'], () => {
    if (isOn) sending.changed();
  });
  browser.alarms.onAlarm.addListener(({ name }) => {
    if (name === ALARM) soon(() => cycles.run());
  });
  browser.runtime.onStartup.addListener(() => soon(() => cycles.run()));
  browser.permissions.onRemoved.addListener(() => {
    if (isOn) soon(() => cycles.run());
  });
  browser.permissions.onAdded.addListener(() => {
    if (isOn) soon(() => cycles.runAfter('permission'));
  });
  globalThis.addEventListener('online', () => {
    if (isOn) soon(() => cycles.runAfter('offline'));
  });
  soon(start);

  return {
    store,
    cycles,
    reach,
    tools,
    settled,
    opened: async () => {
      if (cycles.isRunning() || !(await store.isOn())) return;
      const { at } = (await store.state()).standing;
      if (at === null || now().getTime() - Date.parse(at) > JUST) soon(() => cycles.run());
    },
  };
}

/** Nobody else is let in, and Chromium does not stop a worker that calls it. */
async function keptAlive<T>(work: () => Promise<T>): Promise<T> {
  return navigator.locks.request('asterism-sync', async () => {
    const timer = setInterval(() => void browser.runtime.getPlatformInfo(), KEEP_ALIVE);
    try {
      return await work();
    } finally {
      clearInterval(timer);
    }
  });
}

async function setAlarm(wanted: ReturnType<typeof alarmOf>): Promise<void> {
  const known = await browser.alarms.get(ALARM);
  if (wanted?.periodInMinutes === known?.periodInMinutes) return;
  if (wanted === null) await browser.alarms.clear(ALARM);
  else await browser.alarms.create(ALARM, wanted);
}

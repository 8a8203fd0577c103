import { tellCheck } from '../../messages/checkNews';
import { failure, type Result, success } from '../../messages/result';
import type { Handlers } from '../../messages/server';
import type {
  MergePreview,
  Refusal,
  SyncMessages,
  SyncPlace,
  SyncStatus,
} from '../../messages/syncMessages';
import type { AsterismDatabase } from '../../store/database';
import { forgetPlace, keepPlace, keptPlace } from '../../store/keptPlace';
import type { Elements } from '../../sync/bases';
import type { Found } from '../../sync/cards';
import { whatIsThere } from '../../sync/lookingAround';
import { PLAIN, sealWith } from '../../sync/sealing';
import { cameFrom } from './came';
import { checkPlace } from './checking';
import {
  isRefusal,
  isShown,
  join,
  openLibrary,
  openOrPutLibrary,
  putAgain,
  refusing,
} from './connecting';
import { deleteOwnFiles, machinesIn } from './folderCare';
import { leavePlace, makeFolder, openPlace, shownPlace } from './places';
import { nothingThere, withThere } from './previewing';
import { newsOf } from './standing';
import type { Syncing } from './syncing';

interface Needs {
  db: AsterismDatabase;
  syncing: Syncing;
  /** Takes a step back. */
  undo: (step: number) => Promise<Result<unknown>>;
  log: (where: string, error: unknown) => void;
}

const TOLD = success({ told: true } as const);
/** How often the folder is looked at where the reader has not said it. */
const MINUTES = 15;

/** What pages ask about the same library on other machines. */
export function syncHandlers({
  db,
  syncing,
  undo,
  log,
}: Needs): Pick<Handlers, keyof SyncMessages> {
  const { store, cycles, reach, tools } = syncing;
  const runSoon = (): void => {
    cycles.run(true).catch((error: unknown) => log('syncing', error));
  };

  /** Ends the check that was asked for last. */
  let checking: AbortController | null = null;

  async function status(): Promise<SyncStatus> {
    const kept = await keptPlace();
    const isOn = kept !== null && (await store.isOn());
    const news = isOn
      ? newsOf(await store.state(), cycles.isRunning())
      : { state: { kind: 'off' } as const, canUndoJoining: false };
    return {
      ...news,
      place: kept && (await shownPlace(kept.place, reach)),
      machineName: kept?.machineName ?? '',
      minutes: kept?.minutes ?? MINUTES,
    };
  }

  async function turnOff(): Promise<void> {
    const kept = await keptPlace();
    await store.end();
    await forgetPlace();
    if (kept) await leavePlace(kept.place, reach);
    await syncing.settled();
    await cycles.tell();
  }

  /** The library that this machine belongs to; undefined: none. */
  async function ownLibrary() {
    const kept = await keptPlace();
    const card = (await store.isOn()) ? (await store.load()).memory.card?.name : undefined;
    return kept ? { ...kept, card } : undefined;
  }

  /** Null: it has begun. */
  async function connect(
    place: SyncPlace,
    passphrase: string | undefined,
    machineName: string,
    isMeant: (found: Found, own: string | undefined) => boolean,
  ): Promise<Refusal | null> {
    const refusal = await cycles.alone(async () => {
      const made = await refusing(() => makeFolder(place, reach));
      if (made !== undefined) return made;
      const own = await ownLibrary();
      const opened = await openOrPutLibrary(place, passphrase, {
        reach,
        tools,
        own,
        isMeant: (found) => isMeant(found, own?.card),
      });
      if (isRefusal(opened)) return opened;
      const minutes = own?.minutes ?? MINUTES;
      const joined = await refusing(() => join(store, opened, { place, machineName, minutes }));
      if (joined !== undefined) return joined;
      await syncing.settled();
      return null;
    });
    if (refusal === null) runSoon();
    return refusal;
  }

  return {
    'sync.status': async () => {
      await syncing.opened();
      return success(await status());
    },
    'sync.check': async ({ place }) => {
      checking = new AbortController();
      const { signal } = checking;
      const answer = await cycles.alone(() =>
        checkPlace(place, reach, { told: tellCheck, signal }),
      );
      await tellCheck(null);
      return success(answer);
    },
    'sync.endCheck': async () => {
      checking?.abort();
      return TOLD;
    },
    'sync.preview': async ({ place, passphrase, library }) => {
      const preview = async () => {
        const [isMeant, own] = [isShown(library), await ownLibrary()];
        const opened = await openLibrary(place, passphrase, { reach, isMeant, own });
        if (isRefusal(opened)) return opened;
        const nothing = await nothingThere(db);
        if (opened === null) return nothing;
        const { folder, key } = opened;
        const seal = key ? await sealWith(key) : PLAIN;
        const add = (sum: MergePreview, some: Elements) => withThere(db, sum, some);
        return whatIsThere({ folder, seal, tools }, { nothing, add });
      };
      return success(await cycles.alone(() => refusing(preview)));
    },
    'sync.connect': async ({ place, passphrase, machineName, library }) => {
      const isMeant = library === undefined ? isOwn : isShown(library);
      const refusal = await connect(place, passphrase, machineName, isMeant);
      return success(refusal ?? { kind: 'started' });
    },
    'sync.undoJoining': async () => {
      const step = (await store.isOn()) ? (await store.state()).own.joiningStep : undefined;
      if (step === undefined) return success({ undone: false });
      // First: what is taken back here must not be taken from the others.
      await cycles.alone(turnOff);
      const undone = await undo(step);
      return undone.ok ? success({ undone: true }) : undone;
    },
    'sync.now': async () => {
      runSoon();
      return TOLD;
    },
    'sync.disconnect': async ({ andDelete }) => {
      const left = await cycles.alone(async () => {
        const kept = await keptPlace();
        if (kept === null || !(await store.isOn())) return 0;
        const open = () => openPlace(kept.place, reach);
        const own = andDelete ? await deleteOwnFiles(open, store) : 0;
        await turnOff();
        return own;
      });
      return success({ left });
    },
    'sync.machines': async () => success({ machines: await machinesIn(reach, store) }),
    'sync.forget': async ({ id }) => {
      await store.forget(id);
      await cycles.tell();
      return TOLD;
    },
    'sync.came': async () => success({ came: await cameFrom(db) }),
    'sync.answerHeld': async ({ apply }) => {
      const held = (await store.isOn()) ? (await store.state()).standing.held : null;
      if (held === null) return TOLD;
      // Kept: they are said again before what takes them away is heard, so that nothing is lost if the worker stops.
      if (!apply) await store.sayAgain(held.ids);
      await cycles.runWith(held.machine);
      return TOLD;
    },
    'sync.putThere': async () => {
      const kept = await keptPlace();
      if (kept === null || !(await store.isOn())) return failure('missing', 'sync is off');
      const refusal = await cycles.alone(() => putAgain(store, kept.place, reach));
      if (refusal !== null) return success(refusal);
      runSoon();
      return TOLD;
    },
    'sync.rhythm': async ({ minutes }) => {
      const kept = await keptPlace();
      if (kept === null) return failure('missing', 'sync is off');
      await keepPlace({ ...kept, minutes });
      await syncing.settled();
      return TOLD;
    },
  };
}

/** Whether what is found is the very library that this machine belongs to. */
function isOwn(found: Found, own: string | undefined): boolean {
  return found.kind === 'library' && found.name === own;
}

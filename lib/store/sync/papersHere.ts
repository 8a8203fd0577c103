import { deepEqual } from '../../papers/deepEqual';
import { eventBetween, type PaperEvent } from '../../papers/events';
import { isPaperId, type PaperId } from '../../papers/ids';
import { type PaperState, UNTOUCHED } from '../../papers/trash';
import type { PaperHere } from '../../sync/elements';
import { statesOf, takeDismissalsBack } from '../changes';
import type { AsterismDatabase } from '../database';
import { addEvents } from '../events';
import { factsOf, type Turn, writeTurns } from '../writeRows';
import { replicasOf, saidOf, writeReplicas } from './replica';
import { shelvedHere } from './shelvedHere';

// Called inside a transaction over what changes papers, and `replica`.

/** Papers as they are here. */
export async function papersHere(
  db: AsterismDatabase,
  ids: Iterable<string>,
): Promise<Map<string, PaperHere>> {
  const all = [...new Set(ids)];
  const own = all.filter((id): id is PaperId => isPaperId(id));
  const [states, facts, replicas, shelf] = await Promise.all([
    statesOf(db, own),
    factsOf(db, own),
    replicasOf(db.replica, all),
    shelvedHere(db, all),
  ]);
  return new Map(
    all.map((id) => {
      const known = isPaperId(id) ? { state: states.get(id), facts: facts.get(id) } : {};
      const { state = UNTOUCHED, facts: paper = null } = known;
      const shelved = shelf.get(id);
      const replica = saidOf(replicas, id);
      return [id, { id, state, facts: paper, replica, ...(shelved && { shelved }) }];
    }),
  );
}

/** Stores what was said about papers, where that has changed. `write`: `addReplicas` where it may be used. */
export async function writeSaid(
  db: AsterismDatabase,
  before: ReadonlyMap<string, PaperHere>,
  after: readonly PaperHere[],
  write = writeReplicas,
): Promise<void> {
  const changed = after.filter(({ id, replica }) => replica !== before.get(id)?.replica);
  await write(db.replica, new Map(changed.map(({ id, replica }) => [id, replica])));
}

/** What became of papers' rows, where that is something. */
export function turnsBetween(
  before: ReadonlyMap<string, PaperHere>,
  after: readonly PaperHere[],
): Turn[] {
  return after.flatMap(({ id, state, facts }): Turn[] => {
    if (!isPaperId(id)) return [];
    const { state: was = UNTOUCHED, facts: known = null } = before.get(id) ?? {};
    const bookmark = deepEqual(was.bookmark, state.bookmark) ? was.bookmark : state.bookmark;
    const trashed = deepEqual(was.trashed, state.trashed) ? was.trashed : state.trashed;
    const isTold = facts !== null && !deepEqual(facts, known);
    const isSame = bookmark === was.bookmark && trashed === was.trashed;
    if (isSame && !isTold) return [];
    const isThere = bookmark !== null || trashed !== null;
    return [
      {
        id,
        before: was,
        after: { bookmark, trashed },
        facts: isTold && isThere ? facts : undefined,
      },
    ];
  });
}

/** Stores what came from elsewhere, and tells the papers' histories. */
export async function writeCame(
  db: AsterismDatabase,
  turns: readonly Turn[],
  at: string,
  machine?: string,
): Promise<void> {
  if (turns.length === 0) return;
  await takeDismissalsBack(db, turns);
  const events = turns.flatMap(({ id, before, after }): [PaperId, PaperEvent][] => {
    const event = eventFromElsewhere(before, after, at, machine);
    return event ? [[id, event]] : [];
  });
  await Promise.all([writeTurns(db, turns), addEvents(db, new Map(events))]);
}

/** The same as of something done here, with the machine's name, and what a paper's history tells of other machines alone. */
function eventFromElsewhere(
  before: PaperState,
  after: PaperState,
  at: string,
  machine?: string,
): PaperEvent | null {
  const event = eventBetween(before, after, at, NO_STEP);
  if (!machine) return event;
  const [was, is] = [before.bookmark?.annotation, after.bookmark?.annotation];
  const came = (['tags', 'note'] as const).filter(
    (part) => is && !deepEqual(was?.[part] ?? NOTHING_SAID[part], is[part]),
  );
  if (event === null && came.length === 0) return null;
  return { at, step: NO_STEP, ...event, machine, ...(came.length > 0 && { came }) };
}

const NOTHING_SAID = { tags: [], note: '' };

/** What no step of this machine did: nothing takes it back. */
export const NO_STEP = 0;

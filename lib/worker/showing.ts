import type { Asked } from '../messages/aboutPapers';
import type { Answer, Request } from '../messages/contract';
import { failure, type Result, success } from '../messages/result';
import type { Caller } from '../messages/senders';
import type { Handlers } from '../messages/server';
import type { PaperId } from '../papers/ids';
import { annotationsOf } from '../store/commands/annotations';
import { dismissedOf } from '../store/commands/dismiss';
import { showPapers } from '../store/commands/showPapers';
import { forgetSights, rememberSights, sightsOf } from '../store/commands/sights';
import type { AsterismDatabase } from '../store/database';
import { forgetShown, rememberPart, type Shown } from '../store/tabPapers';
import { aboutPapers, type Known } from './aboutPapers';
import { showState } from './badges';
import { createLabelling } from './labelling';

/** What is known before anything else is read. */
type Needed = Pick<Known, 'ids' | 'annotations' | 'papers'>;

interface Needs {
  db: AsterismDatabase;
  now: () => Date;
  log: (where: string, error: unknown) => void;
  run: <T>(command: () => Promise<T>) => Promise<Result<T>>;
  inTurn: (where: string, work: () => Promise<unknown>) => void;
  evictWhenDue: () => Promise<void>;
}

type ShowingName = 'page.show' | 'page.ask' | 'papers.see' | 'papers.unsee';

/** What the worker does when a tab shows papers. */
export function showing(needs: Needs): Pick<Handlers, ShowingName> {
  const { db, now, log, run, inTurn, evictWhenDue } = needs;
  const labelling = createLabelling(db);
  let remembering: Promise<unknown> = Promise.resolve();

  /** Of two messages of a tab the later one counts; what cannot be remembered is told to nobody, and stops no answer. */
  function remember(
    { tabId, origin, isPrivate }: Extract<Caller, { kind: 'card' }>,
    request: Request<'page.show'>,
  ): Promise<Shown | null> {
    const { listing, ids, from = 0, of = ids.length } = request;
    const shown = { origin, listing, ids, ...(isPrivate && { isPrivate }) };
    const remembered = remembering.then(() =>
      of === 0 ? forgetShown(tabId) : rememberPart(tabId, shown, from, of),
    );
    const settled = remembered.catch((error: unknown) => {
      log('remembering', error);
      return null;
    });
    remembering = settled;
    return settled;
  }

  /** Labels that cannot be made are no reason not to say what the reader has said. */
  async function labelsFor(known: Needed): Promise<Known['labels']> {
    try {
      return await labelling(known);
    } catch (error) {
      log('labels', error);
      return new Map();
    }
  }

  /** What features asked for, with what has to be read for that. */
  async function about(known: Needed, asks: readonly Asked[]): Promise<Result<Answer<'page.ask'>>> {
    const sights = asks.includes('seen')
      ? await run(() => sightsOf(db, known.ids))
      : success(new Map<PaperId, unknown>());
    if (!sights.ok) return sights;
    const sighted = new Set(sights.value.keys());
    const gone = asks.includes('dismissed')
      ? await run(() => dismissedOf(db, known.ids))
      : success(new Set<PaperId>());
    if (!gone.ok) return gone;
    const labels = asks.includes('labels') ? await labelsFor(known) : new Map();
    return success({
      papers: aboutPapers(asks, { ...known, sighted, dismissed: gone.value, labels }),
    });
  }

  return {
    'page.show': async (request, caller) => {
      if (caller.kind !== 'card') return failure('refused', 'page.show');
      const { tabId, origin, isPrivate } = caller;
      const named = namedIn(request);
      const { listing, ids, papers, from = 0, of = ids.length, asks } = request;
      const shown = await run(() =>
        isPrivate
          ? annotationsOf(db, named)
          : showPapers(db, { address: origin + listing, ids, papers }, now),
      );
      // Even if the history cannot be written, the page gets the reader's annotations.
      const read = shown.ok ? shown : await run(() => annotationsOf(db, named));
      if (!read.ok) return read;
      const remembered = await remember(caller, request);
      if (from + ids.length >= of) {
        inTurn('badge', () => showState(db, tabId, remembered?.ids ?? ids));
      }
      inTurn('eviction', evictWhenDue);
      return about({ ids: named, annotations: read.value, papers }, asks);
    },
    'page.ask': async ({ ids, asks }) => {
      const read = await run(() => annotationsOf(db, ids));
      if (!read.ok) return read;
      return about({ ids, annotations: read.value, papers: [] }, asks);
    },
    'papers.see': async ({ papers }, caller) => {
      if (caller.kind !== 'card') return failure('refused', 'papers.see');
      const kept = caller.isPrivate || (await run(() => rememberSights(db, papers, now)));
      return kept === true || kept.ok ? success({ told: true }) : kept;
    },
    'papers.unsee': async ({ ids }) => {
      const forgotten = await run(() => forgetSights(db, ids));
      return forgotten.ok ? success({ told: true }) : forgotten;
    },
  };
}

/** Every paper that a message names. */
function namedIn({ ids, papers }: Request<'page.show'>): PaperId[] {
  return [...new Set([...ids, ...papers.flatMap((paper) => paper?.id ?? [])])];
}

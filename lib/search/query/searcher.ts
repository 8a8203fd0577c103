import { entryTest } from '../../papers/query/matches';
import { entryOf, type Scope } from '../document';
import { type Bits, bothOf, countBits, hasBit, setBit, without } from '../index/bits';
import { follow } from '../index/currentIndex';
import { keyOf } from '../index/keys';
import { documentsWith, type Index, isAmong } from '../index/searchIndex';
import { FLAGS } from '../index/segment';
import type { Source } from '../index/source';
import { evaluate } from './evaluate';
import { facetsOf } from './facets';
import { createFitting, type ReadFits } from './fits';
import { idOf, type Sequence, windowOf } from './order';
import { beginsPhrase, needsPlaces } from './phrases';
import type { SearchAnswer, SearchRequest } from './request';
import { createSequences } from './sequences';

/**
 * Searches. Calls back with what was found, at least once; the last answer is complete. One that only says that an
 * earlier one was complete has its very `ids`.
 */
export type Search = (
  request: SearchRequest,
  answer: (found: SearchAnswer) => void,
  signal: AbortSignal,
) => Promise<void>;

/** Papers that are read at once to see whether they fit. */
const AT_ONCE = 200;

/** Searches without a phrase after which the places of words, the largest part of an index, are let go. */
const PHRASELESS = 20;

/** See `Search`. Loads what a scope needs: with the history's, which is the larger, both can be searched. */
export function createSearch(
  source: Source,
  loaded: Scope,
  readFits: ReadFits = async () => null,
): Search {
  const following = follow(source, loaded);
  const fitting = createFitting(source, following, readFits);
  const sequenceIn = createSequences(following, fitting);
  let last: Promise<unknown> = Promise.resolve();
  let isLoaded = false;
  let withoutPhrase = 0;
  let counted: { index: Index; scope: Scope; bits: Bits } | null = null;

  /** One at a time: each leaves the index whole. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = last.then(work);
    last = done.catch(() => {}); // the caller has the error
    return done;
  }

  /** What of an index counts in a scope: the same for many searches. */
  function countingIn(index: Index, scope: Scope): Bits {
    if (counted?.index !== index || counted.scope !== scope) {
      const has = documentsWith(index, FLAGS[scope === 'history' ? 'seen' : 'bookmarked']);
      counted = { index, scope, bits: bothOf(index.live, has) };
    }
    return counted.bits;
  }

  async function readPlaces(): Promise<void> {
    if (!following.has('places')) await following.read('places');
  }

  /** What is known, at once: typing does not wait for the database. Null where that is not enough. */
  async function known(
    request: SearchRequest,
    answer: (found: SearchAnswer) => void,
    signal: AbortSignal,
  ): Promise<{ index: Index; told: SearchAnswer } | null> {
    let told: SearchAnswer | null = null;
    const unread = following.unread();
    const tell = (found: SearchAnswer): void => {
      told = { ...found, isCurrent: request.further === true };
      answer(told);
    };
    const index = await lookUp(request, tell, unread, signal);
    return index === null || told === null || unread > 0 ? null : { index, told };
  }

  return async (request, answer, signal) => {
    const wasLoaded = isLoaded;
    const isNews = !wasLoaded || request.further !== true;
    const catchingUp = isNews ? inTurn(() => following.catchUp()) : Promise.resolve();
    catchingUp.catch(() => {}); // awaited below
    const first = wasLoaded ? await known(request, answer, signal) : null;
    await catchingUp;
    isLoaded = true;
    if (first !== null && first.index === following.index()) {
      if (isNews && !signal.aborted) answer({ ...first.told, isCurrent: true });
      return;
    }
    for (;;) {
      if (signal.aborted) return;
      await lookUp(request, answer, following.unread(), signal);
      if (signal.aborted || following.unread() === 0) return;
      await inTurn(() => following.readOn());
    }
  };

  /** Gives what was looked through; null where it was given up. */
  async function lookUp(
    request: SearchRequest,
    answer: (found: SearchAnswer) => void,
    unread: number,
    signal: AbortSignal,
  ): Promise<Index | null> {
    const { order, scope } = request;
    if (order.by === 'title' && !following.has('titles')) {
      await inTurn(() => following.read('titles'));
    }
    if (order.by === 'fit') await inTurn(fitting.ready);
    if (needsPlaces(request.query)) {
      withoutPhrase = 0;
      if (!following.has('places')) await inTurn(readPlaces);
    } else if (beginsPhrase(request.query)) {
      withoutPhrase = 0;
      inTurn(readPlaces).catch(() => {}); // whoever needs them reads them again
    } else if (request.further !== true && ++withoutPhrase === PHRASELESS) {
      following.drop('places');
    }
    if (signal.aborted) return null;
    const index = following.index();
    const sequence = sequenceIn(order);
    const { sure, may } = evaluate(request.query, index, scope);
    const counting = countingIn(index, scope);
    const possible = bothOf(may, counting);
    const certain = sure === may ? possible : bothOf(sure, counting);
    const unreadable = following.unreadable().filter((id) => isAmong(index, counting, keyOf(id)));
    const tell = (found: Bits, rest: number): void =>
      answer({ ...answerOf(request, found, index, sequence, rest), unreadable });
    const unsure = sure === may ? 0 : countBits(without(possible, certain));
    if (unsure === 0) tell(certain, unread);
    else
      await lookClosely(
        request,
        { index, sequence, possible, found: certain },
        tell,
        unread,
        signal,
      );
    return index;
  }

  /** Reads the papers that only may fit, in the order of display, so that the window is right first. */
  async function lookClosely(
    request: SearchRequest,
    { index, sequence, possible, found }: Candidates,
    tell: (found: Bits, rest: number) => void,
    unread: number,
    signal: AbortSignal,
  ): Promise<void> {
    const { scope } = request;
    const fits = entryTest(request.query);
    const known = found.slice();
    let told = false;
    const open = sequence.filter(
      (document) => hasBit(possible, document) && !hasBit(found, document),
    );
    for (let at = 0; at < open.length; at += AT_ONCE) {
      const some = open.subarray(at, at + AT_ONCE);
      const documentOf = new Map([...some].map((document) => [idOf(index, document), document]));
      for (const one of await source.documents([...documentOf.keys()])) {
        const document = documentOf.get(one.id);
        if (document !== undefined && fits(entryOf(one, scope))) setBit(known, document);
      }
      if (signal.aborted) return;
      const rest = Math.max(0, open.length - at - AT_ONCE);
      const isFull = windowIsSure(request, known, sequence, open[at + AT_ONCE]);
      if (rest === 0 || (isFull && !told)) tell(known, rest + unread);
      told ||= isFull;
    }
  }
}

interface Candidates {
  index: Index;
  sequence: Sequence;
  possible: Bits;
  found: Bits;
}

/** Whether all papers of the window come before the first that is not looked at. */
function windowIsSure(
  { from, count }: SearchRequest,
  found: Bits,
  sequence: Sequence,
  next: number | undefined,
): boolean {
  let passed = 0;
  for (const document of sequence) {
    if (document === next) return false;
    if (hasBit(found, document)) passed += 1;
    if (passed >= from + count) return true;
  }
  return true;
}

function answerOf(
  { from, count, facets, allTags }: SearchRequest,
  found: Bits,
  index: Index,
  sequence: Sequence,
  rest: number,
): Omit<SearchAnswer, 'unreadable'> {
  return {
    ids: windowOf(found, sequence, from, count).map((document) => idOf(index, document)),
    total: countBits(found),
    facets: facets ? facetsOf(found, index, undefined, allTags) : null,
    rest,
    isCurrent: true,
  };
}

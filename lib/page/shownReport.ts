import type { AboutPaper, AboutPapers, Asked } from '../messages/aboutPapers';
import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import { MOST_ADDRESS } from '../messages/limits';
import type { Result } from '../messages/result';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';

/** Most papers in one message whose facts are told: a long copy would hold up a page of a thousand cards. */
const MOST_FACTS = 200;

/** Most papers in one message: a longer list is told in parts, each from a place that this divides. */
const PART = 1_000;

/** Milliseconds before what was not answered is sent again; twice as many each time, up to half a minute. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 30_000;

/** What the worker knows of this page, and what it answers about it. */
export interface ShownReport {
  /** The papers that the page shows now, in its order. */
  setShown(ids: PaperId[]): void;
  /** Keeps the facts of a paper for the next telling; the same facts, by identity, are not told again. */
  add(paper: Paper): void;
  /** Tells what is new, if anything is, until all of it was answered. */
  tell(): Promise<void>;
  /** Tells it all again, after the page was away. */
  tellAgain(): Promise<void>;
  /** Asks again about papers that changed elsewhere. */
  refresh(change: Change): Promise<void>;
  /** The page shows no papers any more. */
  leave(): Promise<void>;
}

/**
 * @param listing the page's path and query, now
 * @param asks what features want to know about each paper, now
 * @param settle takes what the worker says about a paper
 */
export function createShownReport(
  send: Send<'page.show' | 'page.ask'>,
  listing: () => string,
  asks: () => Asked[],
  settle: (id: PaperId, about: AboutPaper) => void,
): ShownReport {
  const told = new WeakSet<Paper>();
  /** What the worker has not confirmed yet: facts, parts of the list by their first place, and who may have changed. */
  const facts = new Map<PaperId, Paper>();
  const parts = new Set<number>();
  const stale = new Set<PaperId>();
  let shown: PaperId[] = [];
  let flying: Paper[] = [];
  let telling: Promise<void> | undefined;
  let failures = 0;
  let turn = 0;
  /** While the page is away nothing is told: what it hears then would be asked and, in most browsers, never answered. */
  let isAway = false;
  let waiting: ReturnType<typeof setTimeout> | undefined;

  async function tell(): Promise<void> {
    if (waiting !== undefined || isAway) return;
    const mine = turn;
    telling ??= tellAll(mine).finally(() => {
      if (mine === turn) telling = undefined;
    });
    await telling;
  }

  async function tellAll(mine: number): Promise<void> {
    while (parts.size + facts.size + stale.size > 0) {
      const answer = await (parts.size + facts.size > 0 ? show(mine) : ask(mine));
      if (mine !== turn) return; // the page was away
      failures = answer.ok ? 0 : failures + 1;
      if (answer.ok) continue;
      if (answer.code !== 'orphaned') {
        waiting = setTimeout(tellNow, Math.min(FIRST_WAIT * 2 ** (failures - 1), LONGEST_WAIT));
      }
      return;
    }
  }

  function tellNow(): Promise<void> {
    clearTimeout(waiting);
    waiting = undefined;
    return tell();
  }

  /** Tells a part of the list with some of the facts; after a failure, which some facts may have caused, with fewer. */
  async function show(mine: number): Promise<Result<unknown>> {
    const from = nextPart();
    const most = failures > 0 && parts.size > 0 ? 0 : Math.max(1, MOST_FACTS >> failures);
    const papers = [...facts.values()].slice(0, most);
    const ids = shown.slice(from, from + PART);
    const isNew = parts.delete(from);
    for (const { id } of papers) facts.delete(id);
    const asked = ids.filter((id) => stale.delete(id));
    flying = papers;
    const answer = await send('page.show', {
      listing: listing().slice(0, MOST_ADDRESS),
      ids,
      papers,
      asks: asks(),
      ...(shown.length > PART ? { from, of: shown.length } : {}),
    });
    if (flying === papers) flying = [];
    if (answer.ok) {
      for (const paper of papers) told.add(paper);
      settleAll([...ids, ...papers.map(({ id }) => id)], answer.value.papers, mine);
    } else {
      if (isNew) parts.add(from);
      for (const id of asked) stale.add(id);
      giveBack(papers);
    }
    return answer;
  }

  /** A part that is there: the list may have got shorter. */
  function nextPart(): number {
    for (const from of parts) {
      if (from === 0 || from < shown.length) return from;
      parts.delete(from);
    }
    return 0;
  }

  async function ask(mine: number): Promise<Result<unknown>> {
    const ids = [...stale].slice(0, PART);
    for (const id of ids) stale.delete(id);
    const answer = await send('page.ask', { ids, asks: asks() });
    if (answer.ok) settleAll(ids, answer.value.papers, mine);
    else for (const id of ids) stale.add(id);
    return answer;
  }

  /** What was asked before the page was away may be older than what it has heard since. */
  function settleAll(ids: PaperId[], papers: AboutPapers, mine: number): void {
    if (mine !== turn) return;
    for (const id of new Set(ids)) settle(id, papers[id] ?? {});
  }

  /** Facts that were not told; newer ones of the same paper stay. */
  function giveBack(papers: readonly Paper[]): void {
    for (const paper of papers) if (!facts.has(paper.id)) facts.set(paper.id, paper);
  }

  /** Every part of the list is to be told again; one that is empty too. */
  function markAll(): void {
    for (let from = 0; from < Math.max(1, shown.length); from += PART) parts.add(from);
  }

  function partOf(place: number): number {
    return place - (place % PART);
  }

  return {
    setShown(ids) {
      const before = shown;
      shown = ids;
      ids.forEach((id, at) => {
        if (id !== before[at]) parts.add(partOf(at));
      });
      if (ids.length < before.length) parts.add(partOf(Math.max(0, ids.length - 1)));
    },
    add(paper) {
      if (told.has(paper)) return;
      facts.set(paper.id, paper);
      if (facts.size >= MOST_FACTS) void tell();
    },
    tell,
    tellAgain() {
      isAway = false;
      markAll();
      giveBack(flying);
      return tellNow();
    },
    refresh(change) {
      for (const id of shown) if (change === 'all' || change.includes(id)) stale.add(id);
      return tellNow();
    },
    async leave() {
      isAway = true;
      turn += 1;
      telling = undefined;
      clearTimeout(waiting);
      waiting = undefined;
      markAll();
      const left = { ids: [], papers: [], asks: [] };
      await send('page.show', { listing: listing().slice(0, MOST_ADDRESS), ...left });
    },
  };
}

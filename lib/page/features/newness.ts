import type { NewBarState } from '../../../components/marks/newBar';
import { newMark } from '../../../components/marks/newMark';
import type { AboutPaper } from '../../messages/aboutPapers';
import type { Send } from '../../messages/delivery';
import type { MarksSettings } from '../../messages/messages';
import type { PaperId } from '../../papers/ids';
import type { Card } from '../../sites/adapter';
import { bodyOf } from '../bodyOf';
import { createGoing } from '../goTo';
import type { MarksWorld } from '../loadMarks';
import type { Marking } from '../marking';
import { createNewBarLayer } from '../newBarLayer';
import { createSeenReport } from '../seenReport';
import { createShading, type Shade } from '../shading';
import { createSighting } from '../sighting';
import { hearSteps } from '../steppingKeys';
import type { Targets } from '../surroundings';
import type { Feature } from './feature';

export interface NewnessWorld extends Omit<MarksWorld, 'all'> {
  send: Send<'papers.see' | 'papers.unsee' | 'marks.settings'>;
  marking: Marking;
  targets: Targets;
  /** Milliseconds that only grow (`performance.now`). */
  time: () => number;
}

/** What is known of a paper. What the worker says first holds until the page is loaded again: this visit changes nothing. */
interface Known {
  isNew: boolean;
  isKept: boolean;
  /** Whether the reader dismissed it, now. */
  isDismissed: boolean;
}

/**
 * What is new to the reader on a page: notes what comes in sight, marks the cards of papers that were not seen before
 * this visit, counts them, and dims or hides those that were, where the reader wants that.
 */
export function createNewness(world: NewnessWorld): Feature {
  const { document, isListing, controlOn, marking, site, send, time, signal } = world;
  const cards = new Map<HTMLElement, Card>();
  /** The same cards: what is said about one paper of a thousand is no reason to look at all of them. */
  const byPaper = new Map<PaperId, Set<Card>>();
  /** What of each card is looked at. */
  const bodies = new Map<HTMLElement, Element>();
  const known = new Map<PaperId, Known>();
  /** New ones that the reader marked as seen, since the last undo. */
  let marked: PaperId[] = [];
  let settings: MarksSettings | null = null;
  let showsHidden = false;
  let isDrawing = false;

  const sighting = createSighting(document, () => report.soon(), time);
  const report = createSeenReport(send, sighting.times);
  const shading = createShading(document, shadeOf);
  const going = createGoing(document, ({ element }) => controlOn(element)?.star);
  const bar = createNewBarLayer(document, signal, world.targets, (act) => {
    if (act === 'previous') go(-1);
    else if (act === 'next') go(1);
    else if (act === 'seeAll') void seeAll();
    else if (act === 'undo') void unseeAll();
    else if (act === 'showHidden') {
      showsHidden = true;
      drawAll();
    }
  });

  function isNew(id: PaperId): boolean {
    const about = known.get(id);
    return about?.isNew === true && !about.isKept && !about.isDismissed;
  }

  function shadeOf(id: PaperId): Shade | null {
    const about = known.get(id);
    if (!isListing || !about) return null;
    const wanted = about.isNew ? null : (settings?.seenCards ?? null);
    const shade = wanted === 'hide' && showsHidden ? null : wanted;
    return shade ?? (about.isDismissed ? 'dim' : null);
  }

  function draw(card: Card): void {
    const isMarked = isListing && settings?.showsNew === true && isNew(card.id);
    marking.put(card.element, 'new', isMarked ? [newMark(document)] : []);
    shading.apply(card);
  }

  /** The bar is drawn once for many cards. */
  function drawBarSoon(): void {
    if (isDrawing || !isListing) return;
    isDrawing = true;
    queueMicrotask(() => {
      isDrawing = false;
      if (!signal.aborted) bar.show(settings?.showsNew ? barState() : null);
    });
  }

  function barState(): NewBarState | null {
    const fresh = newPapers().length;
    const hidden = papers().filter((id) => shadeOf(id) === 'hide').length;
    const marking = marked.length > 0 ? 'undo' : settings?.remembers ? 'can' : null;
    return fresh + hidden + marked.length > 0 ? { fresh, hidden, marking } : null;
  }

  function drawAll(): void {
    for (const card of cards.values()) draw(card);
    drawBarSoon();
  }

  function papers(): PaperId[] {
    return [...new Set([...cards.values()].map(({ id }) => id))];
  }

  function newPapers(): PaperId[] {
    return papers().filter(isNew);
  }

  function go(step: 1 | -1): void {
    const all = [...cards.values()];
    going.go(
      step,
      all.filter(({ id }) => isNew(id)),
      all,
    );
  }

  async function seeAll(): Promise<void> {
    const ids = newPapers();
    const answer = await send('papers.see', { papers: ids.map((id) => ({ id, seconds: 0 })) });
    if (answer.ok) mark(ids, false);
  }

  async function unseeAll(): Promise<void> {
    const seen = sighting.times(); // what was in sight stays seen
    const ids = marked.filter((id) => !seen.has(id));
    const answer = await send('papers.unsee', { ids });
    if (answer.ok) mark(marked, true);
  }

  function mark(ids: readonly PaperId[], areNew: boolean): void {
    for (const id of ids) {
      const about = known.get(id);
      if (about) about.isNew = areNew;
    }
    marked = areNew ? [] : [...ids];
    drawAll();
  }

  async function readSettings(): Promise<void> {
    const answer = await send('marks.settings', { site });
    if (!answer.ok || signal.aborted) return; // as they were
    settings = answer.value;
    if (settings.remembers) for (const card of cards.values()) watch(card);
    drawAll();
  }

  function watch({ element, id }: Card): void {
    const body = bodyOf(element);
    const before = bodies.get(element);
    if (before && before !== body) sighting.unwatch(before);
    bodies.set(element, body);
    sighting.watch(body, id);
  }

  function file(card: Card): void {
    unfile(card.element);
    cards.set(card.element, card); // in the place that its element had
    byPaper.set(card.id, (byPaper.get(card.id) ?? new Set()).add(card));
  }

  function unfile(element: HTMLElement): void {
    const card = cards.get(element);
    if (card) byPaper.get(card.id)?.delete(card);
  }

  function drop(element: HTMLElement): void {
    const body = bodies.get(element);
    if (body) sighting.unwatch(body);
    bodies.delete(element);
    unfile(element);
    cards.delete(element);
    shading.drop(element);
    marking.drop(element);
  }

  function onHidden(): void {
    if (document.visibilityState === 'hidden') report.atOnce();
  }
  document.addEventListener('visibilitychange', onHidden, { signal });
  if (isListing) {
    const controls = () => [...cards.keys()].flatMap((element) => controlOn(element) ?? []);
    hearSteps(controls, (step) => settings?.singleKeys && go(step), signal);
  }
  signal.addEventListener('abort', () => {
    report.atOnce();
    sighting.stop();
  });
  void readSettings();

  return {
    asks: ['seen', 'annotation', 'dismissed'],
    has: (card) => cards.get(card.element)?.id === card.id && shading.isRight(card),
    look() {},
    mount(card) {
      file(card);
      if (settings?.remembers) watch(card);
      draw(card);
      drawBarSoon();
    },
    keepOnly(present) {
      const elements = new Set(present.map(({ element }) => element));
      for (const element of [...cards.keys()]) if (!elements.has(element)) drop(element);
      drawBarSoon();
    },
    settle(id, { seen, annotation, dismissed }: AboutPaper) {
      if (seen === undefined) return; // asked before this was there
      const before = known.get(id);
      const isKept = annotation !== undefined;
      const isDismissed = dismissed ?? false;
      if (before?.isKept === isKept && before.isDismissed === isDismissed) return;
      known.set(id, { isNew: before?.isNew ?? !seen, isKept, isDismissed });
      byPaper.get(id)?.forEach(draw);
      drawBarSoon();
    },
    refresh(change) {
      if (change === 'all') void readSettings();
    },
    leave: report.atOnce,
    comeBack() {},
    owns: bar.owns,
  };
}

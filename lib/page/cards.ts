import { MOST_CARDS } from '../messages/limits';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, ListingAdapter, PageFacts } from '../sites/adapter';
import type { Feature } from './features/feature';
import { hydration } from './hydration';
import { createInsertionLimit } from './insertionLimit';
import { bePresent, type PresenceWorld } from './presence';
import { watchPage } from './watching';

/** What a listing needs of the world. */
export interface ListingWorld extends PresenceWorld {
  adapter: ListingAdapter;
  now: () => Date;
  /** Made when the page's framework has taken over. */
  features: () => readonly Feature[];
  /** Features whose script is not there yet; asked for once, when the page has cards. */
  later?: (() => Promise<readonly Feature[]>) | undefined;
}

/** Milliseconds of a frame that we take for reading and mounting; the rest is the page's. */
const FRAME_SHARE = 8;

/** No more cards than these are mounted in one frame: they are asked about before the first of them changes the page. */
const MOST_IN_FRAME = 100;

/** So often in ten seconds a page may show cards that are new to us; then it keeps the controls that it has. */
const MOST_TURNS = 150;
const PAGE = 'page';

/** Keeps the features on every card of a listing until the signal aborts. */
export async function annotateListing(world: ListingWorld): Promise<void> {
  const { document, adapter, now, signal } = world;
  await hydration(document, () => adapter.awaitsTakeover(document), signal);
  if (signal.aborted) return;

  const features = [...world.features()];
  await Promise.all(features.map(({ ready }) => ready));
  if (signal.aborted) return;
  const papers = new Map<PaperId, Paper>();
  /** Papers whose cards could not be read: they have no control, and are not on the page for the reader. */
  const unread = new Set<PaperId>();
  const limit = createInsertionLimit(() => performance.now(), MOST_TURNS);
  const teller = bePresent(world, features);
  const has = (card: Card): boolean => features.every((feature) => feature.has(card));
  let frame = 0;
  let isCounted = false; // this look at the page, as one at which something was new
  /** The papers that have controls from now on, once the page is allowed no others. */
  let last: ReadonlySet<PaperId> | undefined;
  let { later } = world;

  /** Loaded while the page shows what it has; from then on they are features as any other. */
  async function addLater(): Promise<void> {
    const load = later;
    later = undefined;
    const more = (await load?.()) ?? [];
    if (more.length === 0) return; // there are none either where the page has been left
    features.push(...more);
    void teller.refresh('all'); // they may ask for more
    scan();
  }

  function scan(): void {
    if (last?.size === 0) return;
    const cards = cardsNow();
    if (last && cards.length === 0) last = new Set(); // nothing of ours is left, and nothing looked for
    for (const feature of features) feature.keepOnly(cards);
    setShown(cards);
    cancelAnimationFrame(frame);
    isCounted = false;
    mountAll(
      cards.filter((card) => !has(card)),
      cards,
    );
    if (cards.length > 0) void addLater();
  }

  function cardsNow(): Card[] {
    const cards = adapter.cards(document).slice(0, MOST_CARDS);
    return last ? cards.filter(({ id }) => last?.has(id)) : cards;
  }

  function setShown(cards: readonly Card[]): void {
    teller.setShown([...new Set(cards.map(({ id }) => id))].filter((id) => !unread.has(id)));
  }

  /** Reads and mounts as many of the cards as a frame bears, then the rest in the next ones; then `all` of them are shown. */
  function mountAll(cards: Card[], all: Card[]): void {
    const end = performance.now() + FRAME_SHARE;
    const facts = adapter.facts(document);
    let count = 0;
    let mounted = 0;
    const some = cards.slice(0, MOST_IN_FRAME);
    // Not what is there already: to ask again, after insertions, is a layout of the whole page.
    for (const feature of features) {
      feature.look(
        some.filter((card) => !feature.has(card)),
        adapter.placement,
      );
    }
    for (const card of some) {
      count += 1;
      const paper = paperOn(card, facts);
      if (!paper) unread.add(card.id);
      if (!paper) continue;
      unread.delete(card.id);
      papers.set(card.id, paper);
      teller.add(paper);
      const placement = adapter.placement(card);
      for (const feature of features) feature.mount(card, paper, placement);
      mounted += 1;
      if (performance.now() > end) break;
    }
    // What cannot be read does not count: it fights nobody.
    if (mounted > 0 && !isCounted && !last) {
      isCounted = true;
      if (!limit.mayTry(PAGE)) last = new Set(cardsNow().map(({ id }) => id));
    }
    const rest = cards.slice(count);
    if (rest.length > 0) {
      frame = requestAnimationFrame(() => mountAll(rest, all));
      return;
    }
    setShown(all);
    void teller.tell();
  }

  /**
   * Read once, and again where another list of the page may have its abstract: a search has what a week's grid has not.
   * A card that has some of what belongs on it was read for that.
   */
  function paperOn(card: Card, facts: PageFacts): Paper | null {
    const known = papers.get(card.id);
    const isRead = known && (known.abstract || features[0]?.has(card));
    const read = isRead ? null : adapter.read(card, facts, now());
    return read?.abstract ? read : (known ?? read);
  }

  scan();
  const owns = (node: Node): boolean => features.some((feature) => feature.owns(node));
  watchPage(document, owns, scan, signal); // not its root: a page may put another in its place
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    for (const feature of features) feature.keepOnly([]);
  });
}

import type { Change } from '../messages/announce';
import type { Send } from '../messages/delivery';
import { MOST_CARDS } from '../messages/limits';
import type { Request } from '../messages/messages';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { Card, ListingAdapter, PageFacts } from '../sites/adapter';
import { failureText } from '../text/failureText';
import { createAnnotations } from './annotations';
import { createEditing } from './editing';
import { createMounts } from './mounts';
import { createOverlay, type Overlay } from './overlay';
import { createPatience } from './patience';
import { takeover } from './takeover';
import { createTeller } from './telling';
import { watchPage } from './watching';

/** What a listing needs of the world. */
export interface ListingWorld {
  document: Document;
  adapter: ListingAdapter;
  send: Send<'page.show' | 'annotations.get' | 'annotation.patch' | 'paper.copy' | 'tags.list'>;
  /** Puts a text on the clipboard. */
  clip: (text: string) => Promise<void>;
  leaveBehind: (request: Request<'annotation.patch'>, at: Date) => void;
  onChange: (heard: (change: Change) => void, signal: AbortSignal) => void;
  now: () => Date;
  /** Ends everything: the page is no listing any more, or the extension is gone. */
  signal: AbortSignal;
}

/** Milliseconds of a frame that we take for reading and mounting; the rest is the page's. */
const FRAME_SHARE = 8;

/** No more cards than these are mounted in one frame: they are asked about before the first of them changes the page. */
const MOST_IN_FRAME = 300;

/** So often in ten seconds a page may show cards that are new to us; one that never stops is left alone. */
const MOST_TURNS = 150;
const PAGE = 'page';

/** Puts a control on every card of a listing and keeps it there until the signal aborts. */
export async function annotateListing(world: ListingWorld): Promise<void> {
  const { document, adapter, send, now, signal } = world;
  await takeover(document, () => adapter.awaitsTakeover(document), signal);
  if (signal.aborted) return;

  const papers = new Map<PaperId, Paper>();
  const patience = createPatience(() => performance.now(), MOST_TURNS);
  let frame = 0;

  let overlay: Overlay | undefined; // most pages are left without an editor or a notice
  const above = (): Overlay => (overlay ??= createOverlay(document, signal));
  const annotations = createAnnotations({
    send,
    now,
    onChange: draw,
    onFailed: ({ code }) => above().notify(failureText(code)),
    leaveBehind: world.leaveBehind,
  });
  const mounts = createMounts(
    document,
    {
      annotationOf: annotations.get,
      press(paper, what) {
        if (typeof what === 'string') editing.edit(paper, what);
        else annotations.patch(paper, what);
      },
    },
    () => performance.now(),
  );
  const editing = createEditing({ ...world, above, annotations, mounts });
  const teller = createTeller(send, () => location.pathname + location.search, annotations.settle);

  function draw(id: PaperId): void {
    mounts.update(id);
    editing.update(id);
  }

  function scan(): void {
    if (patience.isLost(PAGE)) return;
    let cards = adapter.cards(document).slice(0, MOST_CARDS);
    if (!cards.every(mounts.has) && !patience.mayTry(PAGE)) cards = [];
    mounts.keepOnly(cards);
    teller.setShown([...new Set(cards.map((card) => card.id))]);
    cancelAnimationFrame(frame);
    mountAll(cards.filter((card) => !mounts.has(card)));
  }

  /** Reads and mounts as many of the cards as a frame bears, then the rest in the next ones. */
  function mountAll(cards: Card[]): void {
    const end = performance.now() + FRAME_SHARE;
    const facts = adapter.facts(document);
    let count = 0;
    const some = cards.slice(0, MOST_IN_FRAME);
    mounts.look(some);
    for (const card of some) {
      count += 1;
      const paper = paperOn(card, facts);
      if (!paper) continue;
      papers.set(card.id, paper);
      teller.add(paper);
      mounts.mount(card, paper, adapter.placement(card));
      if (performance.now() > end) break;
    }
    const rest = cards.slice(count);
    if (rest.length > 0) frame = requestAnimationFrame(() => mountAll(rest));
    else void teller.tell();
  }

  /** Read once, and again where another list of the page may have its abstract: a search has what a week's grid has not. */
  function paperOn(card: Card, facts: PageFacts): Paper | null {
    const known = papers.get(card.id);
    const read = known?.abstract ? null : adapter.read(card, facts, now());
    return read?.abstract ? read : (known ?? read);
  }

  scan();
  watchPage(document.documentElement, mounts.owns, scan, signal);
  world.onChange((change) => void teller.refresh(change), signal);
  window.addEventListener('pagehide', ({ isTrusted }) => isTrusted && leave(), { signal });
  // The worker may have died between a commit and its announcement: whoever looks at the page sees what is stored.
  document.addEventListener(
    'visibilitychange',
    () => document.visibilityState === 'visible' && void teller.refresh('all'),
    { signal },
  );
  window.addEventListener('pageshow', (event) => event.persisted && comeBack(), { signal });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    mounts.keepOnly([]);
    leave();
  });

  function comeBack(): void {
    annotations.forget(); // whatever was asked before is never answered: the worker has what we left
    void teller.tellAgain();
  }

  function leave(): void {
    overlay?.close(); // adds a tag that is half typed
    annotations.flush();
    void teller.leave();
  }
}

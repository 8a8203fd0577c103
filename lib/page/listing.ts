import type { Part } from '../../components/annotation/AnnotationEditor';
import type { CardControlProps } from '../../components/card/CardControl';
import type { Answer, MessageName, Request } from '../messages/contract';
import type { Change } from '../messages/pulse';
import type { Result } from '../messages/result';
import { type AnnotationPatch, emptyAnnotation } from '../papers/annotation';
import type { PaperId } from '../papers/ids';
import type { Paper } from '../papers/paper';
import type { TagCount } from '../papers/tags';
import type { Card, Site } from '../sites/site';
import { failureText } from '../text/failureText';
import { createAnnotations } from './annotations';
import { createMounts } from './mounts';
import { createOverlay } from './overlay';
import { takeover } from './takeover';
import { watchPage } from './watching';

/** What a listing needs of the world. */
export interface ListingWorld {
  document: Document;
  site: Site;
  send: <N extends MessageName>(name: N, request: Request<N>) => Promise<Result<Answer<N>>>;
  onChange: (heard: (change: Change) => void, signal: AbortSignal) => void;
  now: () => Date;
  /** Ends everything: the page is no listing any more, or the extension is gone. */
  signal: AbortSignal;
}

/** Milliseconds of a frame that we take for reading and mounting; the rest is the page's. */
const FRAME_SHARE = 8;
/** Most papers in one message. */
const BATCH = 200;

/** Puts a control on every card of a listing and keeps it there until the signal aborts. */
export async function annotateListing(world: ListingWorld): Promise<void> {
  const { document, site, send, signal } = world;
  await takeover(document, () => site.awaitsTakeover(document), signal);
  if (signal.aborted) return;

  const papers = new Map<PaperId, Paper>();
  const told = new Set<PaperId>();
  let shownIds: PaperId[] = [];
  let tagsInUse: TagCount[] = [];
  let editing: { paper: Paper; part: Part } | null = null;
  let frame = 0;

  const overlay = createOverlay(document, signal);
  const annotations = createAnnotations(
    (request) => send('annotation.patch', request),
    (id) => {
      mounts.update(id);
      if (editing?.paper.id === id) drawEditor();
    },
    world.now,
  );
  const mounts = createMounts(document, controlOf, () => performance.now());

  function controlOf(paper: Paper): CardControlProps {
    return {
      title: paper.title,
      annotation: annotations.get(paper.id),
      onStar: (starred) => patch(paper, { starred }),
      onEdit: (part) => edit(paper, part),
    };
  }

  async function patch(paper: Paper, change: AnnotationPatch): Promise<void> {
    const failure = await annotations.patch(paper.id, change, paper);
    if (failure) overlay.notify(failureText(failure.code));
  }

  function edit(paper: Paper, part: Part): void {
    const again = editing?.paper.id === paper.id && editing.part === part;
    overlay.close();
    if (again) return;
    editing = { paper, part };
    drawEditor();
    void send('tags.list', {}).then((answer) => {
      if (!answer.ok) return; // without tags in use there is nothing to complete from, and nothing lost
      tagsInUse = answer.value.tags;
      if (editing) drawEditor();
    });
  }

  function drawEditor(): void {
    if (!editing) return;
    const { paper, part } = editing;
    const index = { status: 1, tags: 2, note: 3 }[part];
    overlay.edit(
      {
        title: paper.title,
        annotation: annotations.get(paper.id) ?? emptyAnnotation(world.now().toISOString()),
        tagsInUse,
        focus: part,
        onPatch: (change) => patch(paper, change),
      },
      () => mounts.buttons(paper.id)[index] ?? null,
      () => {
        editing = null;
      },
    );
  }

  /** Reads and mounts as many of the cards as a frame bears, then the rest in the next ones. */
  function mountAll(cards: Card[], seen: Paper[]): void {
    const facts = site.facts(document);
    const started = performance.now();
    let card = cards.shift();
    while (card) {
      const paper = papers.get(card.id) ?? site.read(card, facts, world.now());
      if (paper) {
        papers.set(card.id, paper);
        if (!told.has(card.id)) seen.push(paper);
        told.add(card.id);
        mounts.mount(card, paper, site.placement(card));
      }
      if (performance.now() - started > FRAME_SHARE) break;
      card = cards.shift();
    }
    if (cards.length > 0) frame = requestAnimationFrame(() => mountAll(cards, seen));
    else if (seen.length > 0) void tell(seen);
  }

  /** Tells the worker what the page shows, and takes back what the reader said of it. */
  async function tell(seen: Paper[]): Promise<void> {
    const listing = location.pathname + location.search;
    const ids = shownIds;
    let rest = seen;
    do {
      const batch = rest.slice(0, BATCH);
      rest = rest.slice(BATCH);
      const answer = await send('page.show', { listing, ids, papers: batch });
      if (answer.ok && rest.length === 0) {
        for (const id of ids) annotations.settle(id, answer.value.annotations[id]);
      } else if (!answer.ok) for (const { id } of batch) told.delete(id); // told again with the next change
    } while (rest.length > 0);
  }

  function scan(): void {
    cancelAnimationFrame(frame);
    const cards = site.cards(document);
    mounts.keepOnly(cards);
    const ids = [...new Set(cards.map((card) => card.id))];
    const sameIds =
      ids.length === shownIds.length && ids.every((id, index) => id === shownIds[index]);
    shownIds = ids;
    mountAll(
      cards.filter((card) => !mounts.has(card)),
      [],
    );
    if (!sameIds && ids.every((id) => told.has(id))) void tell([]);
  }

  async function refresh(change: Change): Promise<void> {
    const ids = change === 'all' ? shownIds : shownIds.filter((id) => change.includes(id));
    if (ids.length === 0) return;
    const answer = await send('annotations.get', { ids });
    if (!answer.ok) return; // what is shown was true a moment ago; the next change asks again
    for (const id of ids) annotations.settle(id, answer.value.annotations[id]);
  }

  scan();
  watchPage(document.documentElement, mounts.owns, scan, signal);
  world.onChange((change) => void refresh(change), signal);
  window.addEventListener(
    'pagehide',
    () => void send('page.show', { listing: '', ids: [], papers: [] }),
    { signal },
  );
  window.addEventListener('pageshow', (event) => event.persisted && void tell([]), { signal });
  signal.addEventListener('abort', () => {
    cancelAnimationFrame(frame);
    mounts.keepOnly([]);
    void send('page.show', { listing: '', ids: [], papers: [] });
  });
}

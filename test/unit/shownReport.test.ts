import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Send } from '../../lib/messages/delivery';
import type { Request } from '../../lib/messages/messages';
import { failure, type Result, success } from '../../lib/messages/result';
import { createShownReport, type ShownReport } from '../../lib/page/shownReport';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import type { Paper } from '../../lib/papers/paper';

type Shown = Request<'page.show'>;

const idOf = (n: number): PaperId => `hf:paper-${n}`;
const idsOf = (from: number, to: number): PaperId[] =>
  Array.from({ length: to - from }, (_, at) => idOf(from + at));
const paperOf = (id: PaperId): Paper => ({ id, title: id, authors: [] });
const STARRED = { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), starred: true };

/** A worker that remembers what it was told, and answers when it is let. */
class Worker {
  messages: { name: string; request: Shown }[] = [];
  /** The list as the worker has it, put together from its parts. */
  list: PaperId[] = [];
  facts = new Set<PaperId>();
  /** Says why a message is not answered as it should be. */
  fails: (request: Shown, name: string) => boolean = () => false;
  beforeAnswer: () => void = () => {};

  readonly send = (async (name: string, request: Shown): Promise<Result<unknown>> => {
    this.messages.push({ name, request: structuredClone(request) });
    await Promise.resolve();
    this.beforeAnswer();
    if (this.fails(request, name)) return failure('unanswered', 'too large');
    const { ids, papers, from = 0, of = ids.length } = request;
    if (name === 'page.show') {
      const { list } = this;
      this.list = [...list.slice(0, from), ...ids, ...list.slice(from + ids.length)].slice(0, of);
      for (const paper of papers) if (paper) this.facts.add(paper.id);
    }
    const named = [...ids, ...(papers ?? []).flatMap((paper) => paper?.id ?? [])];
    return success({
      papers: Object.fromEntries(named.map((id) => [id, { annotation: STARRED }])),
    });
  }) as unknown as Send<'page.show' | 'page.ask'>; // asked for nothing else
}

let worker: Worker;
let teller: ShownReport;
let settled: Map<PaperId, boolean>;
let address = '/papers';

beforeEach(() => {
  vi.useFakeTimers();
  address = '/papers';
  worker = new Worker();
  settled = new Map();
  teller = createShownReport(
    worker.send,
    () => address,
    () => ['annotation'],
    (id, { annotation }) => settled.set(id, annotation?.starred ?? false),
  );
});
afterEach(() => vi.useRealTimers());

function show(ids: PaperId[], told = ids): void {
  teller.setShown(ids);
  for (const id of told) teller.add(paperOf(id));
}

/** Lets half an hour pass, with all that is sent again. */
const later = (): Promise<unknown> => vi.advanceTimersByTimeAsync(1_800_000);

test('a small page is told in one message, and nothing twice', async () => {
  show(idsOf(0, 55));
  await teller.tell();
  await teller.tell();
  expect(worker.messages).toHaveLength(1);
  expect(worker.messages[0]?.request).toEqual({
    listing: '/papers',
    ids: idsOf(0, 55),
    papers: idsOf(0, 55).map(paperOf),
    asks: ['annotation'],
  });
  expect(settled.size).toBe(55);
});

test('where the page changes while more papers than fit into one message are told, the last one says what it shows now', async () => {
  show(idsOf(0, 450));
  worker.beforeAnswer = () => {
    if (worker.messages.length === 1) teller.setShown(idsOf(100, 500));
  };
  await teller.tell();
  expect(worker.messages.at(-1)?.request.ids).toEqual(idsOf(100, 500));
  expect(worker.list).toEqual(idsOf(100, 500));
  expect(worker.facts.size).toBe(450);
});

describe('a list of any length and any change', () => {
  test.each([
    ['20,000 cards', [idsOf(0, 20_000)]],
    ['one that grows', [idsOf(0, 900), idsOf(0, 1_100), idsOf(0, 3_500)]],
    ['one that gets shorter', [idsOf(0, 3_500), idsOf(0, 2_000), idsOf(0, 1_500), idsOf(0, 10)]],
    ['one that is sorted again', [idsOf(0, 2_500), idsOf(0, 2_500).reverse()]],
    ['one whose first card goes', [idsOf(0, 2_500), idsOf(1, 2_500)]],
    ['one that is emptied and filled', [idsOf(0, 30), [], idsOf(5, 20)]],
  ])('is known to the worker as it is: %s', async (_name, lists) => {
    for (const ids of lists) {
      show(ids);
      await teller.tell();
      expect(worker.list).toEqual(ids);
      for (const id of ids) expect(settled.get(id)).toBe(true);
    }
    for (const { request } of worker.messages) {
      expect(request.ids.length).toBeLessThanOrEqual(1_000);
      expect(request.papers.length).toBeLessThanOrEqual(200);
    }
  });
});

test('of a long page the first cards are known before all of it was read', async () => {
  teller.setShown(idsOf(0, 2_000));
  for (const id of idsOf(0, 250)) teller.add(paperOf(id));
  await vi.advanceTimersByTimeAsync(0);
  expect(settled.has(idOf(0))).toBe(true);
});

describe('what was not answered', () => {
  test('is sent again, ever more rarely, until it is', async () => {
    show(idsOf(0, 5));
    worker.fails = () => true;
    await teller.tell();
    await teller.tell(); // as at the next change of the page
    expect(worker.messages).toHaveLength(1);
    await later();
    const tries = worker.messages.length;
    expect(tries).toBeGreaterThan(30);
    expect(tries).toBeLessThan(120);
    worker.fails = () => false;
    await later();
    expect(settled.size).toBe(5);
    expect(worker.facts.size).toBe(5);
    const done = worker.messages.length;
    await later();
    expect(worker.messages).toHaveLength(done);
  });

  test('because some facts make a message fail keeps no card unknown, and no other facts untold', async () => {
    show(idsOf(0, 450));
    worker.fails = ({ papers }) => papers?.some((paper) => paper?.id === idOf(7));
    await teller.tell();
    await vi.advanceTimersByTimeAsync(1_500);
    expect(settled.size).toBe(450);
    await later();
    expect(worker.facts.size).toBe(449);
  });

  test('about a change elsewhere is asked again', async () => {
    show(idsOf(0, 3));
    await teller.tell();
    settled.clear();
    worker.fails = (_request, name) => name === 'page.ask';
    await teller.refresh([idOf(1)]);
    expect(settled.size).toBe(0);
    worker.fails = () => false;
    await later();
    expect([...settled.keys()]).toEqual([idOf(1)]);
  });

  test('because of a list that has got shorter since is told as the list is now', async () => {
    show(idsOf(0, 3_500));
    worker.fails = () => true;
    await teller.tell();
    teller.setShown(idsOf(0, 30));
    worker.fails = () => false;
    await later();
    expect(worker.list).toEqual(idsOf(0, 30));
    expect(worker.messages.map(({ request }) => request.ids)).not.toContainEqual([]);
  });

  test('is not sent again where the extension is gone', async () => {
    show(idsOf(0, 3));
    const gone = createShownReport(
      (async () => {
        worker.messages.push({ name: '', request: { listing: '', ids: [], papers: [], asks: [] } });
        return failure('orphaned', 'gone');
      }) as Send<'page.show' | 'page.ask'>,
      () => address,
      () => [],
      () => {},
    );
    gone.setShown(idsOf(0, 3));
    await gone.tell();
    await later();
    expect(worker.messages).toHaveLength(1);
  });
});

test('what changed elsewhere is asked about, no more of it than a card shows, in messages of limited length', async () => {
  show(idsOf(0, 2_500));
  await teller.tell();
  const before = worker.messages.length;
  await teller.refresh([idOf(3), 'hf:elsewhere']);
  await teller.refresh('all');
  const asked = worker.messages.slice(before).map(({ request }) => request);
  expect(asked[0]).toEqual({ ids: [idOf(3)], asks: ['annotation'] });
  expect(asked.slice(1).map(({ ids }) => ids.length)).toEqual([1_000, 1_000, 500]);
});

test('what is said about papers that are told in another part than theirs counts', async () => {
  teller.setShown(idsOf(0, 2_500));
  teller.add(paperOf(idOf(2_400)));
  worker.fails = ({ from }) => from !== 0;
  await teller.tell();
  expect(worker.messages[0]?.request).toMatchObject({ from: 0, papers: [paperOf(idOf(2_400))] });
  expect(settled.get(idOf(2_400))).toBe(true);
});

test('an address of any length is told as far as one may be', async () => {
  address = `/papers?q=${encodeURIComponent('論'.repeat(238))}`;
  expect(address.length).toBeGreaterThan(2_000);
  show(idsOf(0, 3));
  await teller.tell();
  await teller.leave();
  for (const { request } of worker.messages) {
    expect(request.listing).toBe(address.slice(0, 2_000));
  }
});

test('a page that comes back tells all again, what was under way when it left too', async () => {
  show(idsOf(0, 3));
  const send = worker.send;
  let isAway = true;
  const away = createShownReport(
    ((name, request) => (isAway ? new Promise(() => {}) : send(name, request))) as typeof send,
    () => address,
    () => [],
    (id) => settled.set(id, true),
  );
  away.setShown(idsOf(0, 3));
  away.add(paperOf(idOf(0)));
  void away.tell();
  void away.leave();
  isAway = false;
  await away.tellAgain();
  expect(worker.list).toEqual(idsOf(0, 3));
  expect([...worker.facts]).toEqual([idOf(0)]);
  expect(settled.size).toBe(3);
});

test('a page that hears of a change while it is away asks when it is back, and is answered', async () => {
  show(idsOf(0, 3));
  await teller.tell();
  let isFrozen = false;
  const { send } = worker;
  teller = createShownReport(
    ((name: 'page.show', request: Shown) =>
      isFrozen ? new Promise(() => {}) : send(name, request)) as typeof send, // whatever is asked
    () => address,
    () => ['annotation'],
    (id, { annotation }) => settled.set(id, annotation?.starred ?? false),
  );
  show(idsOf(0, 3));
  await teller.tell();
  void teller.leave();
  isFrozen = true;
  void teller.refresh([idOf(1)]);
  isFrozen = false;
  settled.clear();
  await teller.tellAgain();
  expect([...settled.keys()].sort()).toEqual(idsOf(0, 3));
});

test('an answer to what a page asked before it was away does not replace what it has heard since', async () => {
  const [id] = idsOf(0, 1);
  const answers: ((starred: boolean) => void)[] = [];
  const heard: (boolean | undefined)[] = [];
  const asking = createShownReport(
    ((name: string) =>
      name === 'page.show' &&
      new Promise((resolve) =>
        answers.push((starred) =>
          resolve(success({ papers: { [id ?? '']: { annotation: { ...STARRED, starred } } } })),
        ),
      )) as unknown as typeof worker.send,
    () => address,
    () => ['annotation'],
    (_, { annotation }) => heard.push(annotation?.starred),
  );
  asking.setShown(idsOf(0, 1));
  void asking.tell();
  void asking.leave();
  const again = asking.tellAgain();
  const [before, , after] = answers; // between them, that it left
  after?.(true);
  await again;
  before?.(false);
  await vi.advanceTimersByTimeAsync(10);
  expect(heard).toEqual([true]);
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { Asked } from '../../lib/messages/aboutPapers';
import { onChange } from '../../lib/messages/announce';
import type { Answer, Request } from '../../lib/messages/contract';
import type { Result } from '../../lib/messages/result';
import type { Caller } from '../../lib/messages/senders';
import { readSetting } from '../../lib/settings/stored';
import { patchAnnotation } from '../../lib/store/commands/patchAnnotation';
import type { HistoryRow } from '../../lib/store/rows';
import { readShown } from '../../lib/store/tabPapers';
import { createEviction } from '../../lib/worker/eviction';
import { createHandlers, type LibraryHandlers } from '../../lib/worker/handlers';
import { clock, freshDatabase, HOUR, id, paper } from './support';

const origin = 'https://huggingface.co';
const CARD: Caller = { kind: 'card', tabId: 7, origin };
const PAGE: Caller = { kind: 'page' };

beforeEach(() => {
  fakeBrowser.reset();
  tabsAt(`${origin}/papers`);
});
afterEach(() => vi.restoreAllMocks());

function start() {
  const db = freshDatabase();
  const time = clock();
  const log = vi.fn();
  const handlers = createHandlers({ db, now: time.now, log });
  const ask = async <N extends keyof LibraryHandlers>(
    name: N,
    request: Request<N>,
    caller: Caller = CARD,
  ): Promise<Answer<N>> => {
    const result: Result<Answer<N>> = await handlers[name](request, caller);
    if (!result.ok) throw new Error(`${result.code}: ${result.detail}`);
    return result.value;
  };
  const show = (tabId: number, numbers: number[]) =>
    ask(
      'page.show',
      {
        listing: '/papers',
        ids: numbers.map(id),
        papers: numbers.map((n) => paper(n)),
        asks: ['annotation'],
      },
      { kind: 'card', tabId, origin },
    );
  return { db, time, log, handlers, ask, show };
}

const unseenSince2020: HistoryRow = {
  id: id(99),
  firstSeenAt: '2020-01-01T00:00:00.000Z',
  firstSeenOn: 'https://huggingface.co/papers',
  lastSeenAt: '2020-01-01T00:00:00.000Z',
  lastSeenOn: 'https://huggingface.co/papers',
};
/** A clock that has shown this time for long enough. */
const trust = (now: () => Date): Promise<void> =>
  fakeBrowser.storage.local.set({ clock: { trusted: now().getTime(), at: now().getTime() } });
/** Three tabs at an address; undefined where we may not know it. */
function tabsAt(url: string | undefined): void {
  const tabs = [7, 8, 9].map((id) => ({ id, ...(url && { url }) }));
  const query = async () => tabs as Browser.tabs.Tab[]; // no more of them is asked for
  vi.spyOn(fakeBrowser.tabs, 'query').mockImplementation(query as typeof fakeBrowser.tabs.query);
}
const badgeOf = (tabId: number) => fakeBrowser.action.getBadgeText({ tabId });

test('a paper is copied by what the library, the history or the sender knows of it', async () => {
  const { ask, show, handlers } = start();
  await show(7, [1]);
  expect(await ask('paper.copy', { id: id(1), as: 'markdown' })).toEqual({
    text: `[${paper(1).title}](https://huggingface.co/papers/${id(1).slice('arxiv:'.length)})`,
  });
  await ask('annotation.patch', { id: id(2), patch: { starred: true }, paper: paper(2) });
  expect((await ask('paper.copy', { id: id(2), as: 'bibtex' })).text).toContain(paper(2).title);
  const told = { id: id(3), as: 'citation', paper: paper(3) } as const;
  expect((await ask('paper.copy', told)).text).toContain(paper(3).title);
  expect(await handlers['paper.copy']({ id: id(3), as: 'link' }, CARD)).toMatchObject({
    ok: false,
    code: 'missing',
  });
});

test('of a tab in a private window nothing is remembered but what the reader says there', async () => {
  const { db, ask, show } = start();
  await show(7, [1]);
  await ask('annotation.patch', { id: id(1), patch: { starred: true } });
  const before = await Promise.all([db.history.toArray(), db.papers.toArray()]);
  const secret: Caller = { kind: 'card', tabId: 8, origin, isPrivate: true };
  const papers = [{ ...paper(1), title: 'Told in private' }, paper(2), paper(3)];
  const shown = await ask(
    'page.show',
    { listing: '/papers', ids: [id(1), id(2), id(3)], papers, asks: ['annotation'] },
    secret,
  );
  expect(shown.papers[id(1)]?.annotation?.starred).toBe(true);
  expect(await Promise.all([db.history.toArray(), db.papers.toArray()])).toEqual(before);
  expect(await readShown(8)).toMatchObject({ ids: [id(1), id(2), id(3)], isPrivate: true });

  await ask('annotation.patch', { id: id(2), patch: { note: 'x' }, paper: paper(2) }, secret);
  expect((await db.papers.toArray()).map((row) => row.id)).toEqual([id(1), id(2)]);
  expect(await db.history.toArray()).toEqual(before[0]);
});

test('the badge counts the papers of a tab that are in the library, in every tab that shows them', async () => {
  const { ask, show, log } = start();
  await show(7, [1, 2, 3]);
  await show(8, [3, 4]);
  await ask('annotation.patch', { id: id(3), patch: { starred: true } });
  await ask('annotation.patch', { id: id(1), patch: { note: 'x' } });
  await vi.waitFor(async () => {
    expect([await badgeOf(7), await badgeOf(8)]).toEqual(['2', '1']);
  });
  await show(9, [1, 4]);
  await vi.waitFor(async () => expect(await badgeOf(9)).toBe('1'));
  await ask('annotation.patch', { id: id(3), patch: { starred: false } });
  await vi.waitFor(async () => {
    expect([await badgeOf(7), await badgeOf(8), await badgeOf(9)]).toEqual(['1', '', '1']);
  });
  expect(log).not.toHaveBeenCalled();
});

test('what a tab shows is remembered; a tab without a listing is forgotten and has no badge', async () => {
  const { ask, show } = start();
  await ask('annotation.patch', { id: id(1), patch: { starred: true }, paper: paper(1) });
  await show(7, [1, 2]);
  expect(await readShown(7)).toEqual({ origin, listing: '/papers', ids: [id(1), id(2)] });
  await vi.waitFor(async () => expect(await badgeOf(7)).toBe('1'));
  await show(7, []);
  expect(await readShown(7)).toBeNull();
  await vi.waitFor(async () => expect(await badgeOf(7)).toBe(''));
});

test('a long list that is told in parts is remembered whole, whichever part comes again', async () => {
  const { ask } = start();
  await ask('annotation.patch', { id: id(5), patch: { starred: true }, paper: paper(5) });
  const tell = (from: number, ids: number[], of: number) =>
    ask('page.show', {
      listing: '/papers',
      ids: ids.map(id),
      papers: [],
      from,
      of,
      asks: ['annotation'],
    });
  const answers = await Promise.all([tell(0, [1, 2], 5), tell(2, [3, 4], 5), tell(4, [5], 5)]);
  expect(answers.map(({ papers }) => Object.keys(papers))).toEqual([[], [], [id(5)]]);
  expect((await readShown(7))?.ids).toEqual([1, 2, 3, 4, 5].map(id));
  await vi.waitFor(async () => expect(await badgeOf(7)).toBe('1'));
  await tell(2, [6, 4], 5);
  expect((await readShown(7))?.ids).toEqual([1, 2, 6, 4, 5].map(id));
  await tell(2, [6], 3);
  expect((await readShown(7))?.ids).toEqual([1, 2, 6].map(id));
});

test('a tab that cannot be remembered is answered all the same', async () => {
  const { ask, show, log } = start();
  await ask('annotation.patch', { id: id(1), patch: { starred: true }, paper: paper(1) });
  vi.spyOn(fakeBrowser.storage.session, 'set').mockRejectedValue(new Error('QUOTA_BYTES'));
  const { papers } = await show(7, [1, 2]);
  expect(papers[id(1)]?.annotation?.starred).toBe(true);
  expect(log).toHaveBeenCalledWith('remembering', expect.any(Error));
});

test('a history that cannot be written keeps nobody from what is stored', async () => {
  const { db, ask, show } = start();
  await ask('annotation.patch', { id: id(1), patch: { starred: true }, paper: paper(1) });
  vi.spyOn(db.papers, 'bulkPut').mockRejectedValue(new DOMException('full', 'QuotaExceededError'));
  const { papers } = await show(7, [1, 2]);
  expect(papers[id(1)]?.annotation?.starred).toBe(true);
});

test('a card is told little of a large annotation, and all of it when it asks for that', async () => {
  const { ask, show } = start();
  const tags = Array.from({ length: 900 }, (_, n) => `${'t'.repeat(90)} ${n}`);
  const note = 'a long note '.repeat(100_000);
  await ask('annotation.patch', { id: id(1), patch: { addTags: tags, note }, paper: paper(1) });
  const { papers: shown } = await show(7, [1]);
  const { papers: asked } = await ask('page.ask', { ids: [id(1)], asks: ['annotation'] });
  for (const papers of [shown, asked]) {
    expect(JSON.stringify(papers).length).toBeLessThan(5_000);
    expect(papers[id(1)]?.annotation).toMatchObject({ more: 880, note: note.slice(0, 300) });
  }
  const { annotations: whole } = await ask('annotations.get', { ids: [id(1)] });
  expect(whole[id(1)]).toMatchObject({ note });
  expect(whole[id(1)]?.tags).toHaveLength(900);
});

test('a page is told what its features ask for, about each paper that its message names', async () => {
  const { ask } = start();
  const told = { ...paper(1), title: String.raw`\textbf{Attention} in $O(n^2)$` };
  await ask('annotation.patch', { id: id(1), patch: { starred: true }, paper: told });
  const show = (asks: Asked[]) =>
    ask('page.show', { listing: '/papers', ids: [id(2)], papers: [told], asks });
  expect(await show([])).toEqual({ papers: {} });
  expect(await show(['title'])).toEqual({ papers: { [id(1)]: { title: 'Attention in O(n²)' } } });
  expect((await show(['annotation', 'title'])).papers[id(1)]).toEqual({
    annotation: expect.objectContaining({ starred: true }),
    title: 'Attention in O(n²)',
  });
});

test('a page is told which papers were seen: in sight anywhere, or in the library', async () => {
  const { ask, show } = start();
  await show(7, [1, 2, 3]);
  await ask('annotation.patch', { id: id(3), patch: { note: 'mine' }, paper: paper(3) });
  await ask('papers.see', { papers: [{ id: id(1), seconds: 2 }] });
  const elsewhere: Caller = { kind: 'card', tabId: 9, origin: 'https://arxiv.org' };
  const asked = { ids: [1, 2, 3].map(id), asks: ['seen'] } satisfies Request<'page.ask'>;
  const answer = ([first, second, third]: boolean[]) => ({
    papers: { [id(1)]: { seen: first }, [id(2)]: { seen: second }, [id(3)]: { seen: third } },
  });
  expect(await ask('page.ask', asked, elsewhere)).toEqual(answer([true, false, true]));
  await ask('papers.unsee', { ids: [id(1)] }, elsewhere);
  expect(await ask('page.ask', asked)).toEqual(answer([false, false, true]));
});

test('what a private window has in sight is not remembered', async () => {
  const { db, ask, show } = start();
  await show(7, [1]);
  const papers = [{ id: id(1), seconds: 2 }];
  await ask('papers.see', { papers }, { kind: 'card', tabId: 7, origin, isPrivate: true });
  expect(await db.sights.count()).toBe(0);
  await ask('papers.see', { papers });
  expect(await db.sights.count()).toBe(1);
});

test('every change is announced after it was stored: the id of a patch, "all" of an import', async () => {
  const { db, ask } = start();
  const heard: unknown[] = [];
  const stop = new AbortController();
  onChange((change) => heard.push(change), stop.signal);
  const { undo } = await ask('annotation.patch', {
    id: id(1),
    patch: { starred: true },
    paper: paper(1),
  });
  await ask('step.undo', { step: undo ?? 0 }, PAGE);
  await ask('import.apply', { import: 'i' }, PAGE);
  await vi.waitFor(() => expect(heard).toEqual([[id(1)], [id(1)], 'all']));
  expect(await db.bookmarks.count()).toBe(0);
  stop.abort();
});

test('a paper and a step that are not there are missing', async () => {
  const { handlers } = start();
  expect(
    await handlers['annotation.patch']({ id: id(1), patch: { starred: true } }, CARD),
  ).toMatchObject({ ok: false, code: 'missing' });
  expect(await handlers['step.undo']({ step: 1 }, PAGE)).toMatchObject({ code: 'missing' });
});

test('the history is evicted after a page is shown, by the policy that was set', async () => {
  const { db, ask, show, time } = start();
  await trust(time.now);
  await ask('cache.policy', { policy: { maxAgeDays: 2, maxPapers: 100 } }, PAGE);
  expect(await readSetting('history')).toEqual({ maxAgeDays: 2, maxPapers: 100 });
  await db.history.put(unseenSince2020);
  await show(7, [1]);
  await vi.waitFor(async () =>
    expect(await db.history.toCollection().primaryKeys()).toEqual([id(1)]),
  );
});

test('the history is evicted at most once an hour, also by a worker that was stopped in between', async () => {
  const { db, time } = start();
  await trust(time.now);
  const evictWhenDue = createEviction(db, time.now);
  await evictWhenDue();
  await db.history.put(unseenSince2020);
  time.pass(HOUR - 1);
  await evictWhenDue();
  await createEviction(db, time.now)();
  expect(await db.history.count()).toBe(1);
  time.pass(1);
  await evictWhenDue();
  expect(await db.history.count()).toBe(0);
});

test('a tab that was closed is forgotten at the next change', async () => {
  const { ask, show, log } = start();
  await show(7, [1]);
  await vi.waitFor(async () => expect(await badgeOf(7)).toBe(''));
  vi.spyOn(fakeBrowser.action, 'setBadgeText').mockRejectedValue(new Error('No tab with id: 7.'));
  await ask('annotation.patch', { id: id(1), patch: { starred: true } });
  await vi.waitFor(async () => expect(await readShown(7)).toBeNull());
  expect(log).not.toHaveBeenCalled();
});

test.each([undefined, 'https://example.org/papers'])(
  'a tab that went to %s without a word is forgotten at the next change, and has no badge',
  async (url) => {
    const { ask, show } = start();
    await show(7, [1]);
    tabsAt(url);
    const setText = vi.spyOn(fakeBrowser.action, 'setBadgeText');
    await ask('annotation.patch', { id: id(1), patch: { starred: true } });
    await vi.waitFor(async () => expect(await readShown(7)).toBeNull());
    expect(setText).not.toHaveBeenCalledWith(expect.objectContaining({ text: '2' }));
  },
);

test('limits of the history that cannot be read are the initial ones', async () => {
  await fakeBrowser.storage.local.set({
    'settings.history': { maxAgeDays: 'ever', maxPapers: -1 },
  });
  expect(await readSetting('history')).toEqual({ maxAgeDays: 365, maxPapers: 20_000 });
});

test('clearing the history leaves the library', async () => {
  const { db, ask, show } = start();
  await show(7, [1, 2]);
  await ask('annotation.patch', { id: id(1), patch: { starred: true } });
  expect(await ask('cache.clear', {}, PAGE)).toEqual({ evicted: 2 });
  expect(await db.history.count()).toBe(0);
  expect(await db.papers.toArray()).toEqual([{ id: id(1), paper: paper(1) }]);
});

test('what a worker wrote and could tell nobody of, because it died, is announced by the next one', async () => {
  const { db, time, log } = start();
  await patchAnnotation(db, { id: id(1), patch: { starred: true }, paper: paper(1) }, time.now);
  const heard: unknown[] = [];
  const stop = new AbortController();
  onChange((change) => heard.push(change), stop.signal);
  createHandlers({ db, now: time.now, log });
  await expect.poll(() => heard).toEqual([[id(1)]]);
  stop.abort();
});

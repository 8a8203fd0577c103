import { beforeEach, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { failure } from '../../lib/messages/result';
import { paperIdFromUrl } from '../../lib/papers/addresses';
import { paperAt } from '../../lib/sites/paperPages';
import { showPapers } from '../../lib/store/commands/showPapers';
import { rememberPart } from '../../lib/store/tabPapers';
import { createHandlers } from '../../lib/worker/handlers';
import { createMenuClicks } from '../../lib/worker/menuClicks';
import { createOnButton } from '../../lib/worker/onButton';
import { createPaperActs } from '../../lib/worker/paperActs';
import { COMMANDS, createShortcuts, type FrontTab } from '../../lib/worker/shortcuts';
import { clock, freshDatabase, id, paper } from './support';

const ID = id(1);
const BARE = ID.slice('arxiv:'.length);
const PAGE = `https://arxiv.org/abs/${BARE}v2`;
const badge = (tabId = 7): Promise<string> => fakeBrowser.action.getBadgeText({ tabId });

beforeEach(() => {
  fakeBrowser.reset();
  vi.restoreAllMocks();
});

function start() {
  const db = freshDatabase();
  const { now } = clock();
  const log = vi.fn();
  const handlers = createHandlers({ db, now, log });
  const waiting: (() => void)[] = [];
  const button = createOnButton(db, log, (work) => waiting.push(work));
  const acts = createPaperActs(handlers, button);
  const pages = { openLibrary: vi.fn(), openSettings: vi.fn(), openPopup: vi.fn() };
  const tagsOf = (of: string): string => `#tags of ${of}`;
  const click = createMenuClicks({ acts, button, pages, paperOfLink: paperIdFromUrl, tagsOf });
  const shortcut = createShortcuts({ acts, pages, paperAt });
  let front: FrontTab | undefined;
  const press = (command: string) => shortcut(command, front);
  const annotation = async () => (await db.bookmarks.get(ID))?.annotation;
  const atTab = (url: string | undefined): void => {
    front = { id: 7, url };
    const tab = { id: 7, ...(url !== undefined && { url }) };
    vi.spyOn(fakeBrowser.tabs, 'query').mockResolvedValue([tab] as never); // what is read of it
  };
  return { db, now, handlers, acts, pages, click, press, annotation, atTab, waiting };
}

test.each([
  ['a page', PAGE],
  ['a PDF', `https://arxiv.org/pdf/${BARE}`],
  ['the page on another site', `https://huggingface.co/papers/${BARE}`],
])('a key stars the paper of the tab, on %s, and takes the star away', async (_, url) => {
  const { press, annotation, atTab } = start();
  atTab(url);
  await press(COMMANDS.star);
  expect(await annotation()).toMatchObject({ starred: true });
  await press(COMMANDS.star);
  expect((await annotation())?.starred ?? false).toBe(false);
});

test('a key marks it as to read, and takes that away', async () => {
  const { press, annotation, atTab } = start();
  atTab(PAGE);
  await press(COMMANDS.toRead);
  expect(await annotation()).toMatchObject({ status: 'to-read', starred: false });
  await press(COMMANDS.toRead);
  expect((await annotation())?.status ?? null).toBeNull();
});

test.each([
  ['a listing', 'https://arxiv.org/list/cs.CL/new'],
  ['a page that we may not read', undefined],
])('on %s a key for a paper opens the popup', async (_, url) => {
  const { press, pages, atTab, db } = start();
  atTab(url);
  await press(COMMANDS.star);
  await press(COMMANDS.toRead);
  expect(pages.openPopup).toHaveBeenCalledTimes(2);
  void press(COMMANDS.star);
  expect(pages.openPopup).toHaveBeenCalledTimes(3); // at once, while the browser takes it for the reader's key
  expect(await db.bookmarks.count()).toBe(0);
});

test('the library has a key', async () => {
  const { press, pages } = start();
  await press(COMMANDS.openLibrary);
  expect(pages.openLibrary).toHaveBeenCalledWith();
});

test('the menu of a link stars its paper, whose title comes from the history', async () => {
  const { db, now, click, annotation } = start();
  await showPapers(db, { address: PAGE, ids: [ID], papers: [paper(1)] }, now);
  await click({ menuItemId: 'link.star', linkUrl: PAGE }, 7);
  expect(await annotation()).toMatchObject({ starred: true });
  expect((await db.papers.get(ID))?.paper).toEqual(paper(1));
});

test('of a paper that is not known the title is met next', async () => {
  const { db, now, click } = start();
  await click({ menuItemId: 'link.toRead', linkUrl: `https://arxiv.org/pdf/${BARE}v1.pdf` }, 7);
  expect((await db.papers.get(ID))?.paper.title).toBe(`arXiv ${BARE}`);
  expect(await db.history.count()).toBe(0);
  await showPapers(db, { address: PAGE, ids: [ID], papers: [paper(1)] }, now);
  expect((await db.papers.get(ID))?.paper).toEqual(paper(1));
});

test('starring in the menu never takes a star away', async () => {
  const { click, annotation } = start();
  await click({ menuItemId: 'link.star', linkUrl: PAGE }, 7);
  await click({ menuItemId: 'link.star', linkUrl: PAGE }, 7);
  expect(await annotation()).toMatchObject({ starred: true });
});

test('a link that only looks like a paper is said on the button, and nothing changes', async () => {
  const { db, click } = start();
  await click({ menuItemId: 'link.star', linkUrl: 'https://arxiv.org/abs/none' }, 7);
  expect(await badge()).toBe('!');
  expect(await fakeBrowser.action.getTitle({ tabId: 7 })).toBe('buttonSays');
  expect(await db.bookmarks.count()).toBe(0);
});

test('what is done says so on the button for a moment, then the button is as before', async () => {
  const { click, waiting } = start();
  await click({ menuItemId: 'link.star', linkUrl: PAGE }, 7);
  expect(await badge()).toBe('✓');
  for (const work of waiting) work();
  await expect.poll(() => badge()).toBe('');
});

test('a tab that shows the paper says so by itself', async () => {
  const { click, waiting, atTab } = start();
  atTab(PAGE);
  const { origin, pathname } = new URL(PAGE);
  await rememberPart(7, { origin, listing: pathname, ids: [ID] }, 0, 1);
  await click({ menuItemId: 'link.star', linkUrl: PAGE }, 7);
  expect(waiting).toEqual([]);
  await expect.poll(() => badge()).toBe('★');
});

test('what could not be saved is said on the button', async () => {
  const { click, handlers } = start();
  handlers['annotation.patch'] = async () => failure('full', 'disk');
  await click({ menuItemId: 'link.star', linkUrl: PAGE }, 7);
  expect(await badge()).toBe('!');
});

test('"Tag…" opens the library at the tags of the paper, and keeps nothing by itself', async () => {
  const { db, click, pages } = start();
  await click({ menuItemId: 'link.tag', linkUrl: PAGE }, 7);
  expect(pages.openLibrary).toHaveBeenCalledWith(`#tags of ${ID}`);
  expect(await db.papers.count()).toBe(0);
});

test('a paper is copied in the frame where the reader clicked', async () => {
  const { click } = start();
  const put = vi.fn(async () => [{ frameId: 3, documentId: '', result: true }]);
  Object.assign(fakeBrowser.scripting, { executeScript: put });
  await click({ menuItemId: 'link.copy.link', linkUrl: PAGE, frameId: 3 }, 7);
  expect(put).toHaveBeenCalledWith(
    expect.objectContaining({
      target: { tabId: 7, frameIds: [3] },
      args: [`https://huggingface.co/papers/${BARE}`],
    }),
  );
  expect(await badge()).toBe('✓');
});

test('a page that lets nothing be copied is said on the button', async () => {
  const { click } = start();
  Object.assign(fakeBrowser.scripting, { executeScript: async () => [{ result: false }] });
  await click({ menuItemId: 'link.copy.bibtex', linkUrl: PAGE }, 7);
  expect(await badge()).toBe('!');
});

test.each([
  ['button.library', 'openLibrary', []],
  ['button.import', 'openSettings', ['import']],
  ['button.export', 'openSettings', ['export']],
  ['button.settings', 'openSettings', []],
] as const)('the menu of the button: %s', async (menuItemId, opens, args) => {
  const { click, pages } = start();
  await click({ menuItemId }, undefined);
  expect(pages[opens]).toHaveBeenCalledWith(...args);
});

test.each(['link.constructor', 'button.toString', 'copy', 7])(
  'an entry that is not ours does nothing: %s',
  async (menuItemId) => {
    const { db, click, pages } = start();
    await click({ menuItemId, linkUrl: PAGE }, 7);
    expect(await db.bookmarks.count()).toBe(0);
    for (const opened of Object.values(pages)) expect(opened).not.toHaveBeenCalled();
  },
);

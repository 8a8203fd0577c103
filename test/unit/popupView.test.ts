import { beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { failure } from '../../lib/messages/result';
import type { PaperId } from '../../lib/papers/ids';
import type { Shown } from '../../lib/store/tabPapers';
import { setTexts } from '../../lib/text/text';
import { createPopup, type Popup, type Tab } from '../../lib/views/popup';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { fakeSearch } from '../fakes/searching';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const C = 'arxiv:2504.00003' as const;

let library: FakeLibrary;
let shown: Shown | null;
let choice: Exclude<Tab, 'fit'> | null;
let view: Popup;

function create(): Popup {
  const popup = createPopup({
    reader: library.reader,
    source: fakeSearch(library),
    send: library.send,
    readListing: () => Promise.resolve(shown),
    choice: {
      read: () => choice,
      write: (tab) => {
        choice = tab;
      },
    },
    now: () => new Date('2026-05-01T00:00:00Z'),
  });
  library.onChange = popup.changed;
  return popup;
}

/** Lets everything that is under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 10; turn++) await new Promise((resolve) => setTimeout(resolve));
}

const ids = (): PaperId[] => view.state().list.ids;
const title = (id: PaperId): string | undefined => view.paper(id)?.paper.title;

// What the popup loads later is there when it is asked for.
beforeAll(() => import('../../lib/views/understanding'));

beforeEach(() => {
  library = fakeLibrary();
  shown = null;
  choice = null;
  library.add({ id: A, title: 'Alpha' });
  library.add({ id: B, title: 'Beta' }, { tags: ['rl'] });
  library.add({ id: C, title: 'Gamma', publishedAt: '2025-01-01' }, { note: 'alpha inside' });
  view = create();
});

describe('what opens first', () => {
  test.each<[string, PaperId[] | null, typeof choice, Tab]>([
    ['elsewhere', null, null, 'list'],
    ['elsewhere, though "On this page" was chosen on a listing', null, 'page', 'list'],
    ['on a listing with a paper that is not in the library', [A, 'arxiv:2504.00009'], null, 'page'],
    ['on a listing whose papers are all in the library', [A, B], null, 'list'],
    [
      'on a listing with new papers, after the list was chosen',
      ['arxiv:2504.00009'],
      'list',
      'list',
    ],
    ['on a listing without new papers, after the page was chosen', [A], 'page', 'page'],
  ])('%s', async (_, listing, chosen, expected) => {
    library.history.set('arxiv:2504.00009', { id: 'arxiv:2504.00009', title: 'New', authors: [] });
    shown = listing && { origin: 'https://huggingface.co', listing: '/papers', ids: listing };
    choice = chosen;
    await view.open();
    expect(view.state().tab).toBe(expected);
  });

  test('a choice is remembered on listings alone', async () => {
    await view.open();
    view.pick('page');
    expect(choice).toBeNull();
    shown = { origin: 'https://huggingface.co', listing: '/papers', ids: [A] };
    await view.listingChanged();
    view.pick('page');
    expect(choice).toBe('page');
  });
});

test('the first screen is the newest stars, and nothing else is read for it', async () => {
  const asked: string[] = [];
  const { reader } = library;
  library.reader = {
    ...reader,
    first: (count) => {
      asked.push(`first ${count}`);
      return reader.first(count);
    },
    count: () => Promise.reject(new Error('counted')),
    tags: () => Promise.reject(new Error('asked for tags')),
  };
  view = create();
  await view.open();
  expect(ids()).toEqual([C, B, A]);
  expect(asked).toEqual(['first 30']);
});

test('on this page: the listing’s order, starred or not; what nobody knows is left out', async () => {
  library.history.set('arxiv:2504.00009', { id: 'arxiv:2504.00009', title: 'New', authors: [] });
  shown = {
    origin: 'https://huggingface.co',
    listing: '/papers',
    ids: [B, 'arxiv:2504.00009', 'arxiv:2504.00010', A],
  };
  await view.open();
  expect(view.state().page.ids).toEqual([B, 'arxiv:2504.00009', A]);
  expect(view.paper('arxiv:2504.00009')?.bookmarked).toBe(false);
  view.patch('arxiv:2504.00009', { starred: true });
  await settle();
  expect(ids()[0]).toBe('arxiv:2504.00009');
  expect(view.state().total).toBe(4);
});

test('a search finds in titles and notes, and the newest query wins', async () => {
  await view.open();
  view.narrow({ filter: { query: 'gam' } });
  view.narrow({ filter: { query: 'alpha' } });
  await settle();
  expect(ids()).toEqual([C, A]);
  expect(view.state().list.matches).toBe(2);
  view.narrow({ filter: { query: '' } });
  await settle();
  expect(ids()).toEqual([C, B, A]);
});

test.each([
  ['starred', [C, B, A]],
  ['title', [A, B, C]],
  ['published', [C, A, B]],
] as const)('sorted by %s', async (sort, expected) => {
  await view.open();
  view.narrow({ sort });
  await settle();
  expect(ids()).toEqual(expected);
});

test('a long list is read in parts, each paper once', async () => {
  for (let n = 0; n < 250; n++) library.add({ id: `arxiv:2505.${10_000 + n}` });
  await view.open();
  const lengths = [ids().length];
  while (view.state().list.more) {
    view.more();
    await settle();
    lengths.push(ids().length);
  }
  expect(lengths).toEqual([30, 100, 200, 253]);
  expect(new Set(ids()).size).toBe(253);
});

test('so is a long search result', async () => {
  for (let n = 0; n < 250; n++)
    library.add({ id: `arxiv:2505.${10_000 + n}`, title: `Found ${n}` });
  await view.open();
  view.narrow({ filter: { query: 'found' } });
  await settle();
  await settle();
  expect(ids()).toHaveLength(30);
  expect(view.state().list.matches).toBe(250);
  while (view.state().list.more) {
    view.more();
    await settle();
  }
  expect(ids().map(title)).toEqual(Array.from({ length: 250 }, (_, n) => `Found ${249 - n}`));
});

describe('changes made elsewhere', () => {
  test('a new star comes in at its place, a removed one goes', async () => {
    await view.open();
    library.history.set('arxiv:2504.00009', { id: 'arxiv:2504.00009', title: 'New', authors: [] });
    await library.change('arxiv:2504.00009', { starred: true });
    await library.change(A, { starred: false });
    expect(ids()).toEqual(['arxiv:2504.00009', C, B]);
    expect(view.state().total).toBe(3);
  });

  test('tags appear in the row and in the filter', async () => {
    await view.open();
    await library.change(A, { addTags: ['agents'] });
    expect(view.paper(A)?.annotation.tags).toEqual(['agents']);
    expect(view.state().tags.map(({ tag }) => tag)).toEqual(['agents', 'rl']);
  });

  test('with a search: what fits now comes, what fits no more goes', async () => {
    await view.open();
    view.narrow({ filter: { query: 'alpha' } });
    await settle();
    await library.change(B, { note: 'as in alpha' });
    await library.change(C, { note: '' });
    expect(new Set(ids())).toEqual(new Set([A, B]));
    expect(view.state().list.matches).toBe(2);
  });

  test('the row whose editor is open stays, until it closes', async () => {
    await view.open();
    view.edit(A, 'note');
    await library.change(A, { starred: false });
    expect(ids()).toEqual([C, B, A]);
    await view.changed('all');
    expect(ids()).toEqual([C, B, A]);
    view.closeEditor();
    await settle();
    expect(ids()).toEqual([C, B]);
  });
});

describe('edits', () => {
  test('are shown before they are stored', async () => {
    await view.open();
    let open = (): void => {};
    library.gate = new Promise((resolve) => {
      open = resolve;
    });
    view.patch(B, { status: 'read' });
    expect(view.paper(B)?.annotation.status).toBe('read');
    expect(view.paper(B)?.saving).toBe(true);
    open();
    await settle();
    expect(view.paper(B)?.saving).toBe(false);
    expect(library.bookmarks.get(B)?.annotation.status).toBe('read');
  });

  test('say what they did, a status by its name', async () => {
    setTexts(
      (key, parts) => [key, ...parts].join(' '),
      () => 'en',
    );
    onTestFinished(() =>
      setTexts(
        (key) => key,
        () => 'en',
      ),
    );
    view.patch(A, { starred: false });
    await expect.poll(() => view.state().said.text).toMatch(/^unstarredSaid /);
    view.patch(A, { status: 'reading' });
    await expect.poll(() => view.state().said.text).toMatch(/^statusSaid statusReading /);
    view.patch(A, { status: null });
    await expect.poll(() => view.state().said.text).toMatch(/^statusSaid statusNone /);
  });

  test('that fail are taken back, and said', async () => {
    await view.open();
    library.failWith = failure('full', 'QuotaExceededError');
    view.patch(A, { starred: false });
    expect(ids()).toEqual([C, B]);
    await settle();
    expect(ids()).toEqual([C, B, A]);
    expect(view.paper(A)?.annotation.starred).toBe(true);
    expect(view.state().toast).toMatchObject({ kind: 'error', text: 'notSavedFull' });
    library.failWith = null;
    view.state().toast?.action?.run();
    await settle();
    expect(library.bookmarks.has(A)).toBe(false);
  });

  test('a note that could not be saved stays as it was typed, and can be saved again', async () => {
    await view.open();
    library.failWith = failure('storage', '');
    view.patch(A, { note: 'precious' });
    await settle();
    expect(view.paper(A)?.annotation.note).toBe('precious');
    library.failWith = null;
    view.state().toast?.action?.run();
    await settle();
    expect(library.bookmarks.get(A)?.annotation.note).toBe('precious');
  });

  test('of a row keep it in its place', async () => {
    await view.open();
    view.patch(B, { starred: false });
    await settle();
    expect(ids()).toEqual([C, B, A]);
    view.narrow({ filter: { status: 'none' } });
    await settle();
    view.patch(B, { status: 'read' });
    await settle();
    expect(ids()).toContain(B);
  });

  test('every text of a note that is typed is sent, in order, or replaced by a later one', async () => {
    await view.open();
    const typed = ['h', 'he', 'hel', 'hell', 'hello'];
    for (const note of typed) view.patch(A, { note });
    await settle();
    const notes = library.sent.map(
      ({ request }) => (request as { patch: { note: string } }).patch.note,
    );
    expect(notes).toEqual(['h', 'hello']);
    expect(library.bookmarks.get(A)?.annotation.note).toBe('hello');
  });

  test('what still waits is sent at once when the popup closes', async () => {
    await view.open();
    library.gate = new Promise(() => {}); // no answer ever comes
    view.patch(A, { note: 'h' });
    view.patch(A, { note: 'hello' });
    view.patch(A, { addTags: ['late'] });
    view.flush();
    expect(library.sent.map(({ request }) => (request as { patch: unknown }).patch)).toEqual([
      { note: 'h' },
      { note: 'hello' },
      { addTags: ['late'] },
    ]);
  });

  test('of a paper that is not in the library bring its facts along', async () => {
    const paper = { id: 'arxiv:2504.00009' as const, title: 'New', authors: [] };
    library.history.set(paper.id, paper);
    shown = { origin: 'https://huggingface.co', listing: '/papers', ids: [paper.id] };
    await view.open();
    view.patch(paper.id, { starred: true });
    view.patch(A, { starred: false });
    expect(library.sent.map(({ request }) => (request as { paper?: unknown }).paper)).toEqual([
      paper,
      undefined,
    ]);
  });
});

describe('undo', () => {
  test('brings back a paper whose last star was taken', async () => {
    await view.open();
    view.patch(B, { removeTags: ['rl'] });
    view.patch(B, { starred: false });
    await settle();
    expect(ids()).toEqual([C, A]);
    expect(view.state().toast).toMatchObject({ kind: 'done', text: 'unstarred' });
    view.state().toast?.action?.run();
    await settle();
    expect(ids()).toEqual([C, B, A]);
    expect(view.state().toast).toBeNull();
    expect(view.state().focus?.id).toBe(B);
  });

  test('brings back a removed bookmark with its note', async () => {
    await view.open();
    await view.remove(C);
    expect(ids()).toEqual([B, A]);
    expect(library.bookmarks.has(C)).toBe(false);
    await view.undo();
    expect(ids()).toEqual([C, B, A]);
    expect(view.paper(C)?.annotation.note).toBe('alpha inside');
  });

  test('goes back step by step, and says when there is none', async () => {
    await view.open();
    view.patch(A, { status: 'read' });
    view.patch(B, { status: 'reading' });
    await settle();
    await view.undo();
    expect(view.paper(B)?.annotation.status).toBeNull();
    await view.undo();
    expect(view.paper(A)?.annotation.status).toBeNull();
    await view.undo();
    expect(view.state().said.text).toBe('nothingToUndo');
  });

  test('a removal waits for what is being typed, so that nothing brings the paper back', async () => {
    await view.open();
    view.edit(C, 'note');
    view.patch(C, { note: 'a' });
    view.patch(C, { note: 'ab' });
    await view.remove(C);
    await settle();
    expect(library.bookmarks.has(C)).toBe(false);
    expect(view.state().editing).toBeNull();
    await view.undo();
    expect(library.bookmarks.get(C)?.annotation.note).toBe('ab');
  });

  test('a star taken while the editor is open is said, with undo, when it closes', async () => {
    await view.open();
    view.edit(A);
    view.patch(A, { starred: false });
    await settle();
    expect(view.state().toast).toBeNull();
    view.closeEditor();
    expect(view.state().toast).toMatchObject({ kind: 'done', text: 'unstarred' });
  });
});

test('a library that cannot be read says so, and is there after trying again', async () => {
  library.broken = true;
  await view.open();
  expect(view.state().list.phase).toBe('failed');
  library.broken = false;
  await view.open();
  expect(view.state().list.phase).toBe('ready');
  expect(ids()).toEqual([C, B, A]);
});

import { beforeEach, describe, expect, test } from 'vitest';
import { failure } from '../../../lib/messages/result';
import type { PaperId } from '../../../lib/papers/ids';
import { createLibrary, type Library } from '../../../lib/views/library/library';
import { type FakeLibrary, fakeLibrary } from '../../fakes/library';
import { type FakeSearch, fakeSearch } from '../../fakes/searching';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const C = 'arxiv:2504.00003' as const;
const H = 'arxiv:2504.00009' as const;

let library: FakeLibrary;
let search: FakeSearch;
/** The browser's history; the last one is shown. */
let hashes: string[];
let view: Library;

function create(hash = ''): Library {
  hashes = [hash];
  let jobs = 0;
  const made = createLibrary({
    reader: library.reader,
    source: search,
    send: library.send,
    place: {
      read: () => hashes.at(-1) ?? '',
      push: (next) => hashes.push(next),
      replace: (next) => {
        hashes[hashes.length - 1] = next;
      },
    },
    now: () => new Date('2026-05-01T00:00:00Z'),
    newJob: () => `job ${++jobs}`,
    onProgress: () => {},
  });
  library.onChange = made.changed;
  return made;
}

/** Lets everything that is under way come to its end. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 300; turn++) await Promise.resolve();
}

async function open(hash?: string): Promise<void> {
  view = create(hash);
  await view.open();
  view.want(0, 20);
  await view.readRest();
  await settle();
}

const titles = (): (string | undefined)[] =>
  Array.from({ length: view.state().results.length ?? 0 }, (_, place) => {
    const id = view.idAt(place);
    return id && view.paper(id)?.paper.title;
  });
const back = (): void => {
  hashes.pop();
  view.arrived();
};

beforeEach(() => {
  library = fakeLibrary();
  search = fakeSearch(library);
  library.add({ id: A, title: 'Alpha', publishedAt: '2024-01-01' });
  library.add({ id: B, title: 'Beta' }, { tags: ['rl'], status: 'to-read' });
  library.add({ id: C, title: 'Gamma', publishedAt: '2025-01-01' }, { note: 'alpha inside' });
  library.history.set(H, { id: H, title: 'Halo', authors: [] });
});

describe('opening', () => {
  test('shows the first bookmarks without a search, then counts', async () => {
    view = create();
    await view.open();
    expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
    expect(search.asked).toEqual([]);
    await view.readRest();
    expect(view.state()).toMatchObject({ bookmarks: 3, tags: [{ tag: 'rl', count: 1 }] });
    expect(view.state().results).toMatchObject({ total: 3, serial: 0 });
    expect(search.asked).toHaveLength(1);
  });

  test('at an address shows what the address says', async () => {
    await open('#/?scope=history&q=alpha&sort=title&paper=arxiv:2504.00001');
    expect(titles()).toEqual(['Alpha', 'Gamma']);
    expect(view.state().address).toMatchObject({ scope: 'history', paper: A });
    expect(search.asked).toHaveLength(1);
  });

  test('a library that cannot be read says so, and can be tried again', async () => {
    library.broken = true;
    search.broken = true;
    await open();
    expect(view.state().results.phase).toBe('failed');
    library.broken = false;
    search.broken = false;
    await view.open();
    await view.readRest();
    expect(view.state().results).toMatchObject({ phase: 'ready', total: 3 });
  });
});

describe('the address', () => {
  test('typing is one step back, however many keys it takes', async () => {
    await open();
    for (const query of ['a', 'al', 'alp']) view.type(query);
    await settle();
    expect(titles()).toEqual(['Gamma', 'Alpha']);
    back();
    await settle();
    expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
  });

  test('each other step is one, and back finds the same again', async () => {
    await open();
    view.go({ query: 'tag:rl' });
    view.go({ sort: 'title' });
    view.go({ scope: 'history' });
    await settle();
    expect(hashes.slice(1)).toEqual([
      '#/?q=tag%3Arl',
      '#/?q=tag%3Arl&sort=title',
      '#/?scope=history&q=tag%3Arl&sort=title',
    ]);
    back();
    back();
    await settle();
    expect(view.state().address).toMatchObject({ query: 'tag:rl', sort: 'starred' });
    expect(titles()).toEqual(['Beta']);
  });

  test('another scope has its own usual order', async () => {
    await open();
    view.go({ scope: 'history' });
    expect(view.address().sort).toBe('seen');
    view.go({ scope: 'bookmarks' });
    expect(view.address().sort).toBe('starred');
  });
});

describe('changes from elsewhere', () => {
  test('are shown, and the row where the keys act is the same paper', async () => {
    await open();
    view.activate(1);
    await library.change(H, { starred: true });
    await library.change(A, { addTags: ['new'] });
    await settle();
    expect(titles()).toEqual(['Halo', 'Gamma', 'Beta', 'Alpha']);
    expect(view.state().active).toBe(2);
    expect(view.state().bookmarks).toBe(4);
    expect(view.state().tags.map(({ tag }) => tag)).toEqual(['new', 'rl']);
    expect(view.paper(A)?.annotation.tags).toEqual(['new']);
  });

  test('when the paper where the keys act is gone, they act on the next', async () => {
    await open();
    view.activate(1);
    await view.remove(B);
    await settle();
    expect(titles()).toEqual(['Gamma', 'Alpha']);
    expect([view.state().active, view.idAt(1)]).toEqual([1, A]);
    await view.undo();
    await settle();
    expect([view.state().active, view.idAt(1)]).toEqual([1, B]);
  });
});

describe('a paper that is edited on show', () => {
  test('stays where it is though it no longer fits, until another search', async () => {
    await open('#/?q=is%3Aunread');
    expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
    view.patch(B, { status: 'read' });
    await settle();
    expect(view.state().results).toMatchObject({ total: 2, length: 3 });
    expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
    view.patch(C, { status: 'read' });
    await settle();
    expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
    view.go({ sort: 'title' });
    await settle();
    expect(titles()).toEqual(['Alpha']);
  });

  test('goes when it leaves the library', async () => {
    await open();
    view.patch(A, { starred: false });
    await settle();
    expect(titles()).toEqual(['Gamma', 'Beta']);
  });

  test('in the history it stays, starred or not', async () => {
    await open('#/?scope=history');
    view.patch(H, { starred: true });
    await settle();
    expect(library.bookmarks.get(H)?.annotation.starred).toBe(true);
    expect(titles()).toHaveLength(4);
  });
});

describe('many at once', () => {
  const chosen = (): PaperId[] =>
    [A, B, C, H].filter((id) => library.bookmarks.get(id)?.annotation.tags.includes('x'));

  test('all that fit, those out of sight too; one step takes all of it back', async () => {
    for (let n = 0; n < 300; n++) library.add({ id: `arxiv:2505.${10_000 + n}`, title: `P ${n}` });
    await open();
    view.choosing.all();
    view.choosing.toggle(0);
    expect(view.state().selected).toBe(302);
    await view.choosing.run({ patch: { addTags: ['x'] } });
    await settle();
    const tagged = () =>
      [...library.bookmarks.values()].filter(({ annotation }) => annotation.tags.includes('x'));
    expect(tagged()).toHaveLength(302);
    expect(library.sent.map(({ name }) => name)).toEqual(['annotations.patchMany']);
    expect(view.state().selected).toBe(302);
    await view.undo();
    await settle();
    expect(tagged()).toEqual([]);
    expect(view.state().tags.map(({ tag }) => tag)).toEqual(['rl']);
  });

  test('all of a list are done although the library changes at that moment, what has just come too', async () => {
    await open();
    view.choosing.all();
    const running = view.choosing.run({ patch: { addTags: ['x'] } });
    await library.change(H, { starred: true });
    await running;
    expect(view.state().toast?.kind).toBe('done');
    expect(chosen()).toEqual([A, B, C, H]);
  });

  test('an undo while it is under way takes it back, and nothing that was done before', async () => {
    await open();
    view.patch(A, { status: 'read' });
    await settle();
    let answer = (): void => {};
    library.gate = new Promise((resolve) => {
      answer = resolve;
    });
    view.choosing.all();
    void view.choosing.run({ patch: { addTags: ['x'] } });
    const undoing = view.undo();
    answer();
    await undoing;
    expect(chosen()).toEqual([]);
    expect(library.bookmarks.get(A)?.annotation.status).toBe('read');
  });

  test('nothing is done where another search takes the place of the chosen one', async () => {
    await open();
    view.choosing.all();
    void view.choosing.run({ patch: { addTags: ['x'] } });
    view.type('alpha');
    await settle();
    expect(chosen()).toEqual([]);
  });

  test('from one row to another, whichever way; another end replaces the first', async () => {
    await open();
    view.choosing.toggle(1);
    await view.choosing.extend(2, 1);
    expect(view.state().selected).toBe(2);
    await view.choosing.extend(0, 1);
    expect(view.state().selected).toBe(2);
    await view.choosing.run({ patch: { addTags: ['x'] } });
    expect(chosen()).toEqual([B, C]);
  });

  test('keys that come faster than answers: all that was chosen goes, and nothing stays chosen', async () => {
    await open();
    void view.choosing.extend(1, 0);
    void view.choosing.extend(2, 1);
    expect(view.state().selected).toBe(3);
    void view.choosing.run('remove');
    await settle();
    expect(titles()).toEqual([]);
    expect(view.state().selected).toBe(0);
  });

  test('rows that are still being read are chosen before anything is done, unless one chose again', async () => {
    for (let n = 0; n < 5_000; n++) library.add({ id: `arxiv:2505.${10_000 + n}`, title: 'P' });
    await open();
    view.choosing.toggle(0);
    void view.choosing.extend(4_000, 0);
    view.choosing.none();
    await settle();
    expect(view.state().selected).toBe(0);
    view.choosing.toggle(0);
    void view.choosing.extend(4_000, 0);
    await view.choosing.run('remove');
    expect(library.bookmarks.size).toBe(1_002);
  });

  test('what is chosen while others are being removed stays chosen, they do not', async () => {
    await open();
    view.choosing.toggle(0);
    void view.choosing.run('remove');
    await Promise.resolve();
    view.choosing.toggle(1);
    await settle();
    expect(view.state().selected).toBe(1);
  });

  test('what was removed is no longer selected, and comes back with Undo', async () => {
    await open();
    view.choosing.toggle(0);
    view.choosing.toggle(1);
    await view.choosing.run('remove');
    await settle();
    expect(titles()).toEqual(['Alpha']);
    expect(view.state().selected).toBe(0);
    view.state().toast?.action?.run();
    await settle();
    expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
  });

  test('nothing is selected in another search', async () => {
    await open();
    view.choosing.all();
    view.type('alpha');
    expect(view.state().selected).toBe(0);
  });

  test('a failure says so and offers to try again', async () => {
    await open();
    view.choosing.toggle(0);
    library.failWith = failure('full', 'QuotaExceededError');
    await view.choosing.run({ patch: { starred: false } });
    expect(view.state().toast?.kind).toBe('error');
    expect(view.state().selected).toBe(1);
    library.failWith = null;
    view.state().toast?.action?.run();
    await settle();
    expect(library.bookmarks.get(C)?.annotation.starred).toBe(false);
  });

  test('what was removed only when it was tried again is no longer selected either', async () => {
    await open();
    view.choosing.toggle(0);
    view.choosing.toggle(1);
    library.failWith = failure('full', 'QuotaExceededError');
    await view.choosing.run('remove');
    expect(view.state().selected).toBe(2);
    library.failWith = null;
    view.state().toast?.action?.run();
    await settle();
    expect(titles()).toEqual(['Alpha']);
    expect(view.state().selected).toBe(0);
  });

  test('where no answer came, trying again asks for the same command', async () => {
    await open();
    view.choosing.toggle(0);
    library.failWith = failure('unanswered', '-');
    await view.choosing.run('remove');
    view.state().toast?.action?.run();
    await settle();
    const jobs = library.sent.map(({ request }) => (request as { job: string }).job);
    expect(jobs).toEqual(['job 1', 'job 1']);
  });
});

test('a paper that could not be removed can be removed by trying again', async () => {
  await open();
  library.failWith = failure('full', 'QuotaExceededError');
  await view.remove(C);
  expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha']);
  library.failWith = null;
  view.state().toast?.action?.run();
  await settle();
  expect(titles()).toEqual(['Beta', 'Alpha']);
  expect(view.state().toast?.kind).toBe('done');
});

test('of a long list only what is in sight is read', async () => {
  for (let n = 0; n < 5_000; n++) library.add({ id: `arxiv:2505.${10_000 + n}`, title: `P ${n}` });
  await open();
  view.want(4_000, 4_030);
  await settle();
  expect(titles().filter((title) => title !== undefined).length).toBeLessThan(200);
  expect(view.paper(view.idAt(4_010) ?? A)?.paper.title).toBe('P 989');
});

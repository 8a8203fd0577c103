import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/annotation/annotation.css';
import '../../components/list/list.css';
import '../../components/tokens.css';
import '../../entrypoints/popup/popup.css';
import { Popup } from '../../entrypoints/popup/Popup';
import { failure } from '../../lib/messages/result';
import type { PaperId } from '../../lib/papers/ids';
import type { Shown } from '../../lib/store/shown';
import { createPopup, type Popup as PopupView } from '../../lib/views/popup';
import { type FakeLibrary, fakeLibrary } from '../fakes/library';
import { takeEnglishTexts } from './englishTexts';

const A = 'arxiv:2504.00001' as const;
const B = 'arxiv:2504.00002' as const;
const C = 'arxiv:2504.00003' as const;

let library: FakeLibrary;
let view: PopupView;
let shown: Shown | null;
let place: HTMLElement;
const onClose = vi.fn();

async function open(): Promise<void> {
  view = createPopup({
    reader: library.reader,
    send: library.send,
    readListing: () => Promise.resolve(shown),
    choice: { read: () => null, write: () => {} },
    now: () => new Date('2026-05-01T00:00:00Z'),
  });
  library.onChange = view.changed;
  render(
    <Popup
      view={view}
      onClose={onClose}
      onExport={() => {}}
      onImport={() => {}}
      onSettings={() => {}}
      onOpenInTab={() => {}}
    />,
    place,
  );
  await view.open();
  await expect.poll(() => view.state().total).not.toBeNull();
}

const titles = (): string[] =>
  [...place.querySelectorAll('.paper-title')].map((title) => title.textContent);
/** The title of the row that has the focus, or what else has it. */
const focused = (): string => {
  const { activeElement } = document;
  if (activeElement?.matches('.paper-row')) {
    return activeElement.querySelector('.paper-title')?.textContent ?? '';
  }
  return activeElement?.tagName.toLowerCase() ?? '';
};
const note = (): HTMLTextAreaElement => {
  const area = place.querySelector('textarea');
  if (!area) throw new Error('no note field');
  return area;
};
const stored = (id: PaperId) => library.bookmarks.get(id)?.annotation;

beforeEach(async () => {
  takeEnglishTexts();
  await page.viewport(400, 600);
  place = document.createElement('div');
  document.body.append(place);
  document.documentElement.lang = 'en';
  document.title = 'Asterism';
  shown = null;
  onClose.mockClear();
  library = fakeLibrary();
  library.add({
    id: A,
    title: 'Alpha <b>bold</b>',
    authors: ['Ada', 'Ben', 'Cy', 'Di', 'Ed'],
    authorCount: 7,
    publishedAt: '2026-04-16',
    githubRepo: 'https://github.com/a/b',
  });
  library.add(
    { id: B, title: 'Beta', organization: { name: 'x', fullname: 'X Labs' } },
    {
      tags: ['rl'],
      status: 'reading',
    },
  );
  library.add({ id: C, title: 'Gamma' }, { note: 'see alpha' });
});
afterEach(() => {
  render(null, place);
  place.remove();
  document.documentElement.style.colorScheme = '';
});

test('a row shows what is known of a paper, as text, with its links', async () => {
  await open();
  expect(titles()).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
  const row = page.getByRole('listitem', { name: 'Alpha <b>bold</b>' });
  await expect.element(row).toMatchTextContent(/Ada, Ben, Cy and 4 more/);
  await expect.element(row).toMatchTextContent(/Apr 16, 2026/);
  const link = (name: string) =>
    row
      .getByRole('link', { name: `${name}: Alpha <b>bold</b>` })
      .element()
      .getAttribute('href');
  expect(link('PDF')).toBe('https://arxiv.org/pdf/2504.00001');
  expect(link('arXiv')).toBe('https://arxiv.org/abs/2504.00001');
  expect(link('Code')).toBe('https://github.com/a/b');
  await row.getByRole('button', { name: 'and 4 more' }).click();
  await expect.element(row).toMatchTextContent(/Ada, Ben, Cy, Di, Ed show fewer and 2 more/);
  await expect.element(page.getByRole('listitem', { name: 'Beta' })).toMatchTextContent(/X Labs/);
});

test('rows tell their position in a list of which only a part exists', async () => {
  for (let n = 0; n < 500; n++)
    library.add({ id: `arxiv:2505.${10_000 + n}`, title: `Paper ${n}` });
  await open();
  for (let turn = 0; turn < 30; turn++) {
    scrollTo(0, document.documentElement.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await expect.element(page.getByText('Alpha <b>bold</b>')).toBeInTheDocument();
  const rows = [...place.querySelectorAll('.paper-row')];
  expect(rows.length).toBeLessThan(100);
  expect(rows.at(-1)?.getAttribute('aria-posinset')).toBe('503');
  expect(rows.at(-1)?.getAttribute('aria-setsize')).toBe('503');
  scrollTo(0, 0);
  await expect.poll(() => titles()[0]).toBe('Paper 499');
});

describe('keys', () => {
  test('move between rows and back to the search', async () => {
    await open();
    expect(focused()).toBe('input');
    await userEvent.keyboard('{ArrowDown}');
    expect(focused()).toBe('Gamma');
    await userEvent.keyboard('jj');
    expect(focused()).toBe('Alpha <b>bold</b>');
    await userEvent.keyboard('k');
    expect(focused()).toBe('Beta');
    await userEvent.keyboard('{Home}{ArrowUp}');
    expect(focused()).toBe('input');
    await userEvent.keyboard('{ArrowDown}{End}/');
    expect(focused()).toBe('input');
  });

  test('star, set a status, open the editor at a field, and close it', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}j');
    await userEvent.keyboard('3');
    await expect.poll(() => stored(B)?.status).toBe('read');
    await userEvent.keyboard('0');
    await expect.poll(() => stored(B)?.status).toBeNull();
    await userEvent.keyboard('s');
    await expect.poll(() => stored(B)?.starred).toBe(false);
    await userEvent.keyboard('n');
    await expect.poll(focused).toBe('textarea');
    await userEvent.keyboard('s3{Escape}');
    await expect.poll(focused).toBe('Beta');
    expect(stored(B)?.note).toBe('s3');
    await userEvent.keyboard('t');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('new tag{Enter}{Escape}');
    await expect.poll(() => stored(B)?.tags).toEqual(['new tag', 'rl']);
  });

  test('are letters while one types, and are left to the browser with a modifier', async () => {
    await open();
    await userEvent.keyboard('sj?1');
    expect(page.getByRole('searchbox').element()).toHaveProperty('value', 'sj?1');
    await userEvent.keyboard('{Escape}{ArrowDown}{Control>}s{/Control}');
    expect(library.sent).toEqual([]);
  });

  test('? shows all of them, Escape closes the list, then the popup', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}?');
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/Star or unstar/);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    expect(focused()).toBe('Gamma');
    expect(onClose).not.toHaveBeenCalled();
    await userEvent.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
  });

  test('every control of a row is reached by Tab', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}');
    const met: string[] = [];
    for (let turn = 0; turn < 9; turn++) {
      await userEvent.keyboard('{Tab}');
      met.push(
        document.activeElement?.getAttribute('aria-label') ??
          document.activeElement?.textContent ??
          '',
      );
    }
    expect(met.slice(0, 6)).toEqual([
      'Star paper: Gamma',
      'Gamma',
      'PDF: Gamma',
      'arXiv: Gamma',
      'see alpha',
      'Edit status, tags and note: Gamma',
    ]);
    expect(met[6]).toBe('Star paper: Beta');
  });
});

describe('removing', () => {
  test('an unstarred paper goes, the focus goes to the next, Undo brings it back', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}jj');
    await userEvent.keyboard('s');
    await expect.poll(titles).toEqual(['Gamma', 'Beta']);
    expect(focused()).toBe('Beta');
    await expect.element(page.getByText('Removed from the reading list.')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(titles).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
    await expect.poll(focused).toBe('Alpha <b>bold</b>');
  });

  test('Ctrl-Z takes the last step back', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}{Delete}');
    await expect.poll(titles).toEqual(['Beta', 'Alpha <b>bold</b>']);
    expect(focused()).toBe('Beta');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(titles).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
    expect(stored(C)?.note).toBe('see alpha');
  });

  test('the last paper leaves the focus in the search', async () => {
    library.bookmarks.clear();
    library.add({ id: A, title: 'Alone' });
    await open();
    await userEvent.keyboard('{ArrowDown}s');
    await expect.element(page.getByText('Your reading list is empty')).toBeInTheDocument();
    expect(focused()).toBe('input');
  });
});

describe('a note', () => {
  test('that is being typed is not disturbed by changes from elsewhere', async () => {
    await open();
    await page.getByRole('button', { name: 'Edit status, tags and note: Beta' }).click();
    note().focus();
    await userEvent.keyboard('first');
    const field = note();
    library.history.set('arxiv:2504.00009', { id: 'arxiv:2504.00009', title: 'New', authors: [] });
    await library.change('arxiv:2504.00009', { starred: true });
    await library.change(B, { note: 'from another tab', addTags: ['other'] });
    await library.change(B, { starred: false, status: null, removeTags: ['rl'] });
    await userEvent.keyboard(' and last');
    expect(titles()[0]).toBe('New');
    expect(note()).toBe(field);
    expect(document.activeElement).toBe(field);
    expect(field.value).toBe('first and last');
    await expect.poll(() => stored(B)?.note).toBe('first and last');
    expect(stored(B)?.tags).toEqual(['other']);
  });

  test('is complete although the popup closes in mid-word', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}j');
    library.gate = new Promise(() => {}); // the worker is slow: no answer comes any more
    await userEvent.keyboard('n');
    await expect.poll(focused).toBe('textarea');
    await userEvent.keyboard('unfinishe');
    view.flush();
    expect(library.sent.at(-1)?.request).toMatchObject({ id: B, patch: { note: 'unfinishe' } });
  });

  test('in a row is opened by a click on its beginning', async () => {
    await open();
    await page.getByText('see alpha').click();
    await expect.poll(focused).toBe('textarea');
  });
});

test('an edit that fails is taken back, said as an alert, and can be tried again', async () => {
  await open();
  library.failWith = failure('full', 'QuotaExceededError');
  const star = page.getByRole('button', { name: 'Star paper: Beta' });
  await star.click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/the disk is full/);
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  library.failWith = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
});

test('a search marks what it found, and says how much', async () => {
  await open();
  await userEvent.keyboard('alpha');
  await expect.poll(titles).toEqual(['Gamma', 'Alpha <b>bold</b>']);
  expect([...place.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
    'alpha',
    'Alpha',
  ]);
  await expect.element(page.getByText('2 papers found')).toBeInTheDocument();
  await userEvent.keyboard('zzz');
  await expect.element(page.getByText('No paper fits')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect.poll(() => titles().length).toBe(3);
});

test('a tag in a row filters by it', async () => {
  await open();
  await page.getByRole('button', { name: 'rl', exact: true }).click();
  await expect.poll(titles).toEqual(['Beta']);
  await expect.element(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('rl');
});

test('on this page: papers of the listing, to be starred there; filters apply, the order stays', async () => {
  library.history.set('arxiv:2504.00009', { id: 'arxiv:2504.00009', title: 'New', authors: [] });
  shown = { listing: '/papers', ids: [A, 'arxiv:2504.00009', C] };
  await open();
  await expect
    .element(page.getByRole('tab', { name: /On this page/ }))
    .toHaveAttribute('aria-selected', 'true');
  expect(titles()).toEqual(['Alpha <b>bold</b>', 'New', 'Gamma']);
  await page.getByRole('button', { name: 'Star paper: New' }).click();
  await expect.poll(() => stored('arxiv:2504.00009')?.starred).toBe(true);
  await page.getByRole('button', { name: 'Star paper: New' }).click();
  await expect.poll(() => stored('arxiv:2504.00009')).toBeUndefined();
  expect(titles()).toEqual(['Alpha <b>bold</b>', 'New', 'Gamma']);
  await userEvent.fill(page.getByRole('searchbox').element(), 'new');
  await expect.poll(titles).toEqual(['New']);
});

test('a library that cannot be read offers to try again', async () => {
  library.broken = true;
  await open().catch(() => {}); // its total never comes
  await expect
    .element(page.getByText('The library could not be read', { exact: true }))
    .toBeInTheDocument();
  library.broken = false;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect.poll(() => titles().length).toBe(3);
});

test('a message stays while it is looked at', async () => {
  await open();
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    view.show('done', 'Look');
    await vi.advanceTimersByTimeAsync(7_000);
    place.querySelector('.toast-bar')?.dispatchEvent(new PointerEvent('pointerenter'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(place.querySelector('.toast')?.textContent).toContain('Look');
    place.querySelector('.toast-bar')?.dispatchEvent(new PointerEvent('pointerleave'));
    await vi.advanceTimersByTimeAsync(7_900);
    expect(place.querySelector('.toast')).not.toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    expect(place.querySelector('.toast')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

describe.each(['light', 'dark'])('in the %s theme, no accessibility problem', (scheme) => {
  async function problems(): Promise<string[]> {
    document.documentElement.style.colorScheme = scheme;
    for (const animation of document.getAnimations()) animation.finish();
    const { violations } = await axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa', 'best-practice'],
    });
    return violations.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' | ')}`,
    );
  }

  test('in the list, with an open editor', async () => {
    await open();
    view.edit(B);
    view.narrow({ filter: { query: 'a' } });
    await expect.element(page.getByRole('button', { name: 'Done' })).toBeInTheDocument();
    scrollTo(0, document.documentElement.scrollHeight); // what is under a bar is too small a target
    expect(await problems()).toEqual([]);
  });

  test('in a message', async () => {
    await open();
    view.show('done', 'Removed', { text: 'Undo', run: () => {} });
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  test('in an error and an empty result', async () => {
    await open();
    view.narrow({ filter: { query: 'zzz' } });
    view.show('error', 'Not saved');
    await expect.element(page.getByText('No paper fits')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  test('in the list of shortcuts', async () => {
    await open();
    await userEvent.keyboard('{ArrowDown}?');
    expect(await problems()).toEqual([]);
  });
});

test.each([320, 400, 800])('%d pixels wide, nothing is cut off sideways', async (width) => {
  await page.viewport(width, 600);
  document.documentElement.dataset['place'] = width === 400 ? 'popup' : 'tab';
  library.add(
    { id: 'arxiv:2504.00010', title: 'Supercalifragilistic'.repeat(8) },
    { tags: ['t'.repeat(90)] },
  );
  await open();
  view.edit(B);
  await expect.poll(() => place.querySelector('textarea')).not.toBeNull();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

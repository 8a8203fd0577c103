import { expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { A, C, open, popupStage, stored, titles } from './popupStage';

const stage = popupStage();

test('a row shows what is known of a paper, as text, with its links', async () => {
  await open(stage);
  expect(titles(stage)).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
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
    stage.library.add({ id: `arxiv:2505.${10_000 + n}`, title: `Paper ${n}` });
  await open(stage);
  for (let turn = 0; turn < 30; turn++) {
    scrollTo(0, document.documentElement.scrollHeight);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
  await expect.element(page.getByText('Alpha <b>bold</b>')).toBeInTheDocument();
  const rows = [...stage.place.querySelectorAll('.paper-row')];
  expect(rows.length).toBeLessThan(100);
  expect(rows.at(-1)?.getAttribute('aria-posinset')).toBe('503');
  expect(rows.at(-1)?.getAttribute('aria-setsize')).toBe('503');
  scrollTo(0, 0);
  await expect.poll(() => titles(stage)[0]).toBe('Paper 499');
});

/** What is marked in the rows, in their order. */
const marked = (): string[] =>
  [...stage.place.querySelectorAll('mark')].map((mark) => mark.textContent);

test('a search marks what it found at once, and says how much', async () => {
  await open(stage);
  const atOnce: string[][] = [];
  const watching = new MutationObserver(() => {
    if (titles(stage).length === 2) atOnce.push(marked());
  });
  watching.observe(stage.place, { childList: true, subtree: true });
  await userEvent.fill(page.getByRole('searchbox'), 'alpha');
  await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Alpha <b>bold</b>']);
  watching.disconnect();
  expect(atOnce[0]).toEqual(['alpha', 'Alpha']);
  await expect.element(page.getByText('2 papers found')).toBeInTheDocument();
  await userEvent.keyboard('zzz');
  await expect.element(page.getByText('No matching papers')).toBeInTheDocument();
  await page.getByRole('button', { name: 'Clear search and filters' }).click();
  await expect.poll(() => titles(stage).length).toBe(3);
});

test.each([
  ['pi_0', '$\\pi_0$: A Vision Model', ['π₀']],
  ['pretrain', 'Scaling Pre-training', ['Pre-train']],
  ['caling', 'Scaling Pre-training', []],
])('a search for %j marks in %j what it found and nothing else', async (query, title, found) => {
  stage.library.add({ id: 'arxiv:2504.99999', title });
  await open(stage);
  await userEvent.keyboard(query);
  await expect.poll(marked).toEqual(found);
  await expect.poll(() => titles(stage).length).toBe(found.length);
});

test('a tag in a row filters by it', async () => {
  await open(stage);
  await page.getByRole('button', { name: 'rl', exact: true }).click();
  await expect.poll(() => titles(stage)).toEqual(['Beta']);
  await expect.element(page.getByRole('combobox', { name: 'Tag' })).toHaveValue('rl');
});

test('on this page: papers of the listing, to be starred there; filters apply, the order stays', async () => {
  stage.library.history.set('arxiv:2504.00009', {
    id: 'arxiv:2504.00009',
    title: 'New',
    authors: [],
  });
  stage.shown = {
    origin: 'https://huggingface.co',
    listing: '/papers',
    ids: [A, 'arxiv:2504.00009', C],
  };
  await open(stage);
  await expect
    .element(page.getByRole('tab', { name: /On this page/ }))
    .toHaveAttribute('aria-selected', 'true');
  expect(titles(stage)).toEqual(['Alpha <b>bold</b>', 'New', 'Gamma']);
  await page.getByRole('button', { name: 'Star paper: New' }).click();
  await expect.poll(() => stored(stage, 'arxiv:2504.00009')?.starred).toBe(true);
  await page.getByRole('button', { name: 'Star paper: New' }).click();
  await expect.poll(() => stored(stage, 'arxiv:2504.00009')).toBeUndefined();
  expect(titles(stage)).toEqual(['Alpha <b>bold</b>', 'New', 'Gamma']);
  await userEvent.fill(page.getByRole('searchbox').element(), 'new');
  await expect.poll(() => titles(stage)).toEqual(['New']);
});

test('on this page: a row that is not for the reader says so, and takes it back', async () => {
  const gone = 'arxiv:2504.00009';
  stage.library.history.set(gone, { id: gone, title: 'New', authors: [] });
  stage.library.dismissed.add(gone);
  stage.shown = { origin: 'https://arxiv.org', listing: '/list/cs.CL/new', ids: [A, gone] };
  await open(stage);
  const row = page.getByRole('listitem', { name: 'New' });
  await expect.element(row.getByText('Not for me', { exact: true })).toBeVisible();
  expect(stage.place.querySelectorAll('.row-dismissed')).toHaveLength(1);
  await row.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(() => stage.place.querySelectorAll('.row-dismissed').length).toBe(0);
  expect(stage.library.sent).toContainEqual({
    name: 'paper.dismiss',
    request: { id: gone, dismissed: false },
  });
  expect(stored(stage, gone)).toBeUndefined();
});

test('on this page: what cannot be taken back stays, and it is said why', async () => {
  const gone = 'arxiv:2504.00009';
  stage.library.history.set(gone, { id: gone, title: 'New', authors: [] });
  stage.library.dismissed.add(gone);
  stage.shown = { origin: 'https://arxiv.org', listing: '/list/cs.CL/new', ids: [gone] };
  await open(stage);
  stage.library.failWith = { ok: false, code: 'full', detail: '' };
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect.element(page.getByText(/disk is full/)).toBeVisible();
  expect(stage.place.querySelectorAll('.row-dismissed')).toHaveLength(1);
});

test('a library that cannot be read offers to try again', async () => {
  stage.library.broken = true;
  await open(stage);
  await expect
    .element(page.getByText('The library could not be read', { exact: true }))
    .toBeInTheDocument();
  stage.library.broken = false;
  await page.getByRole('button', { name: 'Try again' }).first().click();
  await expect.poll(() => titles(stage).length).toBe(3);
});

test('a message stays while it is looked at', async () => {
  await open(stage);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    stage.view.show('done', 'Look');
    await vi.advanceTimersByTimeAsync(7_000);
    stage.place.querySelector('.toast-bar')?.dispatchEvent(new PointerEvent('pointerenter'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(stage.place.querySelector('.toast')?.textContent).toContain('Look');
    stage.place.querySelector('.toast-bar')?.dispatchEvent(new PointerEvent('pointerleave'));
    await vi.advanceTimersByTimeAsync(7_900);
    expect(stage.place.querySelector('.toast')).not.toBeNull();
    await vi.advanceTimersByTimeAsync(200);
    expect(stage.place.querySelector('.toast')).toBeNull();
  } finally {
    vi.useRealTimers();
  }
});

test('what cannot be read of a search is said, not while it is being typed, and the rest is found', async () => {
  await open(stage);
  await page.getByRole('searchbox').click();
  await userEvent.keyboard('beta is:odd "rl');
  await expect.element(page.getByText(/.odd. cannot follow/)).toBeVisible();
  await expect.poll(() => titles(stage)).toEqual(['Beta']);
  await expect.element(page.getByText(/quotation mark is not closed/)).not.toBeInTheDocument();
  await userEvent.keyboard('{ArrowDown}');
  await expect.element(page.getByText(/quotation mark is not closed/)).toBeVisible();
});

test('the number beside a tag is what a click on it finds, for one with tags below it once it is counted', async () => {
  stage.library.add({ id: 'arxiv:2504.00010', title: 'Delta' }, { tags: ['rl/offline', 'zoo'] });
  await open(stage);
  const select = page.getByRole('combobox', { name: 'Tag' });
  const options = (): string[] =>
    [...select.element().querySelectorAll('option')].map(({ textContent }) => textContent);
  await expect
    .poll(() => options().toSorted())
    .toEqual(['Any tag', 'rl', 'rl/offline (1)', 'zoo (1)']);
  await userEvent.hover(select);
  await expect.poll(options).toContain('rl (2)');
  await userEvent.selectOptions(select, 'rl (2)');
  await expect.poll(() => titles(stage)).toEqual(['Delta', 'Beta']);
});

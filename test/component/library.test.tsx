import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  A,
  addMany,
  B,
  C,
  grid,
  H,
  libraryStage,
  open,
  rows,
  stored,
  titles,
} from './libraryStage';

const stage = libraryStage();

const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

test('a row shows what is known of a paper, as text', async () => {
  await open(stage);
  expect(titles(stage)).toEqual(['Gamma', 'Beta', 'Alpha <b>bold</b>']);
  const row = page.getByRole('row', { name: /Alpha/ });
  await expect.element(row).toMatchTextContent(/Ada, Ben and 3 more.*Apr 16, 2024.*12/);
  await expect.element(page.getByRole('row', { name: /Beta.*To read.*rl/ })).toBeInTheDocument();
  await expect.element(page.getByText('3 papers', { exact: true })).toBeInTheDocument();
});

test('says which papers are not searched whole, and leads to each', async () => {
  stage.search.unreadable = [B];
  await open(stage);
  const sentence = page.getByText(/The text of one paper could not be read for searching\./);
  await expect.element(sentence).toBeInTheDocument();
  await page.getByRole('link', { name: B }).click();
  await expect.element(page.getByRole('heading', { name: 'Beta' })).toBeInTheDocument();
  stage.search.unreadable = [];
  stage.view.go({ query: 'alpha' });
  await expect.poll(() => sentence.query()).toBeNull();
});

describe('a list of 100,000', () => {
  test('has the rows in sight and no others, wherever it is scrolled to', async () => {
    addMany(stage, 100_000);
    await open(stage);
    expect(grid(stage).getAttribute('aria-rowcount')).toBe('100003');
    const end = grid(stage).scrollHeight;
    for (const part of [0.5, 0.999, 0.25, 1, 0]) {
      grid(stage).scrollTop = end * part;
      await frame();
      await frame();
      const made = rows(stage.place);
      expect(made.length).toBeLessThanOrEqual(60);
      const box = grid(stage).getBoundingClientRect();
      const [first, last] = [
        made.at(0)?.getBoundingClientRect(),
        made.at(-1)?.getBoundingClientRect(),
      ];
      expect(first?.top).toBeLessThanOrEqual(box.top);
      expect(last?.bottom).toBeGreaterThanOrEqual(Math.min(box.bottom, box.top + 64));
    }
    grid(stage).scrollTop = end;
    await expect.poll(() => titles(stage).at(-1)).toBe('Alpha <b>bold</b>');
    expect(rows(stage.place).at(-1)?.getAttribute('aria-rowindex')).toBe('100003');
  });

  test('shows titles alone while it flies past, and whole rows when it rests', async () => {
    addMany(stage, 100_000);
    await open(stage);
    const whole = (): number => stage.place.querySelectorAll('.row-meta').length;
    const areWhole = (): boolean => whole() === rows(stage.place).length;
    expect(areWhole()).toBe(true);
    let least = whole();
    // A slow frame is a rest, too: so it is noted whenever rows change.
    const noting = new MutationObserver(() => {
      least = Math.min(least, whole());
    });
    noting.observe(stage.place, { childList: true, subtree: true });
    for (let jump = 1; jump <= 8; jump++) {
      grid(stage).scrollTop = jump * 20_000;
      await frame();
      await frame();
    }
    await expect.poll(() => least).toBe(0);
    noting.disconnect();
    await expect.poll(() => titles(stage).every((title) => title !== '')).toBe(true);
    await expect.poll(areWhole).toBe(true);
  });

  test('keeps what is looked at in its place when papers come above it', async () => {
    addMany(stage, 1_000);
    await open(stage);
    grid(stage).scrollTop = 64 * 500;
    await expect.poll(() => titles(stage)).toContain('Paper 499');
    const at = (): number | undefined =>
      rows(stage.place)
        .find((row) => row.textContent?.includes('Paper 499'))
        ?.getBoundingClientRect().top;
    const before = at();
    await stage.library.change(H, { starred: true });
    await expect.poll(() => stage.view.state().results.length).toBe(1_004);
    await frame();
    expect(at()).toBe(before);
    expect(stage.place.textContent).toContain('1,004 papers');
  });

  test('begins at its beginning with another search', async () => {
    addMany(stage, 1_000);
    await open(stage);
    grid(stage).scrollTop = 64 * 500;
    await frame();
    stage.view.go({ query: 'paper' });
    await expect.poll(() => grid(stage).scrollTop).toBe(0);
    await expect.poll(() => titles(stage)[0]).toBe('Paper 999');
  });
});

describe('searching', () => {
  test('marks what was found, and says how much', async () => {
    await open(stage);
    await userEvent.keyboard('/alp');
    await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Alpha <b>bold</b>']);
    expect([...stage.place.querySelectorAll('mark')].map((mark) => mark.textContent)).toEqual([
      'Alp',
    ]);
    await expect.element(page.getByText('2 papers', { exact: true })).toBeInTheDocument();
    await expect.poll(() => location.hash).toBe('#/?q=alp');
  });

  test('completes as one types, by keyboard', async () => {
    await open(stage);
    await userEvent.keyboard('/ta');
    const box = page.getByRole('combobox', { name: 'Search' });
    await expect.element(box).toHaveAttribute('aria-expanded', 'true');
    await userEvent.keyboard('{ArrowDown}{Enter}r');
    await expect.element(page.getByRole('option', { name: /tag:rl/ })).toBeInTheDocument();
    await userEvent.keyboard('{ArrowDown}{Tab}');
    await expect.element(box).toHaveValue('tag:rl ');
    await expect.element(box).toHaveAttribute('aria-expanded', 'false');
    await expect.poll(() => titles(stage)).toEqual(['Beta']);
    await expect.poll(() => document.activeElement).toBe(box.element());
  });

  test('says where it cannot be read, not while it is being typed, and finds what it can', async () => {
    await open(stage);
    await userEvent.keyboard('/beta is:foo');
    await expect.poll(() => titles(stage)).toEqual(['Beta']);
    expect(stage.place.querySelector('.query-problems')?.textContent).toBe('');
    await userEvent.keyboard(' ');
    await expect
      .poll(() => stage.place.querySelector('.query-problems')?.textContent)
      .toMatch(/^is:foo .*cannot follow/);
  });

  test('that finds nothing offers the history', async () => {
    await open(stage);
    await userEvent.keyboard('/halo');
    await expect.element(page.getByText('No matching papers')).toBeInTheDocument();
    await page.getByRole('link', { name: 'Search every paper you have scrolled past' }).click();
    await expect.poll(() => titles(stage)).toEqual(['Halo']);
    await page.getByRole('button', { name: 'Star paper: Halo' }).click();
    await expect.poll(() => stored(stage, H)?.starred).toBe(true);
  });
});

describe('facets', () => {
  test('follow the search, and a click narrows it or takes that back', async () => {
    await open(stage);
    const facet = (name: RegExp) => page.getByRole('button', { name });
    await facet(/^2024/).click();
    await expect.poll(() => titles(stage)).toEqual(['Alpha <b>bold</b>']);
    await expect.element(facet(/^2024/)).toHaveAttribute('aria-pressed', 'true');
    await expect.element(facet(/^2025/)).not.toBeInTheDocument();
    expect(stage.view.address().query).toBe('year:2024');
    await facet(/^2024/).click();
    await expect.poll(() => titles(stage).length).toBe(3);
  });

  test('a tag in a row narrows to it', async () => {
    await open(stage);
    await page
      .getByRole('row', { name: /Beta/ })
      .getByRole('button', { name: 'rl', exact: true })
      .click();
    await expect.poll(() => titles(stage)).toEqual(['Beta']);
    await expect.element(page.getByRole('combobox', { name: 'Search' })).toHaveValue('tag:rl');
  });
});

test('a search is named in a field as high as others, before tags were ever on show', async () => {
  await open(stage, '#/?q=gamma');
  await page.getByRole('button', { name: 'Save this search' }).click();
  const field = page.getByRole('textbox', { name: 'Name of this search' }).element();
  await expect.poll(() => field.getBoundingClientRect().height).toBe(28);
});

test('back finds the same again', async () => {
  await open(stage);
  await userEvent.keyboard('/alpha');
  await page.getByRole('combobox', { name: 'Sort' }).selectOptions('Title');
  await expect.poll(() => titles(stage)).toEqual(['Alpha <b>bold</b>', 'Gamma']);
  history.back();
  await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Alpha <b>bold</b>']);
  history.back();
  await expect.poll(() => titles(stage).length).toBe(3);
  await expect.element(page.getByRole('combobox', { name: 'Search' })).toHaveValue('');
});

describe('the reading pane', () => {
  test('shows the paper that was clicked, and its edits show in the list', async () => {
    await open(stage);
    await page.getByRole('row', { name: /Beta/ }).click();
    const pane = page.getByRole('region', { name: /paper/i });
    await expect.element(pane.getByRole('heading', { name: 'Beta' })).toBeInTheDocument();
    await expect.poll(() => location.hash).toContain(`paper=${encodeURIComponent(B)}`);
    await pane.getByRole('button', { name: 'Star paper: Beta' }).click();
    await expect.poll(() => stored(stage, B)?.starred).toBe(false);
    await expect
      .poll(() => grid(stage).querySelector('[aria-label="Star paper: Beta"]')?.ariaPressed)
      .toBe('false');
  });

  test('covers a narrow list, and Escape or Back lead back to it', async () => {
    await page.viewport(360, 700);
    await open(stage);
    await page.getByText('Beta', { exact: true }).click();
    await expect.element(page.getByRole('heading', { name: 'Beta' })).toBeInTheDocument();
    expect(stage.place.querySelector<HTMLElement>('.middle')?.inert).toBe(true);
    history.back();
    await expect.poll(() => stage.place.querySelector<HTMLElement>('.middle')?.inert).toBe(false);
    await userEvent.keyboard('{ArrowDown}o');
    await expect
      .element(page.getByRole('heading', { name: 'Alpha <b>bold</b>' }))
      .toBeInTheDocument();
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(grid(stage));
  });
});

test('while something is typed and read, changes from elsewhere come without disturbing it', async () => {
  await open(stage);
  await userEvent.keyboard('/a');
  const field = document.activeElement;
  await stage.library.change(H, { starred: true });
  await stage.library.change(C, { note: '' });
  await userEvent.keyboard('l');
  await expect.poll(() => document.activeElement).toBe(field);
  await expect.element(page.getByRole('combobox', { name: 'Search' })).toHaveValue('al');
  await expect.poll(() => titles(stage)).toEqual(['Alpha <b>bold</b>']);
  expect(stored(stage, A)).toBeDefined();
});

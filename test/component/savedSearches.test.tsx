import { describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SavedSearchList } from '../../components/searches/SavedSearchList';
import { createSavedSearches, type SavedSearches } from '../../lib/views/savedSearches';
import { accessibilityProblems } from './accessibility';
import { organizingStage } from './organizingStage';

const stage = organizingStage();
const onPick = vi.fn<(query: string) => void>();
let searches: SavedSearches;

async function open(query: string): Promise<void> {
  onPick.mockClear();
  stage.organized.searches = [
    { name: 'Offline RL', query: 'tag:ml/rl -is:read', savedAt: '2026-05-01T00:00:00Z' },
    { name: 'This year', query: 'year:2026', savedAt: '2026-05-01T00:00:00Z' },
  ];
  searches = createSavedSearches({ ...stage.deps, count: async () => 1_234 });
  stage.show(searches, () => (
    <SavedSearchList {...searches.state()} query={query} actions={searches} onPick={onPick} />
  ));
  await searches.open();
  await expect.poll(names).toEqual(['Offline RL', 'This year']);
}

const names = (): (string | null | undefined)[] =>
  [...stage.place.querySelectorAll('.search-pick')].map(
    (pick) => pick.firstElementChild?.textContent,
  );

test('a click searches, and the one on show is marked', async () => {
  await open('year:2026');
  await expect
    .element(page.getByRole('button', { name: /This year/ }).first())
    .toHaveAttribute('aria-current', 'true');
  await page.getByText('Offline RL').click();
  expect(onPick).toHaveBeenCalledExactlyOnceWith('tag:ml/rl -is:read');
  await expect.element(page.getByText('1,234').first()).toBeVisible();
  await expect
    .element(page.getByRole('button', { name: 'Save this search' }))
    .not.toBeInTheDocument();
});

test('the search on show is saved under a name', async () => {
  await open('author:knuth');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await expect.element(page.getByRole('textbox', { name: 'Name of this search' })).toHaveFocus();
  await userEvent.keyboard('Knuth{Enter}');
  await expect.poll(names).toEqual(['Knuth', 'Offline RL', 'This year']);
  expect(stage.organized.searches.find(({ name }) => name === 'Knuth')?.query).toBe('author:knuth');
});

test('a search is renamed and deleted by keyboard', async () => {
  await open('');
  page.getByRole('button', { name: 'Rename This year' }).element().focus();
  await userEvent.keyboard('{Enter}2026{Enter}');
  await expect.poll(names).toEqual(['2026', 'Offline RL']);
  page.getByRole('button', { name: 'Delete 2026' }).element().focus();
  await userEvent.keyboard('{Enter}');
  await expect.poll(names).toEqual(['Offline RL']);
  stage.told.at(-1)?.action?.run();
  await expect.poll(names).toEqual(['2026', 'Offline RL']);
});

test('a name that is there already is asked about', async () => {
  await open('author:knuth');
  await page.getByRole('button', { name: 'Save this search' }).click();
  await userEvent.keyboard('This year{Enter}');
  await expect
    .element(page.getByRole('alertdialog', { name: 'Replace “This year”?' }))
    .toMatchTextContent(/year:2026/);
  await page.getByRole('button', { name: 'Replace' }).click();
  await expect
    .poll(() => stage.organized.searches.find(({ name }) => name === 'This year')?.query)
    .toBe('author:knuth');
});

describe.each(['light', 'dark'])('in the %s theme, no accessibility problem', (scheme) => {
  test('in the list, a form and a question', async () => {
    document.documentElement.style.colorScheme = scheme;
    await open('author:knuth');
    expect(await accessibilityProblems()).toEqual([]);
    searches.edit('');
    await expect.element(page.getByRole('textbox')).toHaveFocus();
    expect(await accessibilityProblems()).toEqual([]);
    await searches.save('This year', 'author:knuth');
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

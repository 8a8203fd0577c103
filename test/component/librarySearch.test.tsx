import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityProblems } from './accessibility';
import { A, B, libraryStage, open, stored, titles } from './libraryStage';

// Asking for papers on the library page, and taking back what was done to them.

const stage = libraryStage();
const field = () => page.getByRole('combobox', { name: 'Search', exact: true });
const problems = (): string => stage.place.querySelector('.query-problems')?.textContent ?? '';
const boxOf = (name: string): DOMRect =>
  (stage.place.querySelector(name) ?? document.body).getBoundingClientRect();

test('the search says what it can be asked as soon as it has the focus, and no longer once one types', async () => {
  await open(stage);
  await userEvent.keyboard('/');
  await expect.element(page.getByText('With this tag, or a tag below it')).toBeVisible();
  for (const said of ['title:word', 'note:word', '-word', 'a OR b'])
    await expect.element(page.getByText(said)).toBeVisible();
  expect(await accessibilityProblems()).toEqual([]);
  await userEvent.keyboard('a');
  await expect.element(page.getByText('title:word')).not.toBeInTheDocument();
  await userEvent.keyboard('{Backspace}');
  await expect.element(page.getByText('title:word')).toBeVisible();
  await page.getByRole('grid').click({ position: { x: 600, y: 20 } }); // it is in nobody's way
  await expect.element(page.getByText('title:word')).not.toBeInTheDocument();
});

test.each(['foo:', 'foo:b', 'al foo:b', 'titel:x'])(
  '"%s" is said to be unknown at once',
  async (query) => {
    await open(stage);
    await userEvent.keyboard(`/${query}`);
    await expect.poll(problems).toContain('is not a search field');
  },
);

test('a colon in a title is none', async () => {
  await open(stage);
  await userEvent.keyboard('/BERT: deep');
  await expect.poll(() => stage.view.state().results.searching).toBe(false);
  expect(problems()).toBe('');
});

test('suggestions never cover what is wrong with the search', async () => {
  await open(stage);
  await userEvent.keyboard('/is:foo ta');
  await expect.poll(problems).not.toBe('');
  await expect.element(page.getByRole('option').first()).toBeVisible();
  expect(boxOf('.completions').top).toBeGreaterThanOrEqual(boxOf('.query-problems').bottom);
});

test.each([
  ['title:alpha', ['Alpha <b>bold</b>']],
  ['note:alpha', ['Gamma']],
  ['note:"see al"', ['Gamma']],
  ['abstract:alpha', []],
])('%s looks in that text alone', async (query, expected) => {
  await open(stage);
  await userEvent.keyboard(`/${query}`);
  await expect.poll(() => titles(stage)).toEqual(expected);
});

test('the order says what it is by and in which direction, and a press reverses it', async () => {
  await open(stage);
  const before = titles(stage);
  await page.getByRole('button', { name: 'Newest first' }).click();
  await expect.poll(() => titles(stage)).toEqual(before.toReversed());
  await expect.poll(() => location.hash).toContain('order=reversed');
  await page.getByRole('combobox', { name: 'Sort' }).selectOptions('Title');
  await expect.element(page.getByRole('button', { name: 'A to Z' })).toBeVisible();
  await page.getByRole('button', { name: 'A to Z' }).click();
  await expect.element(page.getByRole('button', { name: 'Z to A' })).toBeVisible();
  await expect.poll(() => titles(stage)[0]).toBe('Gamma');
});

test('after a step for many papers Ctrl+Z takes it back, wherever the focus is', async () => {
  await open(stage);
  const changed = (): boolean => stored(stage, A)?.status === 'read';
  for (const focus of ['select', '.row-choose input', '.query-box input', '.bulk-bar button']) {
    await userEvent.keyboard('{Control>}a{/Control}');
    await expect.poll(() => stage.view.state().selected).toBe(3);
    await page.getByRole('combobox', { name: 'Status…' }).selectOptions('Read');
    await expect.poll(changed).toBe(true);
    stage.place.querySelector<HTMLElement>(focus)?.focus();
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(changed, { message: focus }).toBe(false);
    stage.view.choosing.none();
    (document.activeElement as HTMLElement).blur();
  }
});

test('in a field Ctrl+Z is its own for what was typed since', async () => {
  await open(stage);
  await userEvent.keyboard('js');
  await expect.poll(() => stored(stage, B)?.starred ?? stored(stage, A)?.starred).toBeDefined();
  const before = JSON.stringify([...stage.library.bookmarks]);
  await field().fill('alp');
  await userEvent.keyboard('{Control>}z{/Control}');
  expect(JSON.stringify([...stage.library.bookmarks])).toBe(before);
});

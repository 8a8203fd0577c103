import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import {
  A,
  active,
  addMany,
  B,
  C,
  grid,
  libraryStage,
  open,
  rows,
  stored,
  titles,
} from './libraryStage';

const stage = libraryStage();

const selected = (): string[] =>
  rows(stage.place)
    .filter((row) => row.ariaSelected === 'true')
    .map((row) => row.querySelector('.row-title')?.textContent ?? '');

describe('keys', () => {
  test('move, and the list keeps the focus and tells which row it is', async () => {
    await open(stage);
    await userEvent.keyboard('j');
    expect(active(stage)).toBe('Gamma');
    await expect.poll(() => document.activeElement).toBe(grid(stage)); // else a screen reader hears nothing
    await userEvent.keyboard('j');
    await userEvent.keyboard('{ArrowDown}');
    expect(active(stage)).toBe('Alpha <b>bold</b>');
    await userEvent.keyboard('k');
    expect(active(stage)).toBe('Beta');
    await userEvent.keyboard('{Home}');
    expect(active(stage)).toBe('Gamma');
    await userEvent.keyboard('{End}');
    expect(active(stage)).toBe('Alpha <b>bold</b>');
  });

  test('go through a long list, whose rows come and go, without losing the focus', async () => {
    addMany(stage, 5_000);
    await open(stage);
    await userEvent.keyboard('/{ArrowDown}');
    await expect.poll(() => document.activeElement).toBe(grid(stage));
    await userEvent.keyboard('{End}');
    await expect.poll(() => active(stage)).toBe('Alpha <b>bold</b>');
    await userEvent.keyboard('{PageUp}{ArrowUp}');
    await expect.poll(() => active(stage)).toMatch(/Paper/);
    grid(stage).scrollTop = 0; // by the wheel: the row stays, out of sight
    await expect.poll(() => rows(stage.place)[0]?.ariaRowIndex).toBe('1');
    expect(active(stage)).toMatch(/Paper/);
    await expect.poll(() => document.activeElement).toBe(grid(stage));
    await userEvent.keyboard('{ArrowDown}');
    await expect.poll(() => grid(stage).scrollTop).toBeGreaterThan(64 * 4_000);
  });

  test('star, set a status, and remove the paper; Ctrl-Z takes it back', async () => {
    await open(stage);
    await userEvent.keyboard('jj');
    await userEvent.keyboard('3');
    await expect.poll(() => stored(stage, B)?.status).toBe('read');
    await userEvent.keyboard('s');
    await expect.poll(() => stored(stage, B)?.starred).toBe(false);
    await userEvent.keyboard('{Delete}');
    await expect.poll(() => titles(stage)).toEqual(['Gamma', 'Alpha <b>bold</b>']);
    expect(active(stage)).toBe('Alpha <b>bold</b>');
    await userEvent.keyboard('{Control>}z{/Control}');
    await expect.poll(() => titles(stage)).toContain('Beta');
    await expect
      .poll(
        () => document.activeElement === grid(stage) || document.activeElement === document.body,
      )
      .toBe(true);
  });

  test('open the pane at the tags and at the note', async () => {
    await open(stage);
    await userEvent.keyboard('jt');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('new{Enter}');
    await expect.poll(() => stored(stage, C)?.tags).toEqual(['new']);
    await userEvent.keyboard('{Escape}');
    await expect.poll(() => document.activeElement).toBe(grid(stage));
    await userEvent.keyboard('n');
    await expect.poll(() => document.activeElement?.localName).toBe('textarea');
    await userEvent.keyboard('!');
    await expect.poll(() => stored(stage, C)?.note).toBe('see alpha!');
  });

  test('are letters while one types, and do nothing when they are switched off', async () => {
    await open(stage);
    await userEvent.keyboard('/sj1');
    await expect.element(page.getByRole('combobox', { name: 'Search' })).toHaveValue('sj1');
    await userEvent.keyboard('{Escape}{Escape}?');
    await userEvent.keyboard('{Escape}');
    stage.singleKeys = false;
    await userEvent.fill(page.getByRole('combobox', { name: 'Search' }).element(), '');
    await userEvent.keyboard('{ArrowDown}');
    await userEvent.keyboard('sx3j?');
    expect(stage.library.sent).toEqual([]);
    expect(selected()).toEqual([]);
    await userEvent.keyboard('{ArrowDown}');
    expect(active(stage)).toBe('Beta');
    await userEvent.keyboard(' '); // into the pane
    await expect.poll(() => document.activeElement?.closest('.reading-pane')).toBeTruthy();
    await userEvent.keyboard('s3tn');
    expect(stage.library.sent).toEqual([]);
    await expect.poll(() => document.activeElement?.localName).toBe('a');
  });

  test('? shows them all, with a switch for those of one letter', async () => {
    await open(stage);
    await userEvent.keyboard('j?');
    await expect.element(page.getByRole('dialog')).toMatchTextContent(/Star or unstar/);
    await page.getByRole('checkbox', { name: /Single-key shortcuts/ }).click();
    expect(stage.singleKeys).toBe(false);
    await userEvent.keyboard('{Escape}');
    await expect.element(page.getByRole('dialog')).not.toBeInTheDocument();
    await expect.poll(() => document.activeElement).toBe(grid(stage));
  });

  test('Escape steps back: the selection, then the search', async () => {
    await open(stage);
    await userEvent.keyboard('/a');
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('x');
    expect(selected()).toHaveLength(1);
    await userEvent.keyboard('{Escape}');
    expect(selected()).toEqual([]);
    expect(stage.view.address().query).toBe('a');
    await userEvent.keyboard('{Escape}');
    expect(stage.view.address().query).toBe('');
  });
});

test('where the last paper goes, the search has the focus', async () => {
  await open(stage, '#/?q=gamma');
  await userEvent.keyboard('j{Delete}');
  await expect.element(page.getByText('No matching papers')).toBeInTheDocument();
  await expect
    .poll(() => document.activeElement)
    .toBe(page.getByRole('combobox').first().element());
});

test('removed in the pane, a paper leaves the focus there', async () => {
  await open(stage);
  await userEvent.keyboard('j');
  await page.getByRole('button', { name: 'Remove from library' }).click();
  await expect.poll(() => titles(stage)).toEqual(['Beta', 'Alpha <b>bold</b>']);
  await expect.poll(() => document.activeElement?.closest('.reading-pane')).toBeTruthy();
});

test('on a narrow page the left column takes the focus, and gives it back', async () => {
  await page.viewport(360, 700);
  await open(stage);
  const filters = page.getByRole('button', { name: 'Filters' });
  await filters.click();
  await expect.element(page.getByRole('button', { name: 'Dismiss' })).toHaveFocus();
  await userEvent.keyboard('{Escape}');
  await expect.element(filters).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  await page.getByRole('link', { name: 'Tags' }).click();
  await expect.element(page.getByRole('button', { name: 'Menu' })).toHaveFocus();
});

test('Escape leads from another place back to the list, which has the focus', async () => {
  await open(stage, '#/tags');
  const find = page.getByRole('searchbox', { name: 'Find a tag' });
  await find.click();
  await userEvent.keyboard('{ArrowDown}{Escape}');
  await expect.poll(() => stage.view.address().route).toBe('list');
  await expect.poll(() => document.activeElement).toBe(grid(stage));
});

describe('selecting', () => {
  test('by x, Shift and arrows, click, Ctrl-click, Shift-click and checkbox', async () => {
    await open(stage);
    await userEvent.keyboard('jx');
    expect(selected()).toEqual(['Gamma']);
    await userEvent.keyboard('{Shift>}{ArrowDown}{/Shift}');
    await expect.poll(selected).toEqual(['Gamma', 'Beta']);
    await userEvent.keyboard('{Escape}');
    const row = (name: RegExp) => page.getByRole('row', { name });
    await row(/Beta/).click({ modifiers: ['Control'] });
    await expect.poll(selected).toEqual(['Beta']);
    await row(/Alpha/).click({ modifiers: ['Shift'] });
    await expect.poll(selected).toEqual(['Beta', 'Alpha <b>bold</b>']);
    await page.getByRole('checkbox', { name: 'Select: Beta' }).click();
    await expect.poll(selected).toEqual(['Alpha <b>bold</b>']);
    await expect.poll(() => document.activeElement).toBe(grid(stage));
  });

  test('all, and tag them; one step takes it back', async () => {
    addMany(stage, 500);
    await open(stage);
    await userEvent.keyboard('j{Control>}a{/Control}');
    await expect.element(page.getByText('503 selected')).toBeInTheDocument();
    await userEvent.keyboard('t');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    await userEvent.keyboard('mine{Enter}');
    const tagged = () =>
      [...stage.library.bookmarks.values()].filter((row) => row.annotation.tags.includes('mine'));
    await expect.poll(() => tagged().length).toBe(503);
    await expect.element(page.getByText('Tagged 503 papers “mine”.')).toBeInTheDocument();
    await page.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => tagged().length).toBe(0);
  });

  test('and each action of the bar', async () => {
    await open(stage);
    await userEvent.keyboard('jxjx');
    await page.getByRole('button', { name: 'Unstar' }).click();
    await expect
      .poll(() => [stored(stage, B)?.starred, stored(stage, C)?.starred])
      .toEqual([false, false]);
    await page.getByRole('combobox', { name: 'Status…' }).selectOptions('Reading');
    await expect.poll(() => stored(stage, C)?.status).toBe('reading');
    await page.getByRole('button', { name: 'Untag' }).click();
    await userEvent.keyboard('rl{Enter}');
    await expect.poll(() => stored(stage, B)?.tags).toEqual([]);
    await userEvent.keyboard('{Escape}');
    await page.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect.poll(() => titles(stage)).toEqual(['Alpha <b>bold</b>']);
    expect(stored(stage, A)?.starred).toBe(true);
    await expect.poll(() => document.activeElement).toBe(grid(stage));
  });
});

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { active, grid, libraryStage, open } from './libraryStage';

let copied: string[];

beforeEach(() => {
  copied = [];
  vi.spyOn(navigator.clipboard, 'writeText').mockImplementation(async (text) => {
    copied.push(text);
  });
});
afterEach(() => vi.restoreAllMocks());

const item = (): string | null | undefined =>
  document.activeElement?.getAttribute('role') === 'menuitem'
    ? document.activeElement.textContent
    : null;
const menu = () => page.getByRole('menu');

describe('in the library', () => {
  const stage = libraryStage();

  test('c opens the menu of the row where the keys act, and the list has the focus again', async () => {
    await open(stage);
    grid(stage).focus();
    await userEvent.keyboard('jc');
    await expect.poll(item).toBe('BibTeX');
    expect(active(stage)).toBe('Beta');
    await userEvent.keyboard('ll{Enter}');
    await expect.poll(() => copied).toEqual(['https://huggingface.co/papers/2504.00002']);
    await expect.poll(() => document.activeElement).toBe(grid(stage));
    await expect.element(page.getByText('Link copied')).toBeVisible();
  });

  test('the reading pane has it as a button, and by c', async () => {
    await open(stage);
    await userEvent.keyboard('j');
    const button = page.getByLabelText('Selected paper').getByRole('button', {
      name: 'Copy “Gamma”',
    });
    await button.click();
    await expect.element(menu()).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await expect.element(button).toHaveFocus();
    await userEvent.keyboard('c');
    await expect.poll(item).toBe('BibTeX');
    await userEvent.keyboard('c{Enter}');
    await expect.poll(() => copied.join()).toContain('Gamma');
  });

  test('c is a letter where single-key shortcuts are off', async () => {
    stage.singleKeys = false;
    await open(stage);
    await userEvent.keyboard('{ArrowDown}c');
    await expect.element(menu()).not.toBeInTheDocument();
  });
});

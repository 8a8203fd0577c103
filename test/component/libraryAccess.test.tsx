import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { accessibilityProblems } from './accessibility';
import { B, libraryStage, open } from './libraryStage';

const stage = libraryStage();

describe.each(['light', 'dark'])('in the %s theme, no accessibility problem', (scheme) => {
  async function problems(): Promise<string[]> {
    document.documentElement.style.colorScheme = scheme;
    return accessibilityProblems();
  }

  test('in the list beside the paper that is read', async () => {
    await open(stage);
    await userEvent.keyboard('jj');
    await expect.element(page.getByRole('heading', { name: 'Beta' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  test('in a search with a problem, while it is completed', async () => {
    await open(stage);
    await userEvent.keyboard('/is:foo al');
    await expect.poll(() => stage.place.querySelector('mark')).not.toBeNull();
    expect(await problems()).toEqual([]);
  });

  test('in a selection, with the field for a tag', async () => {
    await open(stage);
    await userEvent.keyboard('jxt');
    await expect.poll(() => document.activeElement?.getAttribute('role')).toBe('combobox');
    expect(await problems()).toEqual([]);
  });

  test('in one column', async () => {
    await page.viewport(360, 700);
    await open(stage);
    expect(await problems()).toEqual([]);
    await page.getByRole('button', { name: 'Filters' }).click();
    await expect.element(page.getByRole('button', { name: /^2024/ })).toBeVisible();
    expect(await problems()).toEqual([]);
    await userEvent.keyboard('{Escape}j');
    await userEvent.keyboard('o');
    await expect.element(page.getByRole('heading', { name: 'Gamma' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  test('where nothing is found, and in the list of shortcuts', async () => {
    await open(stage, '#/?q=zzz');
    await expect.element(page.getByText('No matching papers')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
    document.querySelector<HTMLElement>('.button')?.blur();
    await userEvent.keyboard('?');
    await expect.element(page.getByRole('dialog')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });
});

test.each([235, 320, 360, 700, 1000, 1280])(
  '%d pixels wide, nothing is cut off sideways',
  async (width) => {
    await page.viewport(width, 600);
    stage.library.add(
      {
        id: 'arxiv:2504.00010',
        title: 'Supercalifragilistic'.repeat(8),
        authors: ['Wolfeschlegelsteinhausenbergerdorff'],
        publishedAt: '2024-12-28',
        upvotes: 12_345,
      },
      { tags: ['t'.repeat(90), 'u'.repeat(90), 'v'.repeat(90), 'w'], status: 'reading', note: 'n' },
    );
    await open(stage);
    for (const line of stage.place.querySelectorAll('.list-bar, .row-meta')) {
      expect(line.scrollWidth, line.textContent).toBeLessThanOrEqual(line.clientWidth);
      expect(line.scrollHeight).toBeLessThanOrEqual(32); // nothing is broken into two lines
    }
    await userEvent.keyboard('jx');
    await expect.poll(() => stage.view.state().selected).toBe(1);
    expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
    for (const part of ['.middle-head', '.bulk-bar', '.paper-grid']) {
      const box = stage.place.querySelector(part)?.getBoundingClientRect();
      expect(box?.right).toBeLessThanOrEqual(width);
    }
    for (const name of ['Tag', 'Untag']) {
      await page.getByRole('button', { name, exact: true }).click();
      const field = page.getByRole('dialog').element().getBoundingClientRect();
      expect(field.left).toBeGreaterThanOrEqual(0);
      expect(field.right).toBeLessThanOrEqual(width);
      await userEvent.keyboard('{Escape}');
    }
    expect(stage.library.bookmarks.has(B)).toBe(true);
  },
);

import axe from 'axe-core';
import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { B, open, popupStage } from './popupStage';

const stage = popupStage();

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
    await open(stage);
    stage.view.edit(B);
    stage.view.narrow({ filter: { query: 'a' } });
    await expect.element(page.getByRole('button', { name: 'Done' })).toBeInTheDocument();
    scrollTo(0, document.documentElement.scrollHeight); // what is under a bar is too small a target
    expect(await problems()).toEqual([]);
  });

  test('in a message', async () => {
    await open(stage);
    stage.view.show('done', 'Removed', { text: 'Undo', run: () => {} });
    await expect.element(page.getByRole('button', { name: 'Undo' })).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  test('in an error and an empty result', async () => {
    await open(stage);
    stage.view.narrow({ filter: { query: 'zzz' } });
    stage.view.show('error', 'Not saved');
    await expect.element(page.getByText('No matching papers')).toBeInTheDocument();
    expect(await problems()).toEqual([]);
  });

  test('in the list of shortcuts', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}?');
    expect(await problems()).toEqual([]);
  });
});

test.each([320, 400, 800])('%d pixels wide, nothing is cut off sideways', async (width) => {
  await page.viewport(width, 600);
  document.documentElement.dataset['place'] = width === 400 ? 'popup' : 'tab';
  stage.library.add(
    { id: 'arxiv:2504.00010', title: 'Supercalifragilistic'.repeat(8) },
    { tags: ['t'.repeat(90)] },
  );
  await stage.library.change(B, { note: `https://example.com/${'path'.repeat(60)}` });
  await open(stage);
  stage.view.edit(B);
  await expect.poll(() => stage.place.querySelector('textarea')).not.toBeNull();
  expect(document.documentElement.scrollWidth).toBeLessThanOrEqual(width);
});

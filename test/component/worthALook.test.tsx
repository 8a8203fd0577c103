import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { LEAST_CHOSEN } from '../../lib/ranking/examples';
import type { RankingParts } from '../../lib/store/rankingRows';
import { trainedOn } from '../unit/ranking/papers';
import { libraryStage, open } from './libraryStage';

const stage = libraryStage();
const link = page.getByRole('link', { name: 'Worth a look' });
const sort = page.getByRole('combobox', { name: 'Sort' });

function learnedFrom(chosen: number): RankingParts {
  const { model, scores, vectors } = trainedOn([], []);
  return {
    state: { chosen, bookmarks: chosen, through: 1 },
    model,
    papers: { ids: [], scores },
    vectors,
  };
}

test('what is worth a look is a place of the history, sorted by fit', async () => {
  stage.ranking = learnedFrom(LEAST_CHOSEN);
  await open(stage);
  await userEvent.click(link);
  await expect.element(link).toHaveAttribute('aria-current', 'page');
  await expect
    .element(page.getByRole('link', { name: 'History' }))
    .not.toHaveAttribute('aria-current');
  await expect.element(sort).toHaveValue('fit');
  expect(stage.view.address()).toMatchObject({ scope: 'history', sort: 'fit' });
});

test('from fewer than twenty choices neither the place nor the order is offered', async () => {
  stage.ranking = learnedFrom(LEAST_CHOSEN - 1);
  await open(stage);
  await expect.element(sort).toBeVisible();
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(link.query()).toBe(null);
  expect(sort.element().textContent).not.toContain('Fit');
});

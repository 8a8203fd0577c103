import { expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Paper } from '../../lib/papers/paper';
import { type Example, LEAST_CHOSEN } from '../../lib/ranking/examples';
import type { RankingParts } from '../../lib/store/rankingRows';
import { trainedOn } from '../unit/ranking/papers';
import { libraryStage, open } from './libraryStage';

const stage = libraryStage();
const link = page.getByRole('link', { name: 'Worth a look' });
const sort = page.getByRole('combobox', { name: 'Sort' });

function learnedFrom(
  chosen: number,
  papers: readonly Paper[] = [],
  examples: readonly Example[] = [],
): RankingParts {
  const { model, scores, vectors } = trainedOn(papers, examples);
  const ids = papers.map(({ id }) => id);
  return {
    state: { chosen, bookmarks: chosen, through: 1 },
    model,
    papers: { ids, scores },
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

test('related papers are found when they are asked for, say why, and lead on', async () => {
  const titles = ['Diffusion policies', 'Diffusion policies and robots', 'Compilers', 'Unit tests'];
  const papers = Array.from({ length: 16 }, (_, n): Paper => {
    const title = `${titles[n % 4]}${n < 4 ? '' : ` ${n}`}`;
    return { id: `arxiv:2503.${10_000 + n}`, title, authors: [] };
  });
  for (const one of papers.slice(0, 4)) stage.library.add(one);
  const examples = papers.map((_, row) => ({ row, chosen: row % 4 < 2, weight: 1 }));
  stage.ranking = learnedFrom(LEAST_CHOSEN, papers, examples);
  await open(stage, `#/?paper=${encodeURIComponent(papers[0]?.id ?? '')}`);
  const ask = page.getByRole('button', { name: 'Find related papers' });
  await userEvent.click(ask);
  const found = page.getByRole('region', { name: 'Related papers' });
  const related = found.getByRole('link', { name: 'Diffusion policies and robots' });
  await expect.element(related).toBeVisible();
  const why = found.getByText('Fits your library because of diffusion policies');
  await expect.element(why).toBeVisible();
  expect(found.getByRole('link', { name: 'Compilers' }).query()).toBe(null);
  await userEvent.click(related);
  await expect.poll(() => stage.view.address().paper).toBe(papers[1]?.id);
  await expect.element(ask).toBeVisible();
});

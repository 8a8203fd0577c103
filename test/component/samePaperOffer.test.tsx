import axe from 'axe-core';
import { render } from 'preact';
import { expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/reading/reading.css';
import { SamePaperOffer } from '../../components/reading/SamePaperOffer';
import { takeEnglishTexts } from './englishTexts';

test('the offer names the other paper, leads to it, and merges by a button alone', async () => {
  takeEnglishTexts();
  const place = document.createElement('main');
  document.body.append(place);
  onTestFinished(() => {
    render(null, place);
    place.remove();
  });
  const onMerge = vi.fn();
  const other = { id: 'arxiv:2504.00001', title: '<b>Trees</b> that Search', authors: [] } as const;
  render(
    <SamePaperOffer other={{ ...other, authors: [] }} href="#paper" onMerge={onMerge} />,
    place,
  );
  await expect.element(page.getByRole('link')).toHaveAttribute('href', '#paper');
  await expect.element(page.getByRole('link')).toHaveTextContent('arXiv 2504.00001');
  expect(place.textContent).toContain('<b>Trees</b>'); // text is text
  expect(onMerge).not.toHaveBeenCalled();
  await page.getByRole('button', { name: 'Merge' }).click();
  expect(onMerge).toHaveBeenCalledOnce();
  const { violations } = await axe.run(place);
  expect(violations.map(({ id }) => id)).toEqual([]);
});

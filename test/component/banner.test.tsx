import axe from 'axe-core';
import { beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/tokens.css';
import { showBanner } from '../../components/banner/showBanner';
import { takeEnglishTexts } from './englishTexts';

beforeAll(takeEnglishTexts);

test('a banner is above the page once of each kind, acts when it is asked to, and goes', async () => {
  onTestFinished(() => {
    for (const kind of ['one', 'other']) showBanner(kind, null);
  });
  const onAct = vi.fn();
  const banner = { label: 'Sites', said: 'It may not read this.', action: 'Allow', onAct };
  showBanner('one', banner);
  showBanner('one', { ...banner, said: 'It may not read that.' });
  showBanner('other', { ...banner, label: 'Library', said: 'Another thing.' });
  expect(document.querySelectorAll('.offer')).toHaveLength(2);
  const one = page.getByRole('region', { name: 'Sites' });
  await expect.poll(() => one.element().textContent).toContain('It may not read that.');
  expect((await axe.run(one.element())).violations.map(({ id }) => id)).toEqual([]);
  await one.getByRole('button', { name: 'Allow' }).click();
  expect(onAct).toHaveBeenCalledOnce();
  showBanner('one', null);
  await expect.element(one).not.toBeInTheDocument();
  expect(document.querySelectorAll('.offer')).toHaveLength(1);
});

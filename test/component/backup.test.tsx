import axe from 'axe-core';
import { render } from 'preact';
import { beforeAll, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/options/copies.css';
import { showOffer } from '../../components/backup/showOffer';
import { CopiesTable } from '../../components/options/CopiesTable';
import { DatedForm, type DatedWishes } from '../../components/options/DatedForm';
import { outcomeOf } from '../../lib/imports/importOutcome';
import { takeEnglishTexts } from './englishTexts';
import { show } from './optionsStage';

beforeAll(takeEnglishTexts);

const AT = '2026-04-16T10:00:00.000Z';

async function violations(place: Element): Promise<string[]> {
  return (await axe.run(place)).violations.map(({ id }) => id);
}

test('copies are told apart by their time, for screen readers too', async () => {
  const [onRestore, onSave] = [vi.fn(), vi.fn()];
  const one = { name: 3, at: AT, papers: 1_200, size: '12 kB', isOffered: true };
  const other = {
    ...one,
    name: 'present' as const,
    at: '2026-04-17T10:00:00.000Z',
    isOffered: false,
  };
  const place = show(<CopiesTable copies={[other, one]} onRestore={onRestore} onSave={onSave} />);
  await page.getByRole('button', { name: /^Restore the copy of Apr 16/ }).click();
  expect(onRestore).toHaveBeenCalledExactlyOnceWith(one);
  await page.getByRole('button', { name: /^Save the copy of Apr 17/ }).click();
  expect(onSave).toHaveBeenCalledExactlyOnceWith(other);
  expect(await violations(place)).toEqual([]);
});

test('the offer is above the page until it is taken away, once', async () => {
  const [onLook, onNotNow] = [vi.fn(), vi.fn()];
  const offer = { reason: 'empty', papers: 3, at: AT } as const;
  showOffer(offer, { onLook, onNotNow });
  showOffer({ ...offer, papers: 4 }, { onLook, onNotNow });
  const banner = page.getByRole('region', { name: 'Backup' });
  await expect.poll(() => banner.element().textContent).toContain('copy of it with 4 papers');
  expect(await violations(banner.element())).toEqual([]);
  await banner.getByRole('button', { name: 'Look at it…' }).click();
  await banner.getByRole('button', { name: 'Not now' }).click();
  expect(onLook).toHaveBeenCalledOnce();
  expect(onNotNow).toHaveBeenCalledOnce();
  showOffer(null, { onLook, onNotNow });
  await expect.element(banner).not.toBeInTheDocument();
});

test('dated files: nothing more is asked than what the choice needs', async () => {
  const onChange = vi.fn<(wishes: DatedWishes) => void>();
  const wishes: DatedWishes = { every: 'never', to: 'downloads', keep: 10 };
  const props = { onChange, onSave: vi.fn(), folder: null };
  const place = show(<DatedForm {...props} wishes={wishes} onChoose={vi.fn()} />);
  expect(place.querySelectorAll('select')).toHaveLength(1);
  await page.getByLabelText('Save a file').selectOptions('week');
  expect(onChange).toHaveBeenCalledExactlyOnceWith({ ...wishes, every: 'week' });
  render(
    <DatedForm {...props} wishes={{ ...wishes, every: 'week', to: 'folder' }} onChoose={vi.fn()} />,
    place,
  );
  await expect.element(page.getByRole('button', { name: 'Choose folder…' })).toBeVisible();
  expect(page.getByRole('button', { name: 'Save one now' }).elements()).toHaveLength(0); // into which folder?
  expect(await violations(place)).toEqual([]);
  // A browser without folders offers none.
  render(<DatedForm {...props} wishes={{ ...wishes, every: 'week' }} />, place);
  expect(place.querySelectorAll('select')).toHaveLength(1);
});

test('what did not come in is said again when the rest has come', () => {
  const outcome = { added: 40, merged: 0, same: 0, searches: 0, colours: 0, undo: 1 };
  const done = { step: 'done', name: 'copy', outcome, settings: 0, undone: false } as const;
  expect(outcomeOf({ ...done, leftOut: 1 }).said).toContain('1 paper was not imported');
  expect(outcomeOf({ ...done, leftOut: 0 }).said).not.toContain('was not imported');
});

import { beforeEach, describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { SingleKeysOn } from '../../components/list/SingleKeys';
import { TrashPage } from '../../components/trash/TrashPage';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import { createTrash, type Trash } from '../../lib/views/trash';
import { accessibilityProblems } from './accessibility';
import { organizingStage } from './organizingStage';

const stage = organizingStage();
let trash: Trash;
let singleKeys: boolean;

beforeEach(async () => {
  singleKeys = true;
  stage.organized.trash = ['Alpha', 'Beta', 'Gamma'].map((title, index) => {
    const id: PaperId = `hf:${title}`;
    const trashedAt = `2026-04-0${index + 3}T12:00:00Z`;
    const annotation = { ...emptyAnnotation(trashedAt), tags: ['rl', 'ml'], note: 'A <b>note</b>' };
    return { id, paper: { id, title, authors: [] }, annotation, trashedAt };
  });
  trash = createTrash({ ...stage.deps, now: () => new Date('2026-05-01T12:00:00Z') });
  stage.show(trash, () => (
    <SingleKeysOn.Provider value={{ read: () => singleKeys }}>
      <TrashPage {...trash.state()} actions={trash} />
    </SingleKeysOn.Provider>
  ));
  await trash.open();
  await expect.poll(titles).toEqual(['Alpha', 'Beta', 'Gamma']);
});

const titles = (): string[] =>
  [...stage.place.querySelectorAll('.trash-row .paper-title')].map(
    ({ textContent }) => textContent,
  );

/** The title of the row that has the focus. */
const focused = (): string | null | undefined =>
  document.activeElement?.matches('.trash-row')
    ? document.activeElement.querySelector('h3')?.textContent
    : null;

async function focusFirst(): Promise<void> {
  stage.place.querySelector<HTMLElement>('.trash-row')?.focus();
  expect(focused()).toBe('Alpha');
}

test('what would come back is shown, and how long it can', () => {
  const row = stage.place.querySelector('.trash-row')?.textContent;
  for (const part of ['2 days left', 'ml', 'A <b>note</b>']) expect(row).toContain(part);
});

test('letters do nothing where they are switched off', async () => {
  singleKeys = false;
  await focusFirst();
  await userEvent.keyboard('jxr');
  expect(focused()).toBe('Alpha');
  expect(trash.state().selected.size).toBe(0);
  expect(titles()).toEqual(['Alpha', 'Beta', 'Gamma']);
  await userEvent.keyboard('{ArrowDown}');
  expect(focused()).toBe('Beta');
});

test('by keyboard: move, select, restore, and the next row has the focus', async () => {
  await focusFirst();
  await userEvent.keyboard('jx');
  await expect.element(page.getByRole('checkbox', { name: 'Select: Beta' })).toBeChecked();
  await expect.element(page.getByText('1 selected')).toBeVisible();
  await userEvent.keyboard('r');
  await expect.poll(titles).toEqual(['Alpha', 'Gamma']);
  await expect.poll(focused).toBe('Gamma');
  expect(stage.told.at(-1)?.action?.text).toBe('Undo 9');
});

test('by keyboard: what goes for good is asked, and "no" is the answer at hand', async () => {
  await focusFirst();
  await userEvent.keyboard('{End}{Delete}');
  await expect.element(page.getByRole('alertdialog', { name: 'Delete for good?' })).toBeVisible();
  await userEvent.keyboard('{Enter}');
  await expect.element(page.getByRole('alertdialog')).not.toBeInTheDocument();
  expect(titles()).toHaveLength(3);
  await userEvent.keyboard('{Delete}{Tab}{Enter}');
  await expect.poll(titles).toEqual(['Alpha', 'Beta']);
});

test('with the pointer: one, what is selected, all', async () => {
  await page.getByRole('button', { name: 'Restore: Beta' }).click();
  await expect.poll(titles).toEqual(['Alpha', 'Gamma']);
  await page.getByRole('checkbox', { name: 'Select: Gamma' }).click();
  await page.getByRole('button', { name: 'Restore selected' }).click();
  await expect.poll(titles).toEqual(['Alpha']);
  await page.getByRole('button', { name: 'Empty the trash…' }).click();
  await expect
    .element(page.getByRole('alertdialog'))
    .toMatchTextContent(/1 paper will be deleted for good/);
  await page.getByRole('button', { name: 'Delete for good' }).click();
  await expect.element(page.getByText('The trash is empty')).toBeVisible();
});

describe.each(['light', 'dark'])('in the %s theme, no accessibility problem', (scheme) => {
  test('in the list, a question and nothing', async () => {
    document.documentElement.style.colorScheme = scheme;
    trash.select('hf:Beta', true);
    await expect.element(page.getByText('1 selected')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    trash.askEmpty('all');
    await expect.element(page.getByRole('alertdialog')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
    await trash.confirm();
    await expect.element(page.getByText('The trash is empty')).toBeVisible();
    expect(await accessibilityProblems()).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { failure } from '../../lib/messages/result';
import { B, focused, open, popupStage, stored, titles } from './popupStage';

const stage = popupStage();

function noteField(): HTMLTextAreaElement {
  const area = stage.place.querySelector('textarea');
  if (!area) throw new Error('no note field');
  return area;
}

describe('a note', () => {
  test('that is being typed goes on where it was, whatever changes elsewhere; nothing of either is lost', async () => {
    await open(stage);
    await page.getByRole('button', { name: 'Edit status, tags and note: Beta' }).click();
    noteField().focus();
    await userEvent.keyboard('first');
    const field = noteField();
    stage.library.history.set('arxiv:2504.00009', {
      id: 'arxiv:2504.00009',
      title: 'New',
      authors: [],
    });
    await stage.library.change('arxiv:2504.00009', { starred: true });
    const other = { note: 'from another tab', noteWas: '', addTags: ['other'] };
    await expect.poll(() => stored(stage, B)?.note).toBe('first');
    await stage.library.change(B, other);
    await stage.library.change(B, { starred: false, status: null, removeTags: ['rl'] });
    await userEvent.keyboard(' and last');
    expect(titles(stage)[0]).toBe('New');
    expect(noteField()).toBe(field);
    await expect.poll(() => document.activeElement).toBe(field);
    const both = 'from another tab\n\n---\n\nfirst and last';
    await expect.poll(() => field.value).toBe(both);
    await expect.poll(() => stored(stage, B)?.note).toBe(both);
    expect(stored(stage, B)?.tags).toEqual(['other']);
  });

  test('is complete although the popup closes in mid-word', async () => {
    await open(stage);
    await userEvent.keyboard('{ArrowDown}j');
    stage.library.gate = new Promise(() => {}); // the worker is slow: no answer comes any more
    await userEvent.keyboard('n');
    await expect.poll(focused).toBe('textarea');
    await userEvent.keyboard('unfinishe');
    stage.view.flush();
    expect(stage.library.sent.at(-1)?.request).toMatchObject({
      id: B,
      patch: { note: 'unfinishe' },
    });
  });

  test('in a row is opened by a click on its beginning', async () => {
    await open(stage);
    await page.getByText('see alpha').click();
    await expect.poll(focused).toBe('textarea');
  });
});

test('an edit that fails is taken back, said as an alert, and can be tried again', async () => {
  await open(stage);
  stage.library.failWith = failure('full', 'QuotaExceededError');
  const star = page.getByRole('button', { name: 'Star paper: Beta' });
  await star.click();
  await expect.element(page.getByRole('alert')).toMatchTextContent(/the disk is full/);
  await expect.element(star).toHaveAttribute('aria-pressed', 'true');
  stage.library.failWith = null;
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect.element(star).toHaveAttribute('aria-pressed', 'false');
});

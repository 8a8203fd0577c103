import axe from 'axe-core';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page } from 'vitest/browser';
import '../../components/card/card.css';
import '../../components/tokens.css';
import { type CardControl, createControlMaker } from '../../components/card/control';
import { labelMarks } from '../../components/marks/labelMarks';
import type { Label } from '../../lib/labels/label';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { Glance } from '../../lib/papers/glance';
import { takeEnglishTexts } from './englishTexts';

const AT = '2026-04-16T10:00:00.000Z';
const set = applyPatch(emptyAnnotation(AT), { starred: true, note: 'A note' }, AT);
let place: HTMLElement;

beforeEach(() => {
  takeEnglishTexts();
  place = document.createElement('main');
  document.body.append(place);
});
afterEach(() => place.remove());

/** A control on the page that shows an annotation. */
function control(annotation?: Glance, press = vi.fn()): CardControl {
  const made = createControlMaker(document, vi.fn())(press);
  made.name('A title');
  if (annotation) made.show(annotation);
  place.append(made.element);
  return made;
}

const WATCHED: Label = {
  sign: '●',
  colours: ['light-dark(#cf2f27, #ff8a80)', 'light-dark(#2867d9, #84adff)'],
  shown: 'diffusion policies +1',
  said: 'Watch words: diffusion policies, author:levine',
};
const FITS: Label = { sign: '✦', shown: 'offline', said: 'Fits your library: offline' };

test('what is said about a paper stands behind what is set, whole for screen readers, and cannot be pressed', async () => {
  const press = vi.fn();
  const { mark } = control(set, press);
  mark(...labelMarks(document, [WATCHED, FITS]));
  for (const { said } of [WATCHED, FITS]) {
    await expect.element(page.getByRole('img', { name: said })).toBeVisible();
  }
  const labels = [...place.querySelectorAll<HTMLElement>('.card-label')].filter((one) =>
    one.checkVisibility(),
  );
  expect(labels).toHaveLength(2);
  expect(labels[0]?.textContent).toBe(''); // drawn by rules: a page finds no text
  const drawn = [...(labels[0]?.querySelectorAll<HTMLElement>('span') ?? [])];
  expect(drawn.map(({ dataset }) => dataset['shown'])).toEqual([
    '●',
    '●',
    ' diffusion policies +1',
  ]);
  labels[0]?.click();
  expect(press).not.toHaveBeenCalled();
  const { violations } = await axe.run(place);
  expect(violations.map(({ id }) => id)).toEqual([]);
  mark();
  expect(place.querySelector('.card-label')).toBeNull();
});

test('a card without an annotation says what is to be said, and no more once that has gone', () => {
  const { show, mark } = control();
  mark(...labelMarks(document, [FITS]));
  expect(place.querySelectorAll('.card-label')).toHaveLength(2); // one for each width
  expect(place.querySelector('button[data-part]')?.className).not.toContain('set');
  show(undefined);
  mark();
  expect(place.querySelector('.card-label')).toBeNull();
});

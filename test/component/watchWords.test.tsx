import axe from 'axe-core';
import { render } from 'preact';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import '../../components/tokens.css';
import '../../components/annotation/annotation.css';
import '../../components/options/options.css';
import '../../components/options/controls.css';
import '../../components/options/watchWords.css';
import '../../components/tags/colours.css';
import { WatchWords } from '../../components/options/WatchWords';
import { isWatchable } from '../../lib/labels/watched';
import { WATCH_LIMITS, type WatchWord } from '../../lib/papers/watchWords';
import { takeEnglishTexts } from './englishTexts';

const WORDS: WatchWord[] = [
  { text: 'diffusion', colour: 'red' },
  { text: 'author:levine', colour: 'orange' },
];
const UNREADABLE =
  'This pattern cannot be read. Patterns have characters, [classes], groups, | and * + ? {n}; they cannot look ahead, behind or back.';
let place: HTMLElement;
const onChange = vi.fn<(words: WatchWord[]) => void>();

beforeEach(() => {
  takeEnglishTexts();
  onChange.mockClear();
  place = document.createElement('main');
  place.className = 'options';
  document.body.append(place);
});
afterEach(() => {
  render(null, place);
  place.remove();
});

function show(words: WatchWord[]): void {
  render(<WatchWords words={words} isWatchable={isWatchable} onChange={onChange} />, place);
}

test('a word is added with the colour that fewest have, by Enter', async () => {
  show(WORDS);
  const field = page.getByRole('textbox', { name: 'New watch word' });
  await field.fill(' "world model" ');
  await userEvent.keyboard('{Enter}');
  expect(onChange).toHaveBeenCalledExactlyOnceWith([
    ...WORDS,
    { text: '"world model"', colour: 'yellow' },
  ]);
  await expect.element(field).toHaveValue('');
});

test.each([
  ['diffusion', 'You are already watching for this.'],
  ['/(a/', UNREADABLE],
  ['/(?=a)/', UNREADABLE],
  ['→', 'Type at least one letter or digit.'],
])('%s is not added, and the field says why', async (typed, why) => {
  show(WORDS);
  const field = page.getByRole('textbox', { name: 'New watch word' });
  await field.fill(typed);
  await page.getByRole('button', { name: 'Add' }).click();
  await expect.element(page.getByRole('alert')).toHaveTextContent(why);
  await expect.element(field).toHaveAccessibleDescription(why);
  await expect.element(field).toHaveValue(typed);
  expect(onChange).not.toHaveBeenCalled();
});

test('a full list says so', async () => {
  show(Array.from({ length: WATCH_LIMITS.words }, (_, at) => ({ text: `w${at}`, colour: 'red' })));
  await page.getByRole('textbox', { name: 'New watch word' }).fill('more');
  await page.getByRole('button', { name: 'Add' }).click();
  await expect
    .element(page.getByRole('alert'))
    .toHaveTextContent('There can be 100 watch words. Remove one first.');
});

test('colours change by name, words are removed by name', async () => {
  show(WORDS);
  await page.getByRole('combobox', { name: 'Colour of “diffusion”' }).selectOptions('Blue');
  expect(onChange).toHaveBeenLastCalledWith([{ text: 'diffusion', colour: 'blue' }, WORDS[1]]);
  await page.getByRole('button', { name: 'Remove “author:levine”' }).click();
  expect(onChange).toHaveBeenLastCalledWith([WORDS[0]]);
});

test.each(['light', 'dark'])('it passes an accessibility audit in the %s theme', async (scheme) => {
  document.documentElement.style.colorScheme = scheme;
  show(WORDS);
  const { violations } = await axe.run(place);
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
});

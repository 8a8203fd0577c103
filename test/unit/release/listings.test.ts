import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BUILT_IN, OPTIONAL, SITES } from '../../../lib/sites/sites';
import { LANGUAGES } from '../../../lib/text/languages';
import { readListing, tooLong } from '../../../scripts/release/listing';
import { STORES } from '../../../scripts/release/stores';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

test('there is a description for the stores in each language, and no other', () => {
  const texts = readdirSync(`${ROOT}store`).filter((name) => name.endsWith('.txt'));
  expect(texts.sort()).toEqual(LANGUAGES.map((language) => `${language}.txt`).sort());
});

describe.each(LANGUAGES)('in the stores, in %s', (language) => {
  const listing = readListing(ROOT, language);

  test.each(STORES)('the texts fit $name', (store) => {
    expect(tooLong(listing, store)).toEqual([]);
  });

  test('the description names every site that Asterism knows', () => {
    const names = [...BUILT_IN, ...OPTIONAL].flatMap((id) => SITES[id].name.split('/'));
    expect(names.filter((name) => !listing.description.includes(name))).toEqual([]);
  });

  test('the description is plain text with as many paragraphs as the English one', () => {
    const { description } = readListing(ROOT, 'en');
    expect(listing.description.split('\n\n')).toHaveLength(description.split('\n\n').length);
    expect(listing.description.match(/^• /gm)).toHaveLength(4);
    expect(listing.description).not.toMatch(/[*_`#]|\]\(|<\w/);
  });
});

test.each([
  ['a summary that is one too long', { summary: 'x'.repeat(133) }, ['summary']],
  [
    'a name that is too long, and no description',
    { name: 'x'.repeat(76), description: '' },
    ['name', 'description'],
  ],
  ['what just fits', { summary: 'x'.repeat(132), description: 'x'.repeat(16_000) }, []],
])('%s is told', (_, wrong, what) => {
  const [chrome] = STORES;
  if (chrome === undefined) throw new Error('There is no store.');
  const listing = { name: 'Asterism', summary: 'x', description: 'x', ...wrong };
  expect(tooLong(listing, chrome).map((line) => line.split(' ')[1])).toEqual(what);
});

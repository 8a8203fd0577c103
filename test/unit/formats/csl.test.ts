import { Ajv } from 'ajv';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { library } from '../arbitraries';
import { CSL_SCHEMA } from './cslSchema';
import { exportedText } from './exported';
import { NASTY } from './nasty';
import { sample } from './reading';

const isValid = new Ajv({ allErrors: true, strictTuples: false }).compile(CSL_SCHEMA);

function faultsOf(file: unknown): string[] {
  isValid(file);
  return (isValid.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

test('every CSL-JSON export is what the specification of CSL says, to the field', async () => {
  expect(faultsOf(JSON.parse(await exportedText('csl-json', NASTY)))).toEqual([]);
  await fc.assert(
    fc.asyncProperty(library, async (bookmarks) => {
      expect(faultsOf(JSON.parse(await exportedText('csl-json', bookmarks)))).toEqual([]);
    }),
  );
});

test('the schema takes what another program wrote', () => {
  expect(faultsOf(JSON.parse(sample('zotero.csl.json')))).toEqual([]);
});

test.each([
  ['a field that CSL has not', { upvotes: 3 }],
  ['an unknown type', { type: 'preprint' }],
  ['one name as a text', { author: 'Ada Lovelace' }],
  ['a name in two ways', { author: [{ family: 'Lovelace', literal: 'Ada Lovelace' }] }],
  ['a date as a text', { issued: '2026' }],
  ['a month that is none', { issued: { 'date-parts': [[2026, 13]] } }],
  ['no id', { id: undefined }],
])('the schema refuses %s', (_, odd) => {
  const item = JSON.parse(JSON.stringify({ id: 'x', type: 'article', ...odd }));
  expect(faultsOf([item])).not.toEqual([]);
});

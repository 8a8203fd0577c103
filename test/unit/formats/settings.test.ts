import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../../docs/schema/library-1.schema.json';
import { libraryEncoder } from '../../../lib/formats/json/encode';
import type { ExportMeta } from '../../../lib/formats/json/envelope';
import { EDIT_LIMITS } from '../../../lib/papers/annotation';
import { SEARCH_LIMITS } from '../../../lib/papers/savedSearch';
import { TAG_COLOURS } from '../../../lib/papers/tagColours';
import { cleanTag } from '../../../lib/papers/tags';
import { CARRIED } from '../../../lib/settings/carried';
import { HISTORY_BOUNDS } from '../../../lib/settings/settings';
import { bookmarksIn, decode, META, starred } from './files';

const isValid = new Ajv2020({
  formats: { date: true, 'date-time': (text: string) => !Number.isNaN(Date.parse(text)) },
}).compile(schema);

type Settings = Required<Pick<ExportMeta, 'searches' | 'tagColours'>>;

const settings: fc.Arbitrary<Settings> = fc.record({
  searches: fc.array(
    fc.record({
      name: fc.string({ maxLength: 40 }).map((name) => name.trim() || 'x'),
      query: fc.string({ unit: 'grapheme' }),
      savedAt: fc.constant('2026-01-01T00:00:00.000Z'),
    }),
    { maxLength: 5 },
  ),
  tagColours: fc.array(
    fc.record({
      tag: fc.string().map((tag) => cleanTag(tag) || 'x'),
      colour: fc.constantFrom(...TAG_COLOURS),
    }),
    { maxLength: 5 },
  ),
});

function file(said: Partial<ExportMeta>): string {
  const encoder = libraryEncoder({ ...META, ...said });
  return encoder.head() + encoder.records([starred(1), starred(2)]) + encoder.tail();
}

/** What of a file is no paper. */
async function settingsIn(text: string): Promise<unknown[]> {
  return (await decode(text, 31)).filter(({ kind }) => kind !== 'bookmark');
}

test('saved searches and colours of tags come back from a file, whatever the order in it', async () => {
  await fc.assert(
    fc.asyncProperty(settings, async (said) => {
      const text = file(said);
      isValid(JSON.parse(text));
      expect(isValid.errors).toBe(null);
      const searches = said.searches.map((search) => ({ kind: 'search', search }));
      const colours = said.tagColours.map((colour) => ({ kind: 'tagColour', ...colour }));
      expect(await settingsIn(text)).toEqual([...searches, ...colours]);
      const reversed = Object.fromEntries(Object.entries(JSON.parse(text)).reverse());
      expect(await settingsIn(JSON.stringify(reversed, null, 2))).toEqual([
        ...colours,
        ...searches,
      ]);
      expect(bookmarksIn(await decode(text))).toEqual([starred(1), starred(2)]);
    }),
    { numRuns: 50 },
  );
});

test('a file without them does not speak of them', () => {
  expect(file({ searches: [], tagColours: [] })).toBe(file({}));
  expect(file({})).not.toMatch(/searches|tagColours/);
});

test('what cannot be read of them is counted, and costs nothing else', async () => {
  const colour = { tag: 'rl', colour: 'red' };
  const text = JSON.stringify({
    ...JSON.parse(file({})),
    searches: [{ name: '', query: '', savedAt: '2026-01-01T00:00:00.000Z' }, null, 7],
    tagColours: [{ tag: 'rl', colour: 'ultraviolet' }, colour],
  });
  expect(await settingsIn(text)).toEqual([
    { kind: 'unreadableSettings', list: 'searches', count: 3 },
    { kind: 'tagColour', ...colour },
    { kind: 'unreadableSettings', list: 'tagColours', count: 1 },
  ]);
  expect(bookmarksIn(await decode(text))).toHaveLength(2);
});

test('settings are written by name and come back as they were stated', async () => {
  const settings = { theme: 'dark', history: { maxAgeDays: 7, maxPapers: 100 } };
  expect(await settingsIn(file({ settings }))).toEqual([{ kind: 'settings', stated: settings }]);
  expect(file({ settings: {} })).toBe(file({}));
  const odd = file({ settings }).replace(/"settings": .*,/, '"settings": [7],');
  expect(await settingsIn(odd)).toEqual([
    { kind: 'unreadableSettings', list: 'settings', count: 1 },
  ]);
});

test('the schema has the limits and the colours of the code', () => {
  const search = schema.properties.searches.items.properties;
  const colour = schema.properties.tagColours.items.properties;
  expect([search.name.maxLength, search.query.maxLength]).toEqual(Object.values(SEARCH_LIMITS));
  expect(colour.tag.maxLength).toBe(EDIT_LIMITS.tag);
  expect(colour.colour.enum).toEqual([...TAG_COLOURS]);
  expect(Object.keys(schema.properties.settings.properties).sort()).toEqual([...CARRIED].sort());
  const { maxAgeDays, maxPapers } = schema.properties.settings.properties.history.properties;
  expect([maxAgeDays, maxPapers].map(({ minimum, maximum }) => [minimum, maximum])).toEqual(
    [HISTORY_BOUNDS.maxAgeDays, HISTORY_BOUNDS.maxPapers].map(({ least, most }) => [least, most]),
  );
});

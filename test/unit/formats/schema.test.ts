import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import schema from '../../../docs/schema/library-1.schema.json';
import {
  FORMAT,
  KNOWN_FIELDS,
  KNOWN_PARTS,
  SCHEMA,
  VERSION,
} from '../../../lib/formats/json/envelope';
import { ANNOTATION_LIMITS, EDIT_LIMITS, STATUSES } from '../../../lib/papers/annotation';
import { PAPER_LIMITS } from '../../../lib/papers/paper';
import { FACTS, SOURCES } from '../../../lib/papers/sources';
import { library } from '../arbitraries';
import { decode, encode, starred } from './files';

const ajv = new Ajv2020({
  allErrors: true,
  formats: {
    'date-time': (text: string) => !Number.isNaN(Date.parse(text)) && text.includes('T'),
  },
});
const isValid = ajv.compile(schema);

test('every exported file is valid by its published schema', () => {
  fc.assert(
    fc.property(library, (bookmarks) => {
      isValid(JSON.parse(encode(bookmarks)));
      expect(isValid.errors).toBe(null);
    }),
  );
});

test('the schema’s name is the one that files give', () => {
  expect(schema.$id).toBe(SCHEMA);
  expect(schema.properties.format.const).toBe(FORMAT);
  expect(schema.properties.version.const).toBe(VERSION);
});

test('the schema names the fields and the limits that the code has', () => {
  const { properties } = schema.$defs.record;
  expect(new Set(Object.keys(properties))).toEqual(KNOWN_FIELDS);
  expect(Object.keys(properties.organization.properties)).toEqual(KNOWN_PARTS.get('organization'));
  expect(Object.keys(properties.links.properties)).toEqual(KNOWN_PARTS.get('links'));
  expect(Object.keys(properties.sources.properties)).toEqual(FACTS);
  expect(schema.$defs.source.enum).toEqual(SOURCES);
  expect(properties.status.enum).toEqual([...STATUSES, null]);
  expect({
    title: properties.title.maxLength,
    abstract: properties.abstract.maxLength,
    authors: properties.authors.maxItems,
    name: schema.$defs.name.maxLength,
    keywords: properties.keywords.maxItems,
    version: properties.version.maximum,
    url: schema.$defs.address.maxLength,
  }).toEqual(PAPER_LIMITS);
  expect(properties.tags.maxItems).toBe(ANNOTATION_LIMITS.tags);
  expect(properties.tags.items.maxLength).toBe(EDIT_LIMITS.tag);
  expect(properties.note.maxLength).toBe(ANNOTATION_LIMITS.note);
});

test.each([
  { id: 'arxiv:2504.00001v2' },
  { id: 'arxiv:2513.00001' },
  { id: undefined },
  { title: '' },
  { title: undefined },
  { authors: 'Ada' },
  { authors: [''] },
  { upvotes: -1 },
  { projectPage: 'javascript:alert(1)' },
  { publishedAt: '2026-13' },
  { publishedAt: 'spring 2026' },
  { starred: 1 },
  { starredAt: '2026-01-01T00:00:00+02:00' },
  { status: 'someday' },
  { tags: [''] },
  { tags: 'rl' },
  { note: null },
  { createdAt: null },
])('a record with %o is not valid, and an import says so or puts it right', async (fields) => {
  const file = JSON.parse(encode([starred(1)]));
  Object.assign(file.papers[0], fields);
  expect(isValid(JSON.parse(JSON.stringify(file)))).toBe(false);
  const [item] = await decode(JSON.stringify(file));
  const isRepaired = item?.kind === 'bookmark' && item.leftOut.length === 0;
  const repairable = ['starredAt', 'createdAt', 'tags', 'note'];
  expect(isRepaired).toBe(
    repairable.includes(Object.keys(fields)[0] ?? '') && Object.values(fields)[0] !== 'rl',
  );
});

test.each([
  { format: 'other' },
  { version: 2 },
  { $schema: 'urn:asterism:library:2' },
  { papers: {} },
  { papers: undefined },
  { counts: { papers: 'many' } },
])('a file with %o is not valid', (fields) => {
  const file = { ...JSON.parse(encode([starred(1)])), ...fields };
  expect(isValid(JSON.parse(JSON.stringify(file)))).toBe(false);
});

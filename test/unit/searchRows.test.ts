import { expect, test } from 'vitest';
import { emptyAnnotation } from '../../lib/papers/annotation';
import { toDocument } from '../../lib/store/searchRows';

const ID = 'arxiv:2504.00001';
const AT = '2026-05-01T00:00:00.000Z';
const FACTS = { id: ID, paper: { id: ID, title: 'A paper', authors: [] } } as const;
const facts = { ...FACTS, paper: { ...FACTS.paper, authors: [] } };
const bookmark = { id: ID, annotation: emptyAnnotation(AT), rank: 0 } as const;
const seenOn = (first: string, last = first) =>
  ({ id: ID, firstSeenAt: AT, firstSeenOn: first, lastSeenAt: AT, lastSeenOn: last }) as const;

test.each<[string, string, string, string[]]>([
  [
    'one site',
    'https://huggingface.co/papers',
    'https://huggingface.co/papers?q=x',
    ['Hugging Face'],
  ],
  [
    'two sites',
    'https://huggingface.co/papers',
    'https://arxiv.org/list/cs/new',
    ['Hugging Face', 'arXiv'],
  ],
  [
    'a site that is no longer known',
    'https://example.com/',
    'https://arxiv.org/abs/2504.00001',
    ['arXiv'],
  ],
  ['what is not an address', '/papers', '', []],
])('where a paper was seen is searched by the names of its sites: %s', (_, first, last, sites) => {
  expect(toDocument(undefined, seenOn(first, last), facts)?.seen?.sites).toEqual(sites);
});

test('facts alone, of what is in the trash, are not searched', () => {
  expect(toDocument(undefined, undefined, facts)).toBeNull();
});

test('a bookmark without facts is searched by its annotation', () => {
  expect(toDocument({ ...bookmark }, undefined, undefined)).toMatchObject({
    id: ID,
    paper: { title: 'arXiv 2504.00001' },
    annotation: bookmark.annotation,
    seen: null,
  });
});

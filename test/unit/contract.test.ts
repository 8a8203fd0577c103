import { describe, expect, test } from 'vitest';
import { CONTRACT, type MessageName } from '../../lib/messages/contract';
import { MOST_CARDS, MOST_SELECTED, MOST_STAGED } from '../../lib/messages/limits';
import { REQUESTS } from './requests';
import { PAPER, wrongRequests } from './wrongRequests';

const NAMES = Object.keys(CONTRACT) as MessageName[]; // the contract's own keys
const reads = (name: MessageName, request: unknown): boolean =>
  CONTRACT[name].request.safeParse(request).success;

describe('each field of each message, wrong in each way', () => {
  test.each(NAMES)('%s is unreadable', (name) => {
    expect(reads(name, REQUESTS[name])).toBe(true);
    const wrong = wrongRequests(name);
    expect(wrong.length).toBeGreaterThan(5);
    expect(wrong.filter(({ request }) => reads(name, request)).map(({ what }) => what)).toEqual([]);
  });

  test('there are many of them', () => {
    const all = NAMES.flatMap(wrongRequests);
    expect(new Set(all.map(({ what }) => what)).size).toBeGreaterThan(600);
  });
});

const many = (length: number): string[] => Array.from({ length }, () => PAPER.id);
const long = (length: number): string => 'x'.repeat(length);

test.each<[MessageName, object]>([
  ['page.show', { listing: long(2_001), ids: [], papers: [] }],
  ['page.show', { listing: '/', ids: many(MOST_CARDS + 1), papers: [] }],
  ['page.show', { listing: '/', ids: [], papers: Array(MOST_CARDS + 1).fill(null) }],
  ['annotations.get', { ids: many(MOST_CARDS + 1) }],
  ['annotation.patch', { id: PAPER.id, patch: { note: long(5_000_001) } }],
  ['annotation.patch', { id: PAPER.id, patch: { addTags: [long(101)] } }],
  ['annotation.patch', { id: PAPER.id, patch: { addTags: Array(1_001).fill('t') } }],
  ['annotation.patch', { id: PAPER.id, patch: {}, paper: { ...PAPER, title: long(2_001) } }],
  ['annotation.patch', { id: PAPER.id, patch: {}, paper: { ...PAPER, abstract: long(20_001) } }],
  ['annotation.patch', { id: PAPER.id, patch: {}, paper: { ...PAPER, authors: [long(301)] } }],
  ['annotations.patchMany', { job: long(101), ids: [], patch: {} }],
  ['bookmarks.removeMany', { job: 'j', ids: many(MOST_SELECTED + 1) }],
  ['import.stage', { import: 'i', part: 0, bookmarks: Array(MOST_STAGED + 1).fill({}) }],
  ['search.save', { name: long(1_000), query: '' }],
  ['search.save', { name: 'n', query: long(1_000_000) }],
  ['tag.rename', { job: 'j', from: 't', to: long(101) }],
])('%s with too much is unreadable (%#)', (name, request) => {
  expect(reads(name, request)).toBe(false);
});

test('reading a request that names prototypes leaves every prototype as it was', () => {
  const names = ['__proto__', 'constructor', 'prototype'];
  const bookmark = JSON.parse(
    '{"paper":{"__proto__":{"polluted":1},"id":"arxiv:2504.00001","title":"T","authors":[]},"annotation":{},"extra":{"__proto__":{"polluted":1}}}',
  );
  reads('import.stage', { import: '__proto__', part: 0, bookmarks: [bookmark] });
  for (const tag of names) reads('annotation.patch', { id: PAPER.id, patch: { addTags: [tag] } });
  expect('polluted' in {}).toBe(false);
  expect(Object.keys(Object.prototype)).toEqual([]);
});

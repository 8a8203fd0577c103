import { expect, test } from 'vitest';
import { adapter } from '../../lib/sites/ar5iv/adapter';
import { pageKind } from '../../lib/sites/pageKind';
import { SITES } from '../../lib/sites/sites';
import { testCapture, toDocument } from './captures';
import { defined } from './reading';

const { paper } = adapter;

await testCapture('ar5iv-2310.06825-mistral-2026-04-16.html', 'the paper of its page', (html) => {
  const found = paper.read(
    toDocument(html),
    new URL('https://ar5iv.labs.arxiv.org/html/2310.06825'),
  );
  const read = found && defined(found.paper);
  expect(read).toMatchObject({ id: 'arxiv:2310.06825', title: 'Mistral 7B', authors: [] });
  expect(read?.abstract).toMatch(/^We introduce Mistral 7B, a 7–billion-parameter .*mistral-7b\/$/);
  expect(found?.line.localName).toBe('h1');
});

test.each([
  ['https://ar5iv.labs.arxiv.org/html/2310.06825', 'paper'],
  ['https://ar5iv.labs.arxiv.org/html/2310.06825v1', 'paper'],
  ['https://ar5iv.labs.arxiv.org/html/hep-th/9901001', 'paper'],
  ['https://ar5iv.labs.arxiv.org/abs/2310.06825', 'paper'],
  ['https://ar5iv.org/html/2310.06825', 'paper'],
  ['https://ar5iv.labs.arxiv.org/', null],
  ['https://ar5iv.labs.arxiv.org/feeling_lucky', null],
  ['https://ar5iv.labs.arxiv.org/html/2310.06825/assets/images/header.jpeg', null],
  ['https://example.org/html/2310.06825', null],
])('%s is a page of this kind: %s', (address, kind) => {
  expect(pageKind(SITES.ar5iv, new URL(address))).toBe(kind);
});

test('a page without a title, or whose address names no paper, has none', () => {
  const page = toDocument('<h1 class="ltx_title ltx_title_document">A title</h1>');
  expect(paper.read(page, new URL('https://ar5iv.org/html/none'))).toBeNull();
  const empty = toDocument('<p>Not found</p>');
  expect(paper.read(empty, new URL('https://ar5iv.org/html/2310.06825'))).toBeNull();
});

import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { adapter as ar5iv } from '../../lib/sites/ar5iv/adapter';
import { adapter as arxiv } from '../../lib/sites/arxiv/adapter';
import { adapter as dblp } from '../../lib/sites/dblp/adapter';
import { adapter as openreview } from '../../lib/sites/openreview/adapter';
import { testCapture } from './captures';

const parsed = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');
const abstractPage = (lines: string, history: string): Document =>
  parsed(`<meta name="citation_arxiv_id" content="2504.00001"><div id="abs">
    <h1 class="title">T</h1><div class="dateline">[Submitted on 1 Apr 2025]</div>
    <table>${lines}</table><div class="submission-history">${history}</div></div>`);
const read = (document: Document, path: string, of: { paper: typeof arxiv.paper } = arxiv) =>
  of.paper.read(document, new URL(path, 'https://arxiv.org'))?.paper;
const versionsOf = ({ version, versionRead, withdrawn }: Partial<Paper> = {}) => [
  version,
  versionRead,
  withdrawn,
];

const TWO = '<a href="/abs/2504.00001v1">[v1]</a> Tue (1 KB) [v2] Wed (2 KB)';

describe('an abstract page', () => {
  test('states its newest version, and which one its address names', () => {
    expect(versionsOf(read(abstractPage('', TWO), '/abs/2504.00001'))).toEqual([
      2,
      undefined,
      undefined,
    ]);
    expect(versionsOf(read(abstractPage('', TWO), '/abs/2504.00001v1'))).toEqual([2, 1, undefined]);
    expect(versionsOf(read(abstractPage('', ''), '/abs/2504.00001v3'))).toEqual([3, 3, undefined]);
    expect(versionsOf(read(abstractPage('', ''), '/abs/2504.00001'))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test('says that its paper was withdrawn', () => {
    const comments =
      '<tr><td class="comments">This paper has been withdrawn by the author</td></tr>';
    expect(read(abstractPage(comments, TWO), '/abs/2504.00001')?.withdrawn).toBe(true);
    expect(read(abstractPage('', `${TWO} (withdrawn)`), '/abs/2504.00001')?.withdrawn).toBe(true);
    const first = '[v1] Tue (withdrawn) [v2] Wed (2 KB)'; // and brought back
    expect(read(abstractPage('', first), '/abs/2504.00001')?.withdrawn).toBeUndefined();
  });
});

test('a page in HTML is of the version in its address', () => {
  const page = parsed('<h1 class="ltx_title_document">T</h1>');
  expect(versionsOf(read(page, '/html/2504.00001v2'))).toEqual([2, 2, undefined]);
  expect(versionsOf(read(page, '/html/2504.00001'))).toEqual([undefined, undefined, undefined]);
  expect(versionsOf(read(page, '/html/2504.00001v2', ar5iv))).toEqual([2, 2, undefined]);
});

const listed = (html: string): Paper[] =>
  arxiv.listing.cards(parsed(html)).flatMap((card) => arxiv.listing.read(card) ?? []);

test('an entry of a list states the version that its link to HTML has', () => {
  const entry = (links: string): string => `<div id="dlpage"><dl><dt>
    <a href="/abs/2504.00001" title="Abstract">arXiv:2504.00001</a> (replaced) [${links}]</dt>
    <dd><div class="meta"><div class="list-title"><span class="descriptor">Title:</span>T</div>
    <div class="list-comments">Comments: withdrawn by the authors</div></div></dd></dl></div>`;
  const html = '<a href="https://arxiv.org/html/2504.00001v4">html</a>';
  expect(listed(entry(html)).map(versionsOf)).toEqual([[4, undefined, undefined]]);
  expect(listed(entry('')).map(versionsOf)).toEqual([[undefined, undefined, undefined]]);
});

await testCapture('arxiv-search-all-200-2025-12-25.html', 'each result has its version', (html) => {
  const versions = listed(html).map(({ version }) => version ?? 0);
  expect(versions.every((version) => version >= 1)).toBe(true);
  expect(Math.max(...versions)).toBeGreaterThan(1);
});
await testCapture('abs-2403.07974v2-2026-05-25.html', 'an abstract page has its newest', (html) => {
  expect(versionsOf(read(parsed(html), '/abs/2403.07974v2'))).toEqual([2, 2, undefined]);
  expect(versionsOf(read(parsed(html), '/abs/2403.07974'))).toEqual([2, undefined, undefined]);
});

const forum = (where: string): Paper | undefined =>
  openreview.paper.read(
    parsed(`<div class="forum-note"><div class="forum-title"><h2>T</h2></div><div class="forum-meta">
      <span class="item"><span class="glyphicon glyphicon-folder-open"></span>${where}</span></div></div>`),
    new URL('https://openreview.net/forum?id=aBcD1234eF'),
  )?.paper;

test.each([
  ['COLM', 'COLM', undefined],
  ['ICLR 2026 Poster', 'ICLR 2026 Poster', undefined],
  ['Submitted to ICLR 2026', undefined, undefined],
  ['ICLR 2026 Conference Withdrawn Submission', undefined, true],
  ['ICLR 2026 Conference Desk Rejected Submission', undefined, undefined],
])('OpenReview’s "%s" is the venue %s', (where, venue, withdrawn) => {
  expect(forum(where)).toMatchObject({ title: 'T' });
  expect([forum(where)?.venue, forum(where)?.withdrawn]).toEqual([venue, withdrawn]);
});

await testCapture(
  'openreview-venue-tab.reconstructed.html',
  'a note of a list has its venue',
  (html) => {
    const { cards, read: readNote } = openreview.listing;
    const venues = cards(parsed(html)).map((card) => readNote(card)?.venue);
    expect(venues[0]).toBe('Example 2026 Poster');
  },
);
await testCapture(
  'dblp-search-calefato-2024-01-28.html',
  'entries have their venue, but for arXiv',
  (html) => {
    const document = parsed(html);
    const venues = dblp.listing
      .cards(document)
      .map((card) => dblp.listing.read(card, { papers: new Map() }, new Date(0))?.venue);
    expect(venues).toContain('ESEM');
    expect(venues).not.toContain('CoRR');
    expect(venues).toContain(undefined);
  },
);

import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { adapter } from '../../lib/sites/arxiv/adapter';
import { pageKind } from '../../lib/sites/pageKind';
import { SITES } from '../../lib/sites/sites';
import { toDocument } from './captures';
import { defined } from './reading';

// What arXiv's pages have that would mislead a reader of them, each with what is right.

const { listing, paper } = adapter;

function readAll(html: string): Paper[] {
  return listing.cards(toDocument(html)).map((card) => {
    const read = listing.read(card);
    if (read === null) throw new Error(`${card.id} cannot be read`);
    return defined(read);
  });
}

function entry(dt: string, dd: string, id = '2301.00001'): string {
  const link = `<a href ="/abs/${id}" title="Abstract" id="${id}">arXiv:${id}</a>`;
  return `<dt><a name='item1'>[1]</a> ${link} ${dt}</dt><dd><div class='meta'>${dd}</div></dd>`;
}

function list(...entries: string[]): string {
  return `<div id="dlpage"><dl id='articles'><h3>Tue, 28 Jul 2026 (showing 2 of 50 entries )</h3>${entries.join('')}</dl></div>`;
}

function result(inner: string, href = 'https://arxiv.org/abs/2301.00001'): string {
  return `<!doctype html><ol class="breathe-horizontal"><li class="arxiv-result"><div class="is-marginless">
    <p class="list-title is-inline-block"><a href="${href}">arXiv:2301.00001</a><span>&nbsp;[<a href="https://arxiv.org/pdf/2301.00001">pdf</a>]</span></p></div>${inner}</li></ol>`;
}

const TITLE = `<div class='list-title mathjax'><span class='descriptor'>Title:</span> A title</div>`;
const SHOWN = '<p class="title is-5 mathjax">A title</p>';
const PAPER = { id: 'arxiv:2301.00001', title: 'A title', authors: [] };

describe('lists', () => {
  test.each<[string, string, object]>([
    ['labels that only the style hides', entry('', TITLE), PAPER],
    [
      'affiliations between the links of authors',
      entry(
        '',
        `${TITLE}<div class='list-authors'><a href="/a">Ada Example</a> (1), <a href="/b">Ben Sample</a> (2) ((1) Here, (2) There)</div>`,
      ),
      { ...PAPER, authors: ['Ada Example', 'Ben Sample'] },
    ],
    [
      'a list of authors that is not there',
      entry('', `${TITLE}<div class='list-authors'>(author list is unavailable)</div>`),
      PAPER,
    ],
    [
      'comments, of which the last paragraph is no abstract',
      entry(
        '',
        `${TITLE}<div class='list-comments mathjax'><span class='descriptor'>Comments:</span> 8 pages</div><div class='list-subjects'></div>`,
      ),
      PAPER,
    ],
    [
      'an abstract with links and broken lines',
      entry(
        '',
        `${TITLE}<p class='mathjax'>\n We show\n it at <a href="https://x.example">this https URL</a> .</p>`,
      ),
      { ...PAPER, abstract: 'We show it at this https URL .' },
    ],
    [
      'a version, which only the link to the HTML has',
      entry('[<a href="https://arxiv.org/html/2301.00001v2" id="html-2301.00001">html</a>]', TITLE),
      { ...PAPER, version: 2 },
    ],
    [
      'a day of announcement or of replacement: no date of the paper',
      entry('(replaced)', TITLE),
      PAPER,
    ],
  ])('%s', (_, one, expected) => {
    expect(readAll(list(one))).toEqual([expected]);
  });

  test.each([
    ['/abs/2301.00001/', 'arxiv:2301.00001'],
    ['/abs/2301.00001v3#comments', 'arxiv:2301.00001'],
    ['http://arxiv.org/abs/2301.00001', 'arxiv:2301.00001'],
    ['//export.arxiv.org/abs/2301.00001?context=math', 'arxiv:2301.00001'],
    ['https://www.arxiv.org/abs/math.GT/0309136v2', 'arxiv:math/0309136'],
    ['/abs/cond-mat.str-el/0309136', 'arxiv:cond-mat/0309136'],
    [' /abs/2301.00001 ', 'arxiv:2301.00001'],
  ])('a link to %j names %s', (href, id) => {
    const html = list(`<dt><a href="${href}">x</a></dt><dd><div class='meta'>${TITLE}</div></dd>`);
    expect(readAll(html)).toEqual([{ ...PAPER, id }]);
  });

  test('of an entry’s many links only that to its abstract page counts', () => {
    const links = `[<a href="/pdf/2301.00009">pdf</a>, <a href="/format/2301.00009">other</a>]`;
    const more = `${TITLE}<div class='list-comments'>Extends <a href="/abs/2301.00007">arXiv:2301.00007</a></div>`;
    expect(readAll(list(entry(links, more)))).toEqual([PAPER]);
  });

  test('an entry whose facts are not there is no control without a title', () => {
    const alone = list(`<dt><a href="/abs/2301.00001" title="Abstract">x</a></dt>`);
    const [card] = listing.cards(toDocument(alone));
    expect(card && listing.read(card)).toBeNull();
  });

  test('one paper twice on a page has two controls', () => {
    const twice = list(entry('', TITLE)) + list(entry('(cross-list from cs.CL)', TITLE));
    expect(readAll(twice)).toEqual([PAPER, PAPER]);
  });

  test('a section without entries has none', () => {
    expect(readAll(list('<p>No updates for this time period.</p>'))).toEqual([]);
  });

  test('the control stands in the dt, outside of what is typeset and of every link', () => {
    const [card] = listing.cards(
      toDocument(list(entry('[<a href="/pdf/2301.00001">pdf</a>]', TITLE))),
    );
    const place = card && listing.placement(card);
    expect(place?.on === 'line' && place.of.localName).toBe('dt');
  });

  test.each([
    [
      'an author’s page',
      `<h1>Ada Example's articles on arXiv</h1>${list(entry('', TITLE))}<p>These pages are <a href="/a/example_a_1.atom2">feeds</a>.</p>`,
    ],
    ['catch-up', `<h1>Catchup results for cs.CL on 28 Jul 2026</h1>${list(entry('', TITLE))}`],
  ])('%s, by the template', (_, html) => {
    expect(readAll(html)).toEqual([PAPER]);
  });
});

describe('search', () => {
  test.each<[string, string, object]>([
    [
      'words that were found, each in an element',
      result('<p class="title is-5 mathjax">A <span class="search-hit mathjax">ti</span>tle</p>'),
      PAPER,
    ],
    [
      'an abstract that stands there twice, with links that unfold it',
      result(
        `${SHOWN}<p class="abstract mathjax"><span class="search-hit">Abstract</span>: <span class="abstract-short" id="2301.00001v1-abstract-short">…the middle of…<a onclick="x">▽ More</a></span><span class="abstract-full" id="2301.00001v1-abstract-full" style="display:none">All of <span class="search-hit">it</span>.<a onclick="x">△ Less</a></span></p>`,
      ),
      { ...PAPER, abstract: 'All of it.', version: 1 },
    ],
    ['no abstracts', result(SHOWN), PAPER],
    [
      'the date of a later version before that of the first',
      result(
        `${SHOWN}<p class="is-size-7"><span>Submitted</span> 6 August, 2026; <span>v1</span> submitted 21 February, 2026; <span>originally announced</span> February 2026.</p>`,
      ),
      { ...PAPER, publishedAt: '2026-02-21' },
    ],
    [
      'comments and other lines before the date',
      result(
        `${SHOWN}<p class="comments is-size-7"><span>Comments:</span> Submitted 1 May, 2020 to a journal</p><p class="is-size-7"><span>Submitted</span> 12 June, 2017; <span>originally announced</span> June 2017.</p>`,
      ),
      { ...PAPER, publishedAt: '2017-06-12' },
    ],
    [
      'authors that are not shown',
      result(
        `${SHOWN}<p class="authors"><span>Authors:</span> <a>Ada Example</a>, et al. (3 additional authors not shown)</p>`,
      ),
      { ...PAPER, authors: ['Ada Example'], authorCount: 4 },
    ],
    [
      'authors that are not shown, more than a thousand',
      result(
        `${SHOWN}<p class="authors"><span>Authors:</span> <a>Ada Example</a>, et al. (2,905 additional authors not shown)</p>`,
      ),
      { ...PAPER, authors: ['Ada Example'], authorCount: 2906 },
    ],
    [
      'a small line of something else before the date',
      result(
        `${SHOWN}<p class="is-size-7">Latest version: <a href="/abs/2301.00001v2">2</a></p><p class="is-size-7"><span>Submitted</span> 12 June, 2017;</p>`,
      ),
      { ...PAPER, publishedAt: '2017-06-12', version: 2 },
    ],
    [
      'an abstract that has a link itself is whole but for what folds it',
      result(
        `${SHOWN}<p class="abstract mathjax"><span class="abstract-full" id="2301.00001v1-abstract-full">Code: <a href="https://x.example">x.example</a>. <a class="is-size-7" onclick="x">△ Less</a></span></p>`,
      ),
      { ...PAPER, abstract: 'Code: x.example.', version: 1 },
    ],
    [
      'a report number and classes beside comments and a journal',
      result(
        `${SHOWN}<p class="comments is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Report number:</span> X-1</p><p class="comments is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Journal ref:</span> Nature 1, 2 (2020)</p><p class="comments is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Comments:</span> Accepted at ICML</p>`,
      ),
      { ...PAPER, venue: 'Nature 1, 2 (2020)' },
    ],
    [
      'a withdrawn paper',
      result(
        `${SHOWN}<p class="comments is-size-7"><span class="has-text-black-bis has-text-weight-semibold">Comments:</span> <span class="has-text-grey-dark mathjax">This paper has been withdrawn by the author due to an error</span></p>`,
      ),
      { ...PAPER, withdrawn: true },
    ],
    [
      'a result that is not the latest version',
      result(
        `${SHOWN}<p>Latest version: <a href="/abs/2301.00001v3">3</a></p>`,
        'https://arxiv.org/abs/2301.00001v1',
      ),
      { ...PAPER, version: 3 },
    ],
  ])('%s', (_, html, expected) => {
    expect(
      readAll(html).map(({ authorCount, ...one }) => (authorCount ? { ...one, authorCount } : one)),
    ).toEqual([expected]);
  });

  test('the control stands beside the id, outside of the title, which is typeset again', () => {
    const [card] = listing.cards(toDocument(result(SHOWN)));
    const place = card && listing.placement(card);
    expect(place?.on === 'line' && place.of.className).toBe('is-marginless');
  });
});

test('in a search the control stands behind the subjects, where the result has any', () => {
  const tags = '<div class="tags is-inline-block"><span class="tag">hep-ph</span></div>';
  const [card] = listing.cards(
    toDocument(result(SHOWN).replace('</p></div>', `</p>${tags}</div>`)),
  );
  const place = card && listing.placement(card);
  expect(place?.on === 'line' && place.of.className).toBe('tags is-inline-block');
});

describe('abstract pages', () => {
  const page = (inner: string, head = ''): Document =>
    toDocument(`<head>${head}</head><div id="abs"><div class="dateline">[Submitted on 12 Mar 2024 (v1), last revised 6 Jun 2024 (this version, v2)]</div>
      <h1 class="title mathjax"><span class="descriptor">Title:</span>A title</h1>${inner}</div>
      <div class="submission-history"><a href="/abs/2301.00001v1">[v1]</a></div>`);
  const at = (path: string): URL => new URL(`https://arxiv.org${path}`);
  const read = (document: Document, path: string) => {
    const found = paper.read(document, at(path));
    return found && defined(found.paper);
  };
  const FIRST = { ...PAPER, publishedAt: '2024-03-12', version: 2 };

  test.each<[string, Document, string, object]>([
    ['a page without meta elements', page(''), '/abs/2301.00001', FIRST],
    ['an address with a version', page(''), '/abs/2301.00001v2', { ...FIRST, versionRead: 2 }],
    ['an address of an older version', page(''), '/abs/2301.00001v1', { ...FIRST, versionRead: 1 }],
    ['an address with a slash and a query', page(''), '/abs/2301.00001/?context=cs', FIRST],
    ['an old id', page(''), '/abs/math.GT/0309136', { ...FIRST, id: 'arxiv:math/0309136' }],
    [
      'a date of this version beside that of the first',
      page(
        '',
        '<meta name="citation_date" content="2024/03/12"><meta name="citation_online_date" content="2024/06/06">',
      ),
      '/abs/2301.00001',
      FIRST,
    ],
    [
      'a link that unfolds the authors',
      page(
        '<div class="authors"><span class="descriptor">Authors:</span><a href="/search/cs?searchtype=author&query=E">Ada Example</a>, <span id="long-author-list"><a href="/search/cs?searchtype=author&query=S">Ben Sample</a></span> <a id="toggle" href="javascript:toggleAuthorList()">et al. (71 additional authors not shown)</a></div>',
      ),
      '/abs/2301.00001',
      { ...FIRST, authors: ['Ada Example', 'Ben Sample'] },
    ],
    [
      'a version that is named in the line of dates alone',
      toDocument(
        `<div id="abs"><div class="dateline">[Submitted on 12 Mar 2024 (<a href="/abs/2301.00001v1">v1</a>), last revised 6 Jun 2025 (this version, v3)]</div><h1 class="title"><span class="descriptor">Title:</span> A title</h1></div>`,
      ),
      '/abs/2301.00001',
      { ...FIRST, version: 3 },
    ],
    [
      'an older version, with a note that leads to the latest',
      toDocument(
        `<div id="abs"><div class="dateline">[Submitted on 12 Mar 2024 (this version), <a href="/abs/2301.00001v3">latest version 6 Jun 2025 (v3)</a>]</div><h1 class="title">A title</h1></div>`,
      ),
      '/abs/2301.00001v1?context=cs.CL#top',
      { ...FIRST, version: 3, versionRead: 1 },
    ],
    [
      'a note that the paper was withdrawn',
      page('<span class="error">This submission has been withdrawn by the authors.</span>'),
      '/abs/2301.00001',
      { ...FIRST, withdrawn: true },
    ],
    [
      'an older version that says it of itself: the newest may be another',
      page(
        '<span class="error">This version has been withdrawn.</span><table><tr><td class="comments">This paper has been withdrawn</td></tr></table>',
      ),
      '/abs/2301.00001v1',
      { ...FIRST, versionRead: 1 },
    ],
    [
      'an id of before 2007 with its subject class in small letters',
      page(''),
      '/abs/cond-mat.str-el/0309136v2',
      { ...FIRST, id: 'arxiv:cond-mat/0309136', versionRead: 2 },
    ],
    [
      'a title that only a meta element has',
      toDocument(
        '<head><meta name="citation_title" content="A title"><meta name="citation_date" content="2024/03/12"></head><div id="abs"><div class="dateline">[Submitted] (v2)</div></div>',
      ),
      '/abs/2301.00001',
      FIRST,
    ],
    [
      'formulas in a title and an abstract that were typeset',
      page(
        '<blockquote class="abstract mathjax"><span class="descriptor">Abstract:</span>We bound <span class="MathJax_Preview">x</span><span class="MathJax">x</span><script type="math/tex">x^2</script>, see <a href="https://x.example">this https URL</a>.</blockquote>',
      ),
      '/abs/2301.00001',
      { ...FIRST, abstract: 'We bound $x^2$, see this https URL.' },
    ],
    [
      'authors who are a collaboration',
      page(
        '',
        '<meta name="citation_author" content="The LIGO Collaboration"><meta name="citation_author" content="Example, Ada">',
      ),
      '/abs/2301.00001',
      { ...FIRST, authors: ['The LIGO Collaboration', 'Ada Example'] },
    ],
  ])('%s', (_, document, path, expected) => {
    expect(read(document, path)).toEqual(expected);
  });

  test('an address that names no paper has none', () => {
    expect(read(page(''), '/abs/none')).toBeNull();
  });
});

describe('addresses', () => {
  test.each([
    ['/list/cs.CL/new', 'listing'],
    ['/list/cs.CL/recent?skip=50&show=50', 'listing'],
    ['/list/hep-th/2025-04', 'listing'],
    ['/list/cs/2504', 'listing'],
    ['/catchup/cs.CL/2026-07-28?abs=True', 'listing'],
    ['/a/example_a_1', 'listing'],
    ['/a/example_a_1.html', 'listing'],
    ['/a/0000-0002-1825-0097', 'listing'],
    ['/a/example_a_1.atom2', null],
    ['/a/example_a_1.json', null],
    ['/search/?query=x&searchtype=all', 'listing'],
    ['/search', 'listing'],
    ['/search/cs?query=x', 'listing'],
    ['/search/advanced?advanced=', 'listing'],
    ['/search/advanced/?advanced=', 'listing'],
    ['/search/physics/#results', 'listing'],
    ['/list/cs.AI/pastweek?skip=0&show=2000#top', 'listing'],
    ['/list/math.GT/2003', 'listing'],
    ['/a/example_a_1/', 'listing'],
    ['/abs/math.GT/0309136v1', 'paper'],
    ['/abs/cond-mat.str-el/0309136', 'paper'],
    ['/abs/2301.00001?context=cs#bib', 'paper'],
    ['/abs/2301.00001/', 'paper'],
    ['/html/math/0309136v1', 'paper'],
    ['/abs/2301.00001v2', 'paper'],
    ['/abs/hep-th/9901001', 'paper'],
    ['/html/2301.00001v2', 'paper'],
    ['/pdf/2301.00001', null],
    ['/format/2301.00001', null],
    ['/year/cs/24', null],
    ['/archive/cs', null],
    ['/prevnext?id=2301.00001', null],
    ['/show-email/f4febabe/2301.00001', null],
    ['/src/2301.00001', null],
    ['/ps/hep-th/9901001', null],
    ['/auth/show-endorsers/2301.00001', null],
    ['/user/', null],
    ['/', null],
  ] as const)('%s is %s on every host', (path, kind) => {
    for (const host of ['arxiv.org', 'www.arxiv.org', 'export.arxiv.org']) {
      expect(pageKind(SITES.arxiv, new URL(`https://${host}${path}`))).toBe(kind);
    }
  });
});

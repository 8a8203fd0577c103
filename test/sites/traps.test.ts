import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { adapter as acl } from '../../lib/sites/acl/adapter';
import type { ListingAdapter, PaperAdapter } from '../../lib/sites/adapter';
import { adapter as ar5iv } from '../../lib/sites/ar5iv/adapter';
import { adapter as biorxiv } from '../../lib/sites/biorxiv/adapter';
import { adapter as dblp } from '../../lib/sites/dblp/adapter';
import { adapter as huggingface } from '../../lib/sites/huggingface/adapter';
import { adapter as openreview } from '../../lib/sites/openreview/adapter';
import { pageKind } from '../../lib/sites/pageKind';
import { adapter as scholar } from '../../lib/sites/scholar/adapter';
import { SITES, type SiteId } from '../../lib/sites/sites';
import { toDocument } from './captures';
import { defined } from './reading';

// What the pages of the other sites have that would mislead a reader of them; arXiv's are in `arxivTraps.test.ts`.

const NOW = new Date('2026-10-07T12:00:00Z');

function listed(listing: ListingAdapter, html: string): Paper[] {
  const document = toDocument(html);
  const facts = listing.facts(document);
  return listing.cards(document).flatMap((card) => {
    const paper = listing.read(card, facts, NOW);
    return paper === null ? [] : [defined(paper)];
  });
}

function paperAt(adapter: PaperAdapter, html: string, address: string): Paper | null {
  const found = adapter.read(toDocument(html), new URL(address));
  return found && defined(found.paper);
}

/** Where the control of the only card of a page stands. */
function placeIn(listing: ListingAdapter, html: string): string {
  const [card] = listing.cards(toDocument(html));
  const place = card && listing.placement(card);
  return place?.on === 'line' ? place.of.className : `${place?.on}`;
}

describe('Hugging Face beside its lists', () => {
  const tile = (inner: string, more = '', href = '/papers/2604.90001'): string =>
    `<article class="overview-card-wrapper"><a href="${href}"><header title="arxiv:2604.90001"><h4>A
      Title</h4></header><div>Paper • 2604.90001 • ${inner}</div></a>${more}</article>`;
  const time = (datetime: string): string => `Published <time datetime="${datetime}">x</time> • 3`;
  const TILE = { id: 'arxiv:2604.90001', title: 'A Title', authors: [] };

  test.each([
    ['a time without a zone, which is UTC', '2026-04-15T23:50:56', '2026-04-15'],
    ['a time with its zone', '2026-04-15T23:50:56.000Z', '2026-04-15'],
    ['a time of another zone', '2026-04-15T23:50:56-05:00', '2026-04-16'],
    ['a day', '2026-04-15', '2026-04-15'],
    ['words', 'yesterday', undefined],
  ])('%s', (_, datetime, publishedAt) => {
    expect(listed(huggingface.listing, tile(time(datetime)))).toEqual([
      defined({ ...TILE, authors: [], id: 'arxiv:2604.90001', publishedAt, upvotes: 3 }),
    ]);
  });

  test.each([
    ['a link with a query and a part', '', '/papers/2604.90001?ref=x#abstract'],
    ['a whole address', '', 'https://huggingface.co/papers/2604.90001'],
    ['a version', '', '/papers/2604.90001v2'],
    ['a second link to the same paper', '<a href="/papers/2604.90001#community">2</a>', undefined],
    ['links to other things', '<a href="/org/model">model</a><a href="/papers">all</a>', undefined],
  ])('a tile with %s is a card', (_, more, href) => {
    expect(listed(huggingface.listing, tile('', more, href))).toMatchObject([TILE]);
  });

  test('an article whose links give two papers is none', () => {
    expect(listed(huggingface.listing, tile('', '<a href="/papers/2604.90002">x</a>'))).toEqual([]);
    const row = (more: string): string =>
      `<article><h3><a href="/papers/2604.90001">One</a></h3>${more}</article>`;
    expect(listed(huggingface.listing, row(''))).toHaveLength(1);
    expect(listed(huggingface.listing, row('<a href="/papers/2604.90002">Two</a>'))).toEqual([]);
  });

  test('tiles of two papers side by side are two cards, also within one link list', () => {
    const two = tile('') + tile('', '', '/papers/2604.90002');
    expect(listed(huggingface.listing, `<div>${two}</div>`).map(({ id }) => id)).toEqual([
      'arxiv:2604.90001',
      'arxiv:2604.90002',
    ]);
  });

  test('papers recommended in comments are not the paper of a page', () => {
    const html = `<div data-target="PaperContent"><h1>The Page</h1><p>See <a href="https://huggingface.co/papers/2410.02033">Another</a> (2024)</p>${tile('')}</div>`;
    const at = 'https://huggingface.co/papers/2604.90401?utm=x#66f2';
    expect(paperAt(huggingface.paper, html, at)).toEqual({
      id: 'arxiv:2604.90401',
      title: 'The Page',
      authors: [],
    });
  });
});

describe('OpenReview', () => {
  const note = (inner: string, meta = ''): string =>
    `<div id="notes"><div class="note"><h4>${inner}</h4><div class="note-authors"><span><a href="/profile?id=~A1">Ada Example</a> <a href="#" class="show-all">et al. (1,020 additional authors not shown)</a></span></div><ul class="note-meta-info">${meta}</ul></div></div>`;
  const LINK = '<a href="/forum?id=aBcD1234eF&amp;referrer=%5Bx%5D">A title</a>';

  test.each([
    ['a link to the PDF', `${LINK}<a class="pdf-link" href="/pdf?id=zzzzzzzzzz">pdf</a>`],
    ['a link to a web site', `${LINK}<a class="html-link" href="https://x.example">x</a>`],
    ['a whole address', LINK.replace('/forum', 'https://openreview.net/forum')],
  ])('a note with %s is one card', (_, inner) => {
    expect(listed(openreview.listing, note(inner))).toEqual([
      {
        id: 'openreview:aBcD1234eF',
        title: 'A title',
        authors: ['Ada Example'],
        authorCount: 1021,
      },
    ]);
  });

  test.each([
    ['ICLR 2025 Poster', 'ICLR 2025 Poster', undefined],
    ['Accepted by TMLR', 'TMLR', undefined],
    ['Under review for TMLR', undefined, undefined],
    ['Decision pending for TMLR', undefined, undefined],
    ['Rejected by TMLR', undefined, undefined],
    ['Withdrawn by Authors', undefined, true],
    ['Submitted to ICLR 2026', undefined, undefined],
  ])('"%s" is the venue %s', (where, venue, withdrawn) => {
    const [paper] = listed(openreview.listing, note(LINK, `<li>26 Jan 2026</li><li>${where}</li>`));
    expect([paper?.venue, paper?.withdrawn]).toEqual([venue, withdrawn]);
  });

  const forum = (content: string): string =>
    `<div class="forum-note"><div class="forum-title"><h2 class="citation_title">A title</h2></div>
      <div class="forum-versions"><a href="/forum?id=other12345">2 Versions</a></div>
      <div class="forum-meta"><span class="date item">Published: 10 Jul 2024, Last Modified: 1 Aug 2025</span></div>
      <div class="note-content">${content}</div></div>
      <div id="forum-replies"><div class="note"><h4><a href="/forum?id=reply12345">Official Review</a></h4></div></div>`;

  test('a forum is its own paper: neither another version nor a reply', () => {
    const at = 'https://openreview.net/forum?id=aBcD1234eF&noteId=reply12345#x';
    expect(paperAt(openreview.paper, forum(''), at)).toEqual({
      id: 'openreview:aBcD1234eF',
      title: 'A title',
      authors: [],
      publishedAt: '2024-07-10',
    });
    expect(listed(openreview.listing, forum(''))).toEqual([]);
  });

  test('an address without a forum has none', () => {
    expect(paperAt(openreview.paper, forum(''), 'https://openreview.net/forum')).toBeNull();
  });
});

describe('Google Scholar', () => {
  const row = (title: string, more = '', foot = '<div class="gs_fl"><a>Save</a></div>'): string =>
    `<!doctype html><div class="gs_r gs_or gs_scl" data-cid="abcdefghijkl">${more}<div class="gs_ri"><h3 class="gs_rt">${title}</h3><div class="gs_a">A Example, B Sample\u00a0- Nature of Things, 2021\u00a0- x.example</div><div class="gs_rs">A <b>snippet</b> …</div>${foot}</div></div>`;
  const WORK = '<a href="https://x.example/1">A <b>title</b></a>';
  const PAPER = { id: 'scholar:abcdefghijkl', title: 'A title', publishedAt: '2021' };

  test.each([
    [
      'a type twice before the title',
      `<span class="gs_ctc"><span class="gs_ct1">[PDF]</span><span class="gs_ct2">[PDF]</span></span> ${WORK}`,
    ],
    [
      'a book with a link',
      `<span class="gs_ctu"><span class="gs_ct1">[BOOK]</span><span class="gs_ct2">[B]</span></span> ${WORK}`,
    ],
  ])('%s is no part of it', (_, title) => {
    expect(listed(scholar.listing, row(title))).toMatchObject([PAPER]);
  });

  test('a snippet is not an abstract', () => {
    expect(listed(scholar.listing, row(WORK))[0]).not.toHaveProperty('abstract');
  });

  test.each([
    [
      'without a link',
      '<span class="gs_ctu">[CITATION][C]</span> <span id="abcdefghijkl">A title</span>',
    ],
    ['whose link is to its citations', '<a>[CITATION] A title</a>'],
  ])('a citation %s gets nothing', (_, title) => {
    expect(scholar.listing.cards(toDocument(row(title)))).toEqual([]);
  });

  test('of several links outside the paper is the one that names it', () => {
    const side =
      '<div class="gs_ggs gs_fl"><div class="gs_ggsd"><a href="https://x.example/a.pdf">[PDF]</a><a href="http://arxiv.org/pdf/math.GT/0309136v2?">[PDF] arxiv.org</a></div></div>';
    expect(listed(scholar.listing, row(WORK, side))[0]?.id).toBe('arxiv:math/0309136');
  });

  test('the control is the last thing beside Scholar’s own star', () => {
    const side = '<div class="gs_ggs gs_fl"><a href="https://x.example/a.pdf">[PDF]</a></div>';
    const foot = '<div class="gs_fl gs_flb"><a class="gs_or_sav">Save</a> <a>Cite</a></div>';
    expect(placeIn(scholar.listing, row(WORK, side, foot))).toBe('gs_fl gs_flb');
    expect(placeIn(scholar.listing, row(WORK, side, ''))).toBe('gs_a');
  });

  test('only on Scholar is our mark no star, since it has one', () => {
    const marked = Object.entries(SITES).flatMap(([id, { hasStar }]) => (hasStar ? id : []));
    expect(marked).toEqual(['scholar']);
  });
});

describe('DBLP', () => {
  const entry = (id: string, ee: string, title = 'A title.'): string =>
    `<!doctype html><ul class="publ-list"><li class="year">2023</li><li class="entry article" id="${id}"><nav class="publ"><ul><li class="drop-down"><div><ul><li class="ee">${ee}</li></ul></div></li><li class="drop-down"><a href="https://www.semanticscholar.org/search?q=arXiv%3A2301.00009">x</a><a href="https://arxiv.org/abs/2301.00009">x</a></li></ul></nav><cite class="data"><span itemprop="author"><span itemprop="name" title="Ada Example 0001">Ada
       Example 0001</span></span>: <span class="title">${title}</span></cite></li></ul>`;

  test.each([
    ['journals/corr/abs-2303-14702', '', 'arxiv:2303.14702'],
    ['journals/corr/abs-hep-th-9901001', '', 'arxiv:hep-th/9901001'],
    [
      'journals/corr/Example14',
      '<a href="http://arxiv.org/abs/1401.0001">x</a>',
      'arxiv:1401.0001',
    ],
    [
      'conf/x/Example23',
      '<a href="https://doi.org/10.48550/arXiv.2303.14702">x</a>',
      'arxiv:2303.14702',
    ],
    [
      'conf/iclr/Example23',
      '<a href="https://openreview.net/forum?id=aBcD1234eF">x</a>',
      'openreview:aBcD1234eF',
    ],
    [
      'conf/acl/Example23',
      '<a href="https://aclanthology.org/2023.acl-long.1">x</a>',
      'acl:2023.acl-long.1',
    ],
    [
      'conf/acl/Example22',
      '<a href="https://doi.org/10.18653/v1/2022.acl-long.1">x</a>',
      'acl:2022.acl-long.1',
    ],
    [
      'conf/esem/Example23',
      '<a href="https://doi.org/10.1109/X.2023.1">x</a>',
      'doi:10.1109/x.2023.1',
    ],
    ['conf/esem/Example24', '', 'dblp:conf/esem/Example24'],
  ])('the record %s with "%s" is %s', (key, ee, id) => {
    expect(listed(dblp.listing, entry(key, ee))[0]).toMatchObject({
      id,
      title: 'A title',
      authors: ['Ada Example'],
    });
  });

  test.each([
    ['Is it?', 'Is it?'],
    ['On .NET.', 'On .NET'],
    ['Wait...', 'Wait..'],
  ])('the title "%s" is "%s"', (written, title) => {
    expect(listed(dblp.listing, entry('conf/x/Y23', '', written))[0]?.title).toBe(title);
  });
});

describe('the ACL Anthology', () => {
  const page = (heading: string): string =>
    `<meta content="Ada Example" name=citation_author><meta content="2021/6" name=citation_publication_date>
     <h2 id=title>${heading}</h2><p class=lead><a href=/people/a/>Ada E.</a></p>
     <div id=metadataModal><form><h2>Title</h2><input name="title" value="Wrong"></form></div>`;
  const PAPER = { title: 'A title', authors: ['Ada Example'], publishedAt: '2021-06' };

  test.each([
    [
      'a title that leads to the PDF',
      '<a href=/2021.naacl-main.208.pdf>A <span class=acl-fixed-case>title</span></a>',
    ],
    ['a title without a link', 'A <i>title</i>'],
  ])('%s', (_, heading) => {
    const at = 'https://aclanthology.org/2021.naacl-main.208?x#y';
    expect(paperAt(acl.paper, page(heading), at)).toEqual({
      id: 'acl:2021.naacl-main.208',
      ...PAPER,
    });
  });

  test.each(['N04-1001', 'N04-1001/'])('an id of before 2020: %s', (path) => {
    const at = `https://aclanthology.org/${path}`;
    expect(paperAt(acl.paper, page('A title'), at)).toEqual({ id: 'acl:N04-1001', ...PAPER });
  });
});

describe('bioRxiv and medRxiv', () => {
  const row = (version: string, more = ''): string =>
    `<ul class="highwire-search-results-list"><li class="search-result"><div class="highwire-article-citation" data-apath="/biorxiv/early/2026/07/02/2026.07.01.735904.atom"><a class="highwire-cite-linked-title" href="/content/10.64898/2026.07.01.735904${version}"><span>A <i>title</i></span></a>
     <span class="highwire-citation-author"><span class="nlm-given-names">Ada B</span> <span class="nlm-surname">Example</span></span><div class="highwire-cite-metadata">doi</div>${more}</div></li></ul>`;
  const PAPER = {
    id: 'doi:10.64898/2026.07.01.735904',
    title: 'A title',
    authors: ['Ada B Example'],
  };

  test('a later version is the same paper, whose day is not known', () => {
    expect(listed(biorxiv.listing, row('v1'))).toEqual([
      { ...PAPER, publishedAt: '2026-07-02', version: 1 },
    ]);
    expect(listed(biorxiv.listing, row('v3'))).toEqual([{ ...PAPER, version: 3 }]);
  });

  const article = (abstract: string): string =>
    `<meta name="citation_author" content="Ada Example"><meta name="citation_date" content="2026-07-02"><meta name="citation_publication_date" content="2026/01/01"><meta name="citation_abstract" content="&lt;p&gt;Marked up&lt;/p&gt;">
     <div><h1 id="page-title" class="highwire-cite-title">A <em>title</em></h1></div>${abstract}`;

  test.each([
    ['', 'v1', { version: 1, versionRead: 1, publishedAt: '2026-07-02' }],
    ['.full', 'v1', { version: 1, versionRead: 1, publishedAt: '2026-07-02' }],
    ['.full-text', 'v2', { version: 2, versionRead: 2 }],
    ['.article-info?x#y', 'v2', { version: 2, versionRead: 2 }],
  ])('an article at an address that ends in "%s"', (tail, version, facts) => {
    const at = `https://www.medrxiv.org/content/10.64898/2026.07.01.735904${version}${tail}`;
    const html = article('<div id="abstract-1"><h2>Abstract</h2><p>We</p><p>wait.</p></div>');
    expect(pageKind(SITES.biorxiv, new URL(at))).toBe('paper');
    expect(paperAt(biorxiv.paper, html, at)).toEqual({
      ...PAPER,
      authors: ['Ada Example'],
      abstract: 'We wait.',
      ...facts,
    });
  });

  test('markup in a meta element is not an abstract', () => {
    const at = 'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1';
    expect(paperAt(biorxiv.paper, article(''), at)).not.toHaveProperty('abstract');
  });
});

describe('ar5iv', () => {
  const page = `<h1 class="ltx_title ltx_title_document">A title<span class="ltx_note">thanks</span></h1>
    <div class="ltx_authors">Ada Example, a@x.example</div><div class="ltx_abstract"><h6>Abstract</h6><p class="ltx_p">For <math alttext="x^2"><mi>x</mi></math>.</p></div>
    <footer class="ltx_page_footer"><a href="/html/2310.06824">◄</a><a href="/html/2310.06826">►</a></footer>`;
  const PAPER = { title: 'A title', authors: [], abstract: 'For $x^2$.' };

  test.each([
    ['/html/2310.06825', { id: 'arxiv:2310.06825' }],
    ['/html/2310.06825v2', { id: 'arxiv:2310.06825', version: 2, versionRead: 2 }],
    ['/html/2310.06825/?x#S1', { id: 'arxiv:2310.06825' }],
    ['/abs/math.GT/0309136', { id: 'arxiv:math/0309136' }],
    ['/html/cond-mat.str-el/0309136', { id: 'arxiv:cond-mat/0309136' }],
  ])('%s is its paper, not a neighbour', (path, facts) => {
    const at = `https://ar5iv.labs.arxiv.org${path}`;
    expect(pageKind(SITES.ar5iv, new URL(at))).toBe('paper');
    expect(paperAt(ar5iv.paper, page, at)).toEqual({ ...PAPER, ...facts });
  });
});

test.each<[SiteId, string]>([
  ['scholar', 'https://scholar.google.com/scholar?scilib=1&start=10'],
  ['scholar', 'https://scholar.google.com/scholar?cites=123&hl=de'],
  ['scholar', 'https://scholar.google.com/citations?user=abcdefghijkl'],
  ['dblp', 'https://dblp.uni-trier.de/search/publ?q=x#1'],
  ['biorxiv', 'https://www.medrxiv.org/collection/neurology'],
  ['biorxiv', 'https://www.biorxiv.org/content/early/recent?page=2'],
  ['openreview', 'https://openreview.net/submissions?venue=x&page=2'],
  ['openreview', 'https://openreview.net/group?id=X.cc#tab-accept-poster'],
])('%s lists papers at %s', (site, address) => {
  expect(pageKind(SITES[site], new URL(address))).toBe('listing');
});

import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { paperSchema } from '../../lib/papers/schemas';
import { adapter as acl } from '../../lib/sites/acl/adapter';
import type { Card, ListingAdapter, PaperAdapter } from '../../lib/sites/adapter';
import { adapter as biorxiv } from '../../lib/sites/biorxiv/adapter';
import { adapter as dblp } from '../../lib/sites/dblp/adapter';
import { adapter as openreview } from '../../lib/sites/openreview/adapter';
import { adapter as scholar } from '../../lib/sites/scholar/adapter';
import { testCapture, toDocument } from './captures';
import { defined } from './reading';

const NOW = new Date('2026-10-07T12:00:00Z');

function all(listing: ListingAdapter, html: string): Paper[] {
  const document = toDocument(html);
  return listing.cards(document).map((card: Card) => {
    const paper = listing.read(card, listing.facts(document), NOW);
    if (paper === null) throw new Error(`${card.id} cannot be read`);
    expect(paperSchema.safeParse(paper).error).toBeUndefined();
    return defined(paper);
  });
}

function one(paper: PaperAdapter, html: string, address: string): Paper {
  const found = paper.read(toDocument(html), new URL(address));
  if (found === null) throw new Error('no paper');
  expect(paperSchema.safeParse(found.paper).error).toBeUndefined();
  expect(found.line.isConnected).toBe(true);
  return defined(found.paper);
}

const outline = ({ id, title, authors, publishedAt }: Paper) => [
  id,
  title,
  authors.length,
  publishedAt,
];

describe('OpenReview', async () => {
  await testCapture('openreview-forum-dribhnhm1i.rebuilt.html', 'the paper of a forum', (html) => {
    const paper = one(
      openreview.paper,
      html,
      'https://openreview.net/forum?id=dribhnhm1i&noteId=x',
    );
    expect(paper).toMatchObject({
      id: 'openreview:dribhnhm1i',
      title: 'Tuning Language Models by Proxy',
      authors: [
        'Alisa Liu',
        'Xiaochuang Han',
        'Yizhong Wang',
        'Yulia Tsvetkov',
        'Yejin Choi',
        'Noah A. Smith',
      ],
      publishedAt: '2024-07-10',
      keywords: ['LM adaptation', 'inference algorithms', 'instruction-tuning'],
    });
    expect(paper.abstract).toMatch(
      /^Despite the general capabilities .* decoding-time guidance\.$/,
    );
  });

  await testCapture(
    'openreview-forum-dribhnhm1i.rebuilt.html',
    'the control stands outside of the title, which is typeset again',
    (html) => {
      const url = new URL('https://openreview.net/forum?id=dribhnhm1i');
      expect(openreview.paper.read(toDocument(html), url)?.line.className).toBe('forum-meta');
    },
  );

  await testCapture('openreview-forum-dribhnhm1i.rebuilt.html', 'replies are no cards', (html) => {
    expect(openreview.listing.cards(toDocument(html))).toEqual([]);
  });

  await testCapture(
    'openreview-venue-tab.reconstructed.html',
    'the cards of a list, by its components',
    (html) => {
      const papers = all(openreview.listing, html);
      expect(papers.map(outline)).toEqual([
        [
          'openreview:aBcD1234eF',
          'Invented Title One: a Reconstructed OpenReview Card',
          3,
          undefined,
        ],
        ['openreview:gH-5678_iJ', 'Invented Title Two with $\\mathcal{O}(n)$ in It', 20, undefined],
        ['openreview:kL90mNopQr', 'Invented Title Three', 1, undefined],
      ]);
      expect(papers.map(({ authorCount }) => authorCount)).toEqual([undefined, 25, undefined]);
      expect(papers[0]?.authors).toEqual(['Ada Example', 'Bo Sample', 'Chi Test']);
    },
  );

  test('a record that was imported from arXiv is the arXiv paper', () => {
    const html = `<div class="forum-note"><div class="forum-title"><h2>A title</h2></div><div class="forum-meta"></div>
      <div class="note-content"><div><strong class="note-content-field">External IDs:</strong> <span class="note-content-value">arxiv:2301.00001</span></div></div></div>`;
    expect(one(openreview.paper, html, 'https://openreview.net/forum?id=abcdefghij').id).toBe(
      'arxiv:2301.00001',
    );
  });
});

describe('Google Scholar', async () => {
  await testCapture(
    'google-scholar-search-attention-2026-04-01.html',
    'rows with a link, and arXiv’s papers by the link beside them',
    (html) => {
      const papers = all(scholar.listing, html);
      expect(papers[0]).toMatchObject({
        id: 'scholar:2BmMArIDz08J',
        title: 'A review on the attention mechanism of deep learning',
        authors: ['Z Niu', 'G Zhong', 'H Yu'],
        publishedAt: '2021',
        sources: { title: 'bibliography', authors: 'bibliography', publishedAt: 'bibliography' },
      });
      expect([papers[2]?.id, papers[5]?.id]).toEqual(['arxiv:2204.13154', 'arxiv:2203.14263']);
      expect(papers[1]).toMatchObject({ moreAuthors: true });
      expect(papers.at(-1)?.title).toBe(
        'An empirical study of spatial attention mechanisms in deep networks',
      );
      expect(papers.filter(({ abstract }) => abstract)).toEqual([]);
    },
  );

  await testCapture(
    'google-scholar-search-llm-hallucination-2024.html',
    'titles that lead to arXiv are its papers',
    (html) => {
      const ids = all(scholar.listing, html).map(({ id }) => id);
      expect(ids.filter((id) => id.startsWith('arxiv:')).length).toBeGreaterThanOrEqual(17);
      expect([ids[0], ids.at(-1)]).toEqual(['arxiv:2401.01313', 'arxiv:2403.06448']);
    },
  );

  await testCapture(
    'google-scholar-search-iomt-2018-02-08.html',
    'a citation without a link is nothing',
    (html) => {
      const ids = all(scholar.listing, html).map(({ id }) => id);
      expect(ids).not.toContain('scholar:OUdm_-VORQcJ');
    },
  );

  await testCapture(
    'google-scholar-profile-8daWuo4AAAAJ-2021-08-03.html',
    'the works of a profile',
    (html) => {
      expect(all(scholar.listing, html).map(outline)).toEqual([
        [
          'scholar:8daWuo4AAAAJ:NhqRSupF_l8C',
          'Interaction of oxygen functionalized multi-walled carbon nanotube nanofluids with copper',
          5,
          '2018',
        ],
        [
          'scholar:8daWuo4AAAAJ:bFI3QPDXJZMC',
          'Boiling heat transfer enhancement with stable nanofluids and laser textured copper surfaces',
          3,
          '2018',
        ],
      ]);
    },
  );

  const row = (href: string, side = ''): string =>
    `<!doctype html><div class="gs_r gs_or" data-cid="abcdefghijkl">${side && `<div class="gs_ggs"><a href="${side}">[PDF]</a></div>`}<div class="gs_ri"><h3 class="gs_rt"><span class="gs_ctc"><span>[PDF]</span><span>[PDF]</span></span> <a href="${href}">A <b>title</b></a></h3><div class="gs_a">A Example… - Journal, 2020 - x.example</div></div></div>`;

  test.each([
    ['https://arxiv.org/abs/2301.00001', '', 'arxiv:2301.00001'],
    ['https://arxiv.org/pdf/2301.00001v2.pdf?trk=public_post', '', 'arxiv:2301.00001'],
    ['https://x.example/p', 'https://arxiv.org/pdf/2301.00001?', 'arxiv:2301.00001'],
    ['https://openreview.net/forum?id=dribhnhm1i', '', 'openreview:dribhnhm1i'],
    ['https://aclanthology.org/N04-1001.pdf', '', 'acl:N04-1001'],
    ['https://www.biorxiv.org/content/10.1101/735904v1.abstract', '', 'doi:10.1101/735904'],
    ['https://link.springer.com/article/10.1007/s11263-020-X', '', 'doi:10.1007/s11263-020-x'],
    ['https://dl.acm.org/doi/abs/10.1145/3571730', '', 'doi:10.1145/3571730'],
    [
      'https://www.frontiersin.org/articles/10.3389/fnins.2023.1/full',
      '',
      'doi:10.3389/fnins.2023.1',
    ],
    [
      'https://academic.oup.com/bib/article/doi/10.1093/bib/bbac409/6713511',
      '',
      'scholar:abcdefghijkl',
    ],
    [
      'https://www.sciencedirect.com/science/article/pii/S092523122100477X',
      '',
      'scholar:abcdefghijkl',
    ],
  ])('%s (beside it: "%s") is %s', (href, side, id) => {
    const [paper] = all(scholar.listing, row(href, side));
    expect(paper).toMatchObject({ id, title: 'A title', moreAuthors: true, publishedAt: '2020' });
  });

  test.each([
    [
      'related searches',
      '<div class="gs_r"><h3 class="gs_rt"><a href="/scholar?q=x">x</a></h3></div>',
    ],
    [
      'a citation',
      '<div class="gs_r" data-cid="abcdefghijkl"><h3 class="gs_rt">[CITATION] A title</h3></div>',
    ],
  ])('%s is no card', (_, html) => {
    expect(scholar.listing.cards(toDocument(html))).toEqual([]);
  });
});

describe('the ACL Anthology', async () => {
  for (const year of ['2026-02-08', '2023-09-22']) {
    await testCapture(
      `acl-anthology-paper-2021.naacl-main.208-${year}.html`,
      `a paper, as its page was on ${year}`,
      (html) => {
        const paper = one(acl.paper, html, 'https://aclanthology.org/2021.naacl-main.208/');
        expect(paper).toMatchObject({
          id: 'acl:2021.naacl-main.208',
          title: 'How many data points is a prompt worth?',
          authors: ['Teven Le Scao', 'Alexander M. Rush'],
          publishedAt: '2021-06',
        });
        expect(paper.abstract).toHaveLength(725);
      },
    );
  }
});

describe('DBLP', async () => {
  await testCapture('dblp-search-calefato-2024-01-28.html', 'each entry is a card', (html) => {
    const papers = all(dblp.listing, html);
    expect(papers).toHaveLength(30);
    expect(papers.filter(({ id }) => id.startsWith('arxiv:'))).toHaveLength(11);
    expect(papers[0]).toMatchObject({
      id: 'doi:10.1109/esem56168.2023.10304796',
      title: 'Assessing the Use of AutoML for Data-Driven Software Engineering',
      publishedAt: '2023',
      sources: { title: 'bibliography' },
    });
    expect(papers[1]).toMatchObject({
      id: 'arxiv:2303.14702',
      title: 'A Lot of Talk and a Badge: An Empirical Analysis of Personal Achievements in GitHub',
    });
    for (const { authors } of papers) expect(authors.join()).not.toMatch(/\d|\s\s/);
  });
});

describe('bioRxiv', async () => {
  await testCapture('biorxiv-search-timescales-2026-07-30.html', 'the results', (html) => {
    const papers = all(biorxiv.listing, html);
    expect(papers).toHaveLength(10);
    expect(papers[0]).toMatchObject({
      id: 'doi:10.64898/2026.07.01.735904',
      title: 'Network and hierarchical organization of intrinsic timescales in the human brain',
      publishedAt: '2026-07-02',
    });
    expect(papers[0]?.authors).toHaveLength(6);
    expect(papers[0]?.authors[0]).toBe('Bryan M Krause');
    expect([papers[4]?.id, papers[8]?.id, papers[9]?.id]).toEqual([
      'doi:10.1101/2025.08.30.673281',
      'doi:10.1101/2025.08.27.672403',
      'doi:10.64898/2026.03.19.712967',
    ]);
    expect([papers[8]?.publishedAt, papers[9]?.publishedAt]).toEqual([undefined, undefined]);
  });

  await testCapture(
    'biorxiv-article-2026.07.01.735904v1-2026-07-30.html',
    'the article',
    (html) => {
      const address = 'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1';
      const paper = one(biorxiv.paper, html, address);
      expect(paper).toMatchObject({
        id: 'doi:10.64898/2026.07.01.735904',
        title: 'Network and hierarchical organization of intrinsic timescales in the human brain',
        publishedAt: '2026-07-02',
      });
      expect(paper.authors).toHaveLength(6);
      expect(paper.abstract).toMatch(/^Intrinsic neural timescales/);
      expect(one(biorxiv.paper, html, address.replace('v1', 'v2')).publishedAt).toBeUndefined();
    },
  );
});

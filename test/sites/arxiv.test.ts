import { describe, expect, test } from 'vitest';
import type { Paper } from '../../lib/papers/paper';
import { adapter } from '../../lib/sites/arxiv/adapter';
import { submittedDay } from '../../lib/sites/arxiv/dates';
import { testCapture, toDocument } from './captures';
import { defined } from './reading';

const { listing, paper } = adapter;

function readAll(html: string): Paper[] {
  return listing.cards(toDocument(html)).map((card) => {
    const read = listing.read(card);
    if (read === null) throw new Error(`${card.id} cannot be read`);
    return defined(read);
  });
}

/** What is exact of a paper without quoting all of it. */
function outline({ id, title, authors, authorCount, abstract, publishedAt }: Paper) {
  return {
    id,
    title,
    authors: authors.length,
    authorCount,
    abstract: abstract?.length,
    publishedAt,
  };
}

function readPage(html: string, address: string): Paper {
  const found = paper.read(toDocument(html), new URL(address));
  if (found === null) throw new Error('no paper');
  return defined(found.paper);
}

await testCapture('arxiv-search-all-200-2025-12-25.html', 'every result is a card', (html) => {
  const papers = readAll(html);
  expect(papers).toHaveLength(200);
  expect(new Set(papers.map(({ id }) => id)).size).toBe(200);
  expect(papers.filter(({ abstract }) => abstract === undefined)).toEqual([]);
  expect(papers.filter(({ publishedAt }) => publishedAt === undefined)).toEqual([]);
  expect(papers.filter((one) => (one.authorCount ?? 0) > one.authors.length)).toHaveLength(3);
  expect(outline(papers[0] as Paper)).toEqual({
    id: 'arxiv:2512.03003',
    title: 'The role of the top Yukawa coupling in triple Higgs production at the LHC',
    authors: 1,
    authorCount: 1,
    abstract: 383,
    publishedAt: '2025-12-02',
  });
  expect(papers[0]?.authors).toEqual(['Luca Panizzi']);
  expect(papers.at(-1)?.title).toBe(
    'Beyond Traditional Diagnostics: Transforming Patient-Side Information into Predictive Insights with Knowledge Graphs and Prototypes',
  );
  for (const { title, abstract = '' } of papers) {
    expect(title).not.toMatch(/▽|△|Less$|More$/);
    expect(abstract).not.toMatch(/▽|△|^Abstract|^…/);
  }
});

await testCapture('arxiv-search-advanced-2026-10-08.excerpt.html', 'of each its facts', (html) => {
  expect(readAll(html).map(outline)).toEqual([
    {
      id: 'arxiv:2602.22235',
      title:
        'Unsupervised Denoising of Diffusion-Weighted Images with Bias and Variance Corrected Noise Modeling',
      authors: 5,
      authorCount: 5,
      abstract: 1666,
      publishedAt: '2026-02-21',
    },
    {
      id: 'arxiv:2602.20195',
      title: 'OrgFlow: Generative Modeling of Organic Crystal Structures from Molecular Graphs',
      authors: 3,
      authorCount: 3,
      abstract: 1262,
      publishedAt: '2026-02-21',
    },
    {
      id: 'arxiv:2602.18831',
      title: 'IDperturb: Enhancing Variation in Synthetic Face Generation via Angular Perturbation',
      authors: 4,
      authorCount: 4,
      abstract: 1257,
      publishedAt: '2026-02-21',
    },
  ]);
});

await testCapture(
  'arxiv-search-advanced-2026-10-08.excerpt.html',
  'where it was accepted, if its authors say so',
  (html) => {
    expect(readAll(html).map(({ venue }) => venue)).toEqual([undefined, undefined, 'CVPR 2026']);
  },
);

await testCapture(
  'arxiv-list-cond-mat.mtrl-sci-new-2026-09-22.excerpt.html',
  'a journal’s reference is the venue',
  (html) => {
    const venues = readAll(html).flatMap(({ venue }) => venue ?? []);
    expect(venues).toEqual(['Journal of Applied Mechanics 92, no. 8 (2025): 081003']);
  },
);

await testCapture('list-cs.CL-recent-2026-07-28.html', 'every entry is a card', (html) => {
  const papers = readAll(html);
  expect(papers).toHaveLength(50);
  expect(outline(papers[0] as Paper)).toEqual({
    id: 'arxiv:2607.22529',
    title: 'Skill Self-Play: Pushing the Frontier of LLM Capability with Co-Evolving Skills',
    authors: 13,
  });
});

await testCapture(
  'arxiv-list-cond-mat.mtrl-sci-new-2026-09-22.excerpt.html',
  'new, cross-listed and replaced papers have their abstracts',
  (html) => {
    expect(readAll(html).map((one) => [one.id, one.authors.length, one.abstract?.length])).toEqual([
      ['arxiv:2609.22268', 3, 1767],
      ['arxiv:2609.22287', 10, 1390],
      ['arxiv:2609.22118', 6, 1690],
      ['arxiv:2609.22210', 3, 1180],
      ['arxiv:2411.19270', 2, 1277],
      ['arxiv:2510.01881', 7, 943],
    ]);
  },
);

await testCapture(
  'arxiv-list-cs.DC-2025-04-2026-10-07.excerpt.html',
  'a month has no abstracts',
  (html) => {
    const papers = readAll(html);
    expect(papers.map(({ authors }) => authors.length)).toEqual([4, 10, 2, 2, 8, 2, 1]);
    expect(papers.filter(({ abstract, publishedAt }) => abstract || publishedAt)).toEqual([]);
  },
);

await testCapture(
  'arxiv-catchup-error-2026-10-07.html',
  'a page without entries has no cards',
  (html) => {
    expect(readAll(html)).toEqual([]);
  },
);

await testCapture(
  'arxiv-abs-2604.14148-2026-04-18.html',
  'all authors, the day, the abstract',
  (html) => {
    const read = readPage(html, 'https://arxiv.org/abs/2604.14148');
    expect(outline(read)).toEqual({
      id: 'arxiv:2604.14148',
      title: 'Seedance 2.0: Advancing Video Generation for World Complexity',
      authors: 171,
      abstract: 1399,
      publishedAt: '2026-04-15',
    });
    expect([read.authors[0], read.authors.at(-1)]).toEqual(['Team Seedance', 'Feilong Zuo']);
  },
);

await testCapture('abs-2403.07974v2-2026-05-25.html', 'the day is the first version’s', (html) => {
  const read = readPage(html, 'https://arxiv.org/abs/2403.07974v2');
  expect(read.id).toBe('arxiv:2403.07974');
  expect(read.publishedAt).toBe('2024-03-12');
  expect(read.title).toMatch(/^LiveCodeBench/);
});

test.each([
  ['Submitted 21 February, 2026; originally announced February 2026.', '2026-02-21'],
  ['Submitted 6 August, 2026; v1 submitted 21 February, 2026; originally announced', '2026-02-21'],
  ['[Submitted on 15 Apr 2026]', '2026-04-15'],
  ['[Submitted on 12 Mar 2024 (v1), last revised 6 Jun 2024 (this version, v2)]', '2024-03-12'],
  ['Submitted 31 February, 2026', undefined],
  ['originally announced February 2026.', undefined],
  ['', undefined],
])('%s is %s', (text, day) => {
  expect(submittedDay(text)).toBe(day);
});

describe('odd entries', () => {
  const entry = (dt: string, dd: string): string =>
    `<div id="dlpage"><dl id="articles"><dt>${dt}</dt><dd><div class="meta">${dd}</div></dd></dl></div>`;
  const title =
    '<div class="list-title mathjax"><span class="descriptor">Title:</span> A title</div>';

  test('markup of before 2024', () => {
    const html = entry(
      '<a name="item1">[1]</a>&nbsp; <span class="list-identifier"><a href="/abs/2301.00001" title="Abstract">arXiv:2301.00001</a> [<a href="/pdf/2301.00001">pdf</a>]</span>',
      title,
    );
    expect(readAll(html)).toEqual([{ id: 'arxiv:2301.00001', title: 'A title', authors: [] }]);
  });

  test.each([
    ['/abs/hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['/abs/2301.00001v3', 'arxiv:2301.00001'],
    ['https://www.arxiv.org/abs/2301.00001?context=cs', 'arxiv:2301.00001'],
  ])('%s names %s', (href, id) => {
    expect(readAll(entry(`<a href="${href}" title="Abstract">x</a>`, title))[0]?.id).toBe(id);
  });

  test('an entry without a title or without a paper has no facts', () => {
    expect(listing.cards(toDocument(entry('<a href="/help">help</a>', title)))).toEqual([]);
    const [card] = listing.cards(
      toDocument(entry('<a href="/abs/2301.00001" title="Abstract">x</a>', '')),
    );
    expect(card && listing.read(card)).toBeNull();
  });

  test('formulas that MathJax has typeset are their TeX, once', () => {
    const typeset =
      '<div class="list-title mathjax"><span class="descriptor">Title:</span> The ' +
      '<span class="MathJax_Preview">x2</span><span class="MathJax"><nobr>x2</nobr></span>' +
      '<script type="math/tex">x^2</script> problem</div>';
    const html = entry('<a href="/abs/2301.00001" title="Abstract">x</a>', typeset);
    expect(readAll(html)[0]?.title).toBe('The $x^2$ problem');
  });
});

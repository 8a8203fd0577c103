import { describe, expect, test } from 'vitest';
import { paperSchema } from '../../lib/papers/schemas';
import { adapter } from '../../lib/sites/huggingface/adapter';
import { pageKind } from '../../lib/sites/pageKind';
import { SITES } from '../../lib/sites/sites';
import page from '../pages/paper.html?raw';
import { testCapture, toDocument } from './captures';
import { defined, readAll } from './reading';

const { listing, paper } = adapter;
const NOW = new Date('2026-05-25T12:00:00Z');

describe('which pages are read', () => {
  test.each([
    'https://huggingface.co/datasets/HuggingFaceFW/fineweb',
    'https://huggingface.co/spaces/someone/a-space',
    'https://huggingface.co/someone/a-model',
    'https://huggingface.co/collections/someone/some-papers-66f2',
    'https://huggingface.co/someone',
    'https://huggingface.co/someone/papers',
    'https://huggingface.co/paperspace/llama',
  ])('%s may have tiles', (address) => {
    expect(pageKind(SITES.huggingface, new URL(address))).toBe('listing');
  });

  test.each([
    'https://huggingface.co/papers/2604.90001',
    'https://huggingface.co/papers/1301.3781',
    'https://huggingface.co/papers/2604.90001/?q=tree#community',
    'https://huggingface.co/papers/openai-report_1',
    'https://huggingface.co/papers/index-of-refraction',
  ])('%s is the page of a paper', (address) => {
    expect(pageKind(SITES.huggingface, new URL(address))).toBe('paper');
  });

  test.each([
    'https://huggingface.co/',
    'https://huggingface.co/papers/submit',
    'https://huggingface.co/papers/index?arxivId=2604.90001',
    'https://huggingface.co/papers/date',
    'https://huggingface.co/models',
    'https://huggingface.co/datasets',
    'https://huggingface.co/docs/transformers',
    'https://huggingface.co/blog/some-post',
    'https://huggingface.co/settings/profile',
    'https://huggingface.co/someone/a-model/blob/main/README.md',
  ])('%s is neither', (address) => {
    expect(pageKind(SITES.huggingface, new URL(address))).toBeNull();
  });
});

describe('tiles beside a dataset (2026-05)', async () => {
  const file = 'huggingface-dataset-fineweb-2026-05.ssr.html';

  await testCapture(file, 'an article about one paper is a card, and no other', (html) => {
    const papers = readAll(toDocument(html), NOW);
    expect(papers).toEqual([
      {
        id: 'arxiv:2406.17557',
        title: 'The FineWeb Datasets: Decanting the Web for the Finest Text Data at Scale',
        authors: [],
        publishedAt: '2024-06-25',
        upvotes: 103,
      },
      {
        id: 'arxiv:2306.01116',
        title:
          'The RefinedWeb Dataset for Falcon LLM: Outperforming Curated Corpora with Web Data, and Web Data Only',
        authors: [],
        publishedAt: '2023-06-01',
        upvotes: 45,
      },
      {
        id: 'arxiv:2109.07445',
        title: 'Challenges in Detoxifying Language Models',
        authors: [],
        publishedAt: '2021-09-15',
        upvotes: 3,
      },
    ]);
    for (const one of papers) expect(paperSchema.safeParse(one).error).toBeUndefined();
  });

  await testCapture(
    file,
    'the control stands at the foot, since the rest of a tile is text',
    (html) => {
      const places = listing.cards(toDocument(html)).map(listing.placement);
      expect(new Set(places.map(({ on }) => on))).toEqual(new Set(['foot']));
    },
  );

  await testCapture(file, 'tiles are outside of every island: nothing is waited for', (html) => {
    expect(listing.awaitsTakeover(toDocument(html))).toBe(false);
  });

  await testCapture(
    'huggingface-spaces-list-2025-03-28.ssr.html',
    'no papers, no cards',
    (html) => {
      expect(listing.cards(toDocument(html))).toEqual([]);
    },
  );
});

describe('odd tiles', () => {
  const tile = (inner: string, more = ''): Document =>
    toDocument(
      `<article><a href="/papers/2604.90001"><h4>A Title</h4>${inner}</a>${more}</article>`,
    );
  const published = 'Published <time datetime="2026-04-15T23:50:56">Apr 15, 2026</time>';

  test.each([
    [
      'upvotes',
      `${published} <span>•</span> <svg></svg> 12`,
      { publishedAt: '2026-04-15', upvotes: 12 },
    ],
    ['no upvotes', published, { publishedAt: '2026-04-15' }],
    ['upvotes that are rounded', `${published} • 1.2k`, { publishedAt: '2026-04-15' }],
    ['a time that is none', '<time datetime="soon">Apr 15</time> • 3', { upvotes: 3 }],
    ['no time', 'Paper • 2604.90001 • 12', {}],
    ['nothing', '', {}],
  ])('%s', (_, inner, facts) => {
    expect(readAll(tile(inner), NOW)).toEqual([
      { id: 'arxiv:2604.90001', title: 'A Title', authors: [], ...facts },
    ]);
  });

  test('the text of a tile is not an abstract', () => {
    const [read] = readAll(tile('<p>Paper, published in April.</p>'), NOW);
    expect(read?.abstract).toBeUndefined();
  });

  test.each([
    [
      'of a model that has a paper',
      '<a href="/org/model"><h4>A model</h4></a><a href="/papers/2604.90001">its paper</a>',
    ],
    [
      'about two papers',
      '<a href="/papers/2604.90001"><h4>One</h4></a><a href="/papers/2604.90002"><h4>Two</h4></a>',
    ],
    ['of a list', '<a href="/papers/trending"><h4>Trending</h4></a>'],
  ])('an article %s is no card', (_, inner) => {
    expect(listing.cards(toDocument(`<article>${inner}</article>`))).toEqual([]);
  });

  test('links in running text are not cards', () => {
    const text = '<div class="prose"><h4>See <a href="/papers/2604.90001">this</a></h4></div>';
    expect(listing.cards(toDocument(text))).toEqual([]);
  });
});

describe('the page of one paper (untested on a real one)', () => {
  const at = (id: string): URL => new URL(`https://huggingface.co/papers/${id}?q=x#community`);

  test('is read from its data', () => {
    const found = paper.read(toDocument(page), at('2604.90401'));
    expect(found && defined(found.paper)).toEqual({
      id: 'arxiv:2604.90401',
      title: 'Reading Slowly',
      authors: [],
    });
    expect(found?.line.localName).toBe('h1');
  });

  test('is read whole where its data says more', () => {
    const props = {
      paper: {
        id: '2604.90401',
        title: 'Reading\n  Slowly',
        summary: 'We wait.',
        authors: [{ name: 'A. Reader' }],
        publishedAt: '2026-04-12T17:00:00.000Z',
        upvotes: 5,
      },
      comments: [{ id: 1 }],
      organization: { name: 'north-harbor', fullname: 'North Harbor' },
    };
    const document = toDocument('<div data-target="PaperContent"><h1>Reading Slowly</h1></div>');
    document.querySelector('div')?.setAttribute('data-props', JSON.stringify(props));
    const found = paper.read(document, at('2604.90401v2'));
    expect(found && defined(found.paper)).toEqual({
      id: 'arxiv:2604.90401',
      title: 'Reading Slowly',
      abstract: 'We wait.',
      authors: ['A. Reader'],
      authorCount: 1,
      organization: { name: 'north-harbor', fullname: 'North Harbor' },
      publishedAt: '2026-04-12',
      upvotes: 5,
    });
  });

  test.each([
    ['data of another paper', page],
    [
      'no data',
      '<div data-target="PaperContent"><h1> Reading <b>Slowly</b>: Attention that Waits for Meaning</h1></div>',
    ],
    [
      'broken data',
      '<div data-target="PaperContent" data-props="{"><h1>Reading Slowly: Attention that Waits for Meaning</h1></div>',
    ],
  ])('%s says nothing: the title is the heading', (_, html) => {
    const found = paper.read(toDocument(html), at('2604.90999'));
    expect(found && defined(found.paper)).toEqual({
      id: 'arxiv:2604.90999',
      title: 'Reading Slowly: Attention that Waits for Meaning',
      authors: [],
    });
  });

  test('an error has none', () => {
    expect(paper.read(toDocument('<h1>404</h1>'), at('2604.90401'))).toBeNull();
  });

  test('waits until the page’s script has taken over', () => {
    const sent =
      '<script src="/x.js"></script><div data-target="PaperContent"><!--[--><h1>T</h1><!--]--></div>';
    expect(paper.awaitsTakeover(toDocument(sent))).toBe(true);
    expect(paper.awaitsTakeover(toDocument(sent.replaceAll(/<!--.*?-->/g, '')))).toBe(false);
  });
});

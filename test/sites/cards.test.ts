import { describe, expect, test } from 'vitest';
import { adapter } from '../../lib/sites/huggingface/adapter';
import { toDocument } from './captures';
import { gridCard, listing, result } from './snippets';

const { listing: huggingface } = adapter;

const NOW = new Date('2026-04-16T12:00:00Z');

function ids(html: string): string[] {
  return huggingface.cards(listing(html)).map((card) => card.id);
}

describe('which elements are cards', () => {
  test.each([
    ['a five-digit id', '/papers/2604.90001', 'arxiv:2604.90001'],
    ['a four-digit id', '/papers/1301.3781', 'arxiv:1301.3781'],
    ['a version', '/papers/2604.90001v2', 'arxiv:2604.90001'],
    ['an absolute address', 'https://huggingface.co/papers/2604.90001', 'arxiv:2604.90001'],
    ['an address without a scheme', '//huggingface.co/papers/2604.90001', 'arxiv:2604.90001'],
    ['a slash at the end', '/papers/2604.90001/', 'arxiv:2604.90001'],
    ['a query', '/papers/2604.90001?from=search', 'arxiv:2604.90001'],
    ['a part of its page', '/papers/2604.90001#abstract', 'arxiv:2604.90001'],
    ['spaces around', ' /papers/2604.90001 ', 'arxiv:2604.90001'],
    ['an id that is not of arXiv', '/papers/openai-report_1', 'hf:openai-report_1'],
  ])('a title with %s is that of a paper', (_, href, id) => {
    expect(ids(result({ href }))).toEqual([id]);
  });

  test.each([
    ['a form', '/papers/submit'],
    ['a lookup', '/papers/index?arxivId=2604.90001'],
    ['a list', '/papers/trending'],
    ['a list of a day', '/papers/date/2026-04-16'],
    ['another site', 'https://evil.example/papers/2604.90001'],
    ['a site with a similar name', 'https://huggingface.co.evil.example/papers/2604.90001'],
    ['an arXiv page', 'https://arxiv.org/abs/2604.90001'],
    ['a dataset', '/datasets/papers/2604.90001'],
    ['a script', 'javascript:/papers/2604.90001'],
    ['no paper', '/papers/'],
    ['a path out', '/papers/..%2F..'],
  ])('a title that leads to %s is that of no paper', (_, href) => {
    expect(ids(result({ href }))).toEqual([]);
  });

  test('links of a comment are not cards', () => {
    expect(
      ids(`<div class="comment"><p>I found the following papers similar to this paper.</p><ul>
        <li><a href="https://huggingface.co/papers/2410.02033">Title</a> (2024)</li></ul>
        <h3><a href="/papers/2410.02034">A heading</a></h3></div>`),
    ).toEqual([]);
  });

  test('a card of a model or a dataset is none', () => {
    expect(
      ids(`<article class="overview-card-wrapper"><a href="/org/model"><h4>org/model</h4></a></article>
        <article><h3><a href="/org/model">A model</a></h3><a href="/papers/2604.90001">its paper</a></article>`),
    ).toEqual([]);
  });

  test('an article about two papers is not a card', () => {
    expect(
      ids(`<article><h3><a href="/papers/2604.90001">One</a></h3>
        <h3><a href="/papers/2604.90002">Other</a></h3><h3><a href="/papers/2604.90001">One</a></h3></article>`),
    ).toEqual([]);
  });

  test('an article that holds its content twice is one card', () => {
    const title = '<h3><a href="/papers/2604.90001">Title</a></h3>';
    expect(ids(`<article><div>${title}</div><div>${title}</div></article>`)).toHaveLength(1);
  });

  test('an article inside another of the same paper is part of it', () => {
    const title = '<h3><a href="/papers/2604.90001">Title</a></h3>';
    const document = listing(`<article id="outer">${title}<article>${title}</article></article>`);
    expect(huggingface.cards(document).map((card) => card.element.id)).toEqual(['outer']);
  });

  test('an article around cards is none', () => {
    expect(ids(`<article>${result()}${result({ href: '/papers/2604.90002' })}</article>`)).toEqual([
      'arxiv:2604.90001',
      'arxiv:2604.90002',
    ]);
  });

  test('two articles about one paper are two cards', () => {
    expect(ids(result() + result())).toEqual(['arxiv:2604.90001', 'arxiv:2604.90001']);
  });

  test('cards come in the order of the page, with or without elements around them', () => {
    const html = ['2408.00003', '2408.00001', '2408.00002']
      .map((id) => `<div>${gridCard('', `/papers/${id}`)}</div>`)
      .join('\n');
    expect(ids(html)).toEqual(['arxiv:2408.00003', 'arxiv:2408.00001', 'arxiv:2408.00002']);
  });

  test('cards are found in a part of the page, and in a card itself', () => {
    const document = listing(result());
    const article = document.querySelector('article');
    expect(article && huggingface.cards(article).map((card) => card.element)).toEqual([article]);
  });
});

describe('other forms of a paper’s page', () => {
  test.each(['.md', '.MD', '%2Emd', '.json', 'v2', '/', '?q=x', '#community', 'v2.md#x'])(
    'a card whose title leads to /papers/ID%s is that paper’s card',
    (tail) => {
      const document = listing(result({ href: `/papers/2604.90001${tail}` }));
      expect(huggingface.cards(document).map(({ id }) => id)).toEqual(['arxiv:2604.90001']);
    },
  );

  test('a link to the paper as text beside its title makes no other paper', () => {
    const both = 'A</a> <a href="/papers/2604.90001.md">as text';
    const document = listing(result({ titleHtml: both }));
    expect(huggingface.cards(document).map(({ id }) => id)).toEqual(['arxiv:2604.90001']);
  });
});

describe('a page that changes', () => {
  test('a card that is reused for another paper is read as that', () => {
    const document = listing(result({ titleHtml: 'Before', votes: '3' }));
    const facts = huggingface.facts(document);
    const [before] = huggingface.cards(document);
    if (!before) throw new Error('no card');
    expect(huggingface.read(before, facts, NOW)).toMatchObject({ title: 'Before', upvotes: 3 });

    before.element.innerHTML =
      listing(result({ href: '/papers/2604.90002', titleHtml: 'After', votes: '4' })).querySelector(
        'article',
      )?.innerHTML ?? '';
    expect(huggingface.read(before, facts, NOW)).toBeNull();

    const [after] = huggingface.cards(document);
    expect(after).toEqual({ element: before.element, id: 'arxiv:2604.90002' });
    expect(after && huggingface.read(after, facts, NOW)).toMatchObject({
      id: 'arxiv:2604.90002',
      title: 'After',
      upvotes: 4,
    });
  });

  test('a card that vanished is no longer found', () => {
    const document = listing(result() + result({ href: '/papers/2604.90002' }));
    document.querySelector('article')?.remove();
    expect(huggingface.cards(document).map((card) => card.id)).toEqual(['arxiv:2604.90002']);
  });

  test('data of an earlier list adds nothing to the cards of this one', () => {
    const document = listing(result({ titleHtml: 'On the card' }), {
      dailyPapers: [{ paper: { id: '2604.90099', title: 'Of yesterday', upvotes: 99 } }],
    });
    const [card] = huggingface.cards(document);
    expect(card && huggingface.read(card, huggingface.facts(document), NOW)).toMatchObject({
      title: 'On the card',
      upvotes: 7,
    });
  });

  test('data is parsed again only when it changed', () => {
    const document = listing(result(), { dailyPapers: [] });
    const before = huggingface.facts(document);
    expect(huggingface.facts(document)).toBe(before);
    document
      .querySelector('[data-props]')
      ?.setAttribute('data-props', '{"dailyPapers":[{"paper":{"id":"2604.90001","title":"New"}}]}');
    expect(huggingface.facts(document).papers.get('arxiv:2604.90001')?.title).toBe('New');
  });
});

describe('whether the page still has to take over', () => {
  const marked = '<!--[-1--><article><h3><a href="/papers/2604.90001">T</a></h3></article><!--]-->';
  const plain = '<!----><article><h3><a href="/papers/2604.90001">T</a></h3></article><!---->';
  const island = (inner: string, name = 'DailyPapers'): string =>
    `<div data-target="${name}"><section>${inner}</section></div>`;

  test.each([
    [
      "the server's marks and a module",
      `<script type="module" src="x.js"></script>${island(marked)}`,
      true,
    ],
    ["the server's marks and a script", `${island(marked)}<script>import("/x.js")</script>`, true],
    ['marks in an island of another name', `<script></script>${island(marked, 'Papers')}`, true],
    ['no marks any more', `<script></script>${island(plain)}`, false],
    ['no script', island(marked), false],
    [
      'nothing but data in scripts',
      `<script type="application/ld+json">{}</script>${island(marked)}`,
      false,
    ],
    [
      "marks outside of the cards' island",
      `<script></script><!--[-->${island('<!--[-->', 'MainHeader')}${island(plain)}<!--]-->`,
      false,
    ],
    ['no island', `<script></script>${marked}`, false],
    ['nothing', '', false],
  ])('%s', (_, html, expected) => {
    expect(huggingface.awaitsTakeover(toDocument(html))).toBe(expected);
  });
});

import { describe, expect, test } from 'vitest';
import { PAPER_LIMITS } from '../../lib/papers/paper';
import { readAll } from './reading';
import { authors, gridCard, listing, organization, type Result, result } from './snippets';

const NOW = new Date('2026-04-16T12:00:00Z');

const read = (shown: Result, props?: unknown) => readAll(listing(result(shown), props), NOW)[0];
const grid = (metaHtml: string) => readAll(listing(gridCard(metaHtml)), NOW)[0];
const stated = (item: unknown) =>
  readAll(listing(result({ titleHtml: 'On the card' }), { searchResults: [item] }), NOW)[0];

const BARE = { id: 'arxiv:2604.90001', title: 'A Title', authors: [], upvotes: 7 };

describe('titles', () => {
  test.each([
    ['with line breaks', 'Generalist\n  Agents', 'Generalist Agents'],
    [
      'with a highlighted word',
      '3D <!--[--><span class="highlight">-</span><!--]-->SIS: a <mark>tree</mark> search',
      '3D -SIS: a tree search',
    ],
    [
      'with markup-like characters',
      '&lt;script&gt;alert(1)&lt;/script&gt; &amp;lt; &lt;b&gt;',
      '<script>alert(1)</script> &lt; <b>',
    ],
    ['with quotes and symbols', '&quot;A*&quot; &amp; B&#x27;s π₀ – 🌲', '"A*" & B\'s π₀ – 🌲'],
    ['with no-break spaces', 'A&nbsp;Title', 'A Title'],
    ['with comments between its pieces', 'A<!----> <!--[0-->Ti<!--]-->tle', 'A Title'],
  ])('%s', (_, titleHtml, title) => {
    expect(read({ titleHtml })).toEqual({ ...BARE, title });
  });

  test('a card without any title is not read', () => {
    expect(() => read({ titleHtml: ' <!-- none --> ' })).toThrow('cannot be read');
  });
});

describe('who a card names', () => {
  test.each([
    ['nobody', '', {}],
    ['a number of authors', authors('17 authors'), { authorCount: 17 }],
    ['one author, as the site writes it', authors('1 authors'), { authorCount: 1 }],
    ['one author', authors('1 author'), { authorCount: 1 }],
    ['a number that is rounded', authors('1.2k authors'), {}],
    ['authors without a number', authors(''), {}],
    [
      'an organization',
      organization('ByteDance-Seed', 'ByteDance Seed'),
      { organization: { name: 'ByteDance-Seed', fullname: 'ByteDance Seed' } },
    ],
    [
      'an organization with markup-like characters',
      organization('a.b_c', 'R&amp;D &lt;Lab&gt;'),
      { organization: { name: 'a.b_c', fullname: 'R&D <Lab>' } },
    ],
    ['a person with a picture', organization('somebody', 'Some Body', ''), {}],
    ['another page of the site', organization('spaces/x', 'A Space'), {}],
    ['another site', '<a href="https://evil.example/x"><img alt="x"><span>X</span></a>', {}],
  ])('%s', (_, byHtml, expected) => {
    expect(read({ byHtml })).toEqual({ ...BARE, ...expected });
    expect(grid(byHtml)).toEqual({ ...BARE, upvotes: 3, ...expected });
  });
});

describe('dates', () => {
  test.each([
    ['Feb 27, 2025', '2025-02-27'],
    ['Published on Jul 23, 2024', '2024-07-23'],
    ['Mar 6', '2026-03-06'],
    ['Apr 16', '2026-04-16'],
    ['Apr 17', undefined], // not published yet: the year must be another
    ['May 29', undefined],
    ['Feb 30, 2025', undefined],
    ['Feb 29', undefined],
    ['Foo 12, 2025', undefined],
    ['12 Mar 2025', undefined],
    ['2025', undefined],
    ['Mar 6, 25', undefined],
    ['yesterday', undefined],
  ])('"%s" is %s', (date, publishedAt) => {
    expect(read({ date })?.publishedAt).toBe(publishedAt);
  });

  test('two different dates on one card give no date', () => {
    const html = result({ date: 'Mar 6, 2025' }).replace(
      '</article>',
      '<p>Feb 3, 2024</p></article>',
    );
    expect(readAll(listing(html), NOW)[0]?.publishedAt).toBeUndefined();
  });

  test('a title, an abstract or a name that is a date is none', () => {
    expect(
      read({
        titleHtml: 'Mar 6, 2025',
        abstractHtml: 'May 3, 2024',
        byHtml: organization('may', 'May 2'),
      })?.publishedAt,
    ).toBeUndefined();
  });

  test('the label of the day navigator is not the date of a card', () => {
    expect(read({})?.publishedAt).toBeUndefined(); // "Apr 16" stands above the cards
  });

  test.each([
    ['the clock, where the page says nothing', undefined, '2026-04-16', '2026-03-06'],
    [
      'the clock, where the newest list is of last year',
      { dateString: '2025-12-31' },
      '2026-01-03',
      undefined,
    ],
    ['the page, where it was stored', { dateString: '2024-05-20' }, '2026-04-16', '2024-03-06'],
    [
      'the clock, where the list is of an earlier day',
      { dateString: '2024-05-20', nextDate: '2024-05-21' },
      '2026-04-16',
      '2026-03-06',
    ],
    [
      'the clock, where the list is of a week',
      { dateString: '2024-W20' },
      '2026-04-16',
      '2026-03-06',
    ],
  ])('the year is that of %s', (_, props, now, expected) => {
    const [paper] = readAll(
      listing(result({ date: 'Mar 6' }), props),
      new Date(`${now}T12:00:00Z`),
    );
    expect(paper?.publishedAt).toBe(expected);
  });
});

describe('numbers', () => {
  test.each([
    ['-', 0],
    ['0', 0],
    ['101', 101],
    ['1.2k', undefined],
    ['1,024', undefined],
    ['-3', undefined],
    ['', undefined],
    ['99999999999999999999', undefined],
  ])('"%s" upvotes are %s', (votes, upvotes) => {
    expect(read({ votes })?.upvotes).toBe(upvotes);
  });

  test.each([
    ['6', 6],
    ['1.2k', undefined],
    ['', undefined],
  ])('"%s" comments are %s', (comments, expected) => {
    expect(read({ comments })?.comments).toBe(expected);
  });

  test('upvotes are read where there is no checkbox', () => {
    const html = result().replace(/<div role="checkbox">[\s\S]*?<\/a>/, ' 12 </a>');
    expect(readAll(listing(html), NOW)[0]?.upvotes).toBe(12);
  });

  const chip = (stars: string): string =>
    `<a href="/papers/2604.90001"><svg viewBox="0 0 256 250"></svg><!----> <span>${stars}</span></a>`;
  const button = (stars: string): string =>
    `<a href="https://github.com/some-org/some.repo"><svg></svg><span>GitHub</span> <span><svg></svg><span>${stars}</span></span></a>`;
  test.each([
    [chip('9'), { githubStars: 9 }],
    [chip('0'), { githubStars: 0 }],
    [chip('1.2k'), {}],
    [button('950'), { githubRepo: 'https://github.com/some-org/some.repo', githubStars: 950 }],
    [button('90.1k'), { githubRepo: 'https://github.com/some-org/some.repo' }],
    ['<a href="https://github.com/some-org"><span>GitHub</span></a>', {}],
    ['<a href="https://github.com.evil.example/a/b"><span>5</span></a>', {}],
    ['<a href="/papers/2604.90001"><svg viewBox="0 0 24 24"></svg><span>5</span></a>', {}],
  ])('stars of %s', (html, expected) => {
    expect(grid(html)).toEqual({ ...BARE, upvotes: 3, ...expected });
  });
});

describe('abstracts', () => {
  test('the whole text is read, on one line, with its highlighted words', () => {
    expect(
      read({ abstractHtml: 'We <span>search</span>\n  trees &lt;fast&gt;.<!---->' })?.abstract,
    ).toBe('We search trees <fast>.');
  });

  test('the daily grid has none, whatever stands in its links', () => {
    expect(
      grid('<a href="/papers/2604.90001"><p>Looks like an abstract.</p></a>')?.abstract,
    ).toBeUndefined();
  });

  test('a paragraph outside of a link is not taken for one: it may be a summary', () => {
    const html = result().replace('</h3>', '</h3><p>A machine wrote this.</p>');
    expect(readAll(listing(html), NOW)[0]?.abstract).toBeUndefined();
  });
});

describe('data of the page', () => {
  const paper = { id: '2604.90001', title: 'In the data' };

  test('it comes before what the card shows', () => {
    expect(
      read(
        { votes: '7', comments: '2', date: 'Mar 6, 2025', byHtml: authors('9 authors') },
        {
          dailyPapers: [
            {
              numComments: 0,
              publishedAt: '2024-12-31T20:00:00.000Z',
              paper: {
                ...paper,
                upvotes: 8,
                publishedAt: '2025-01-01T00:00:00.000Z',
                authors: [{ name: 'A' }, { name: 'B' }],
              },
            },
          ],
        },
      ),
    ).toEqual({
      id: 'arxiv:2604.90001',
      title: 'In the data',
      authors: ['A', 'B'],
      authorCount: 2,
      publishedAt: '2025-01-01',
      upvotes: 8,
      comments: 0,
    });
  });

  test('the card fills in what it lacks', () => {
    expect(
      read(
        {
          comments: '2',
          date: 'Mar 6, 2025',
          byHtml: authors('9 authors'),
          abstractHtml: 'All of it.',
        },
        { searchResults: [{ paper }] },
      ),
    ).toEqual({
      ...BARE,
      title: 'In the data',
      abstract: 'All of it.',
      authorCount: 9,
      publishedAt: '2025-03-06',
      comments: 2,
    });
  });

  test.each([
    ['no attribute', undefined],
    ['nothing', ''],
    ['cut off', '{"dailyPapers":[{"paper":{"id":"2604.90001","ti'],
    ['not JSON', '<script>'],
    ['null', null],
    ['a list', []],
    ['a number', 3],
    ['lists that are none', { dailyPapers: { 0: { paper } }, searchResults: 'x' }],
    [
      'items that are none',
      { dailyPapers: [null, 3, 'x', [], {}, { paper: null }, { paper: [] }, { paper: { id: 3 } }] },
    ],
    [
      'reserved words and other ids',
      {
        dailyPapers: [{ paper: { ...paper, id: 'trending' } }, { paper: { ...paper, id: '../x' } }],
      },
    ],
    [
      'a prototype',
      '{"__proto__":{"dailyPapers":[{"paper":{"id":"2604.90001","title":"X"}}]},"dailyPapers":[{"__proto__":{"paper":{"id":"2604.90001","title":"X"}}}]}',
    ],
  ])('the card is read where the data is %s', (_, props) => {
    expect(read({}, props)).toEqual(BARE);
  });

  test('fields of a wrong kind are left empty', () => {
    expect(
      stated({
        title: 5,
        numComments: -1,
        paper: {
          id: '2604.90001',
          title: { text: 'x' },
          summary: ['x'],
          authors: 'A. Author',
          publishedAt: 'Mar 6, 2025',
          upvotes: '7',
          organization: { fullname: 'Without a name' },
          githubRepo: 'javascript:alert(1)',
          githubStars: 1.5,
          projectPage: 'example.org',
          ai_keywords: 'one, two',
        },
      }),
    ).toEqual({ ...BARE, title: 'On the card' });
  });

  test('names that are none are left out, and counted', () => {
    const authors = [{ name: 'A' }, { name: ' ' }, null, 'B', { name: { first: 'C' } }];
    expect(stated({ paper: { ...paper, authors } })).toMatchObject({
      authors: ['A'],
      authorCount: 5,
    });
  });

  test.each([
    ['2025-01-01T23:59:59.999Z', '2025-01-01'],
    ['2025-01-01T23:30:00-05:00', '2025-01-02'],
    ['2025-01-01', '2025-01-01'],
    ['2025-01-01T00:00:00', undefined],
    ['2025-02-30T00:00:00.000Z', undefined],
    ['2025-13-01', undefined],
    ['2025-01-01T99:00:00Z', undefined],
    ['0000-01-01', undefined],
    [1735689600000, undefined],
  ])('the time %s is of the day %s', (publishedAt, expected) => {
    expect(stated({ paper: { ...paper, publishedAt } })?.publishedAt).toBe(expected);
  });

  test.each([
    ['https://example.org/a?b#c', true],
    ['http://example.org', true],
    [' https://example.org ', true],
    ['//example.org', false],
    ['https://', false],
    ['https://exa mple.org', false],
    ['data:text/html,x', false],
    ['ftp://example.org', false],
    [`https://example.org/${'x'.repeat(PAPER_LIMITS.url)}`, false],
  ])('whether %s is an address of a project: %s', (projectPage, kept) => {
    expect(stated({ paper: { ...paper, projectPage } })?.projectPage).toBe(
      kept ? projectPage.trim() : undefined,
    );
  });

  test('texts that are too long are cut, lists too', () => {
    const long = '🌲'.repeat(50_000);
    const all = stated({
      paper: {
        ...paper,
        title: `x${long}`,
        summary: ` ${long}`,
        authors: Array(20_000).fill({ name: 'n'.repeat(PAPER_LIMITS.name + 1) }),
        ai_keywords: Array(500).fill('k'),
        organization: { name: long },
      },
    });
    expect(all?.title).toBe(`x${'🌲'.repeat(PAPER_LIMITS.title / 2 - 1)}`); // no half of a pair
    expect(all?.abstract).toHaveLength(PAPER_LIMITS.abstract);
    expect(all?.authors).toHaveLength(PAPER_LIMITS.authors);
    expect(all?.authors[0]).toHaveLength(PAPER_LIMITS.name);
    expect(all?.authorCount).toBe(20_000);
    expect(all?.keywords).toHaveLength(PAPER_LIMITS.keywords);
    expect(all?.organization?.name).toHaveLength(PAPER_LIMITS.name);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { paperSchema } from '../../lib/papers/schemas';
import { adapter } from '../../lib/sites/huggingface/adapter';
import { listing } from './snippets';

const { listing: huggingface } = adapter;

const NOW = new Date('2026-04-16T12:00:00Z');

/** Reads every card; whatever the page says, what comes out is a paper or nothing. */
function expectPapers(document: Document): number {
  const facts = huggingface.facts(document);
  let read = 0;
  for (const card of huggingface.cards(document)) {
    huggingface.placement(card);
    const paper = huggingface.read(card, facts, NOW);
    if (paper === null) continue;
    const { error } = paperSchema.safeParse(JSON.parse(JSON.stringify(paper)));
    expect(error, JSON.stringify(paper).slice(0, 500)).toBeUndefined();
    read += 1;
  }
  expect(typeof huggingface.awaitsTakeover(document)).toBe('boolean');
  return read;
}

const text = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '',
    ' ',
    '-',
    'javascript:alert(1)',
    'https://github.com/a/b',
    '\u0000',
    '\ud800',
    '2025-02-30',
    '2025-01-01T00:00:00Z',
    'x'.repeat(30_000),
    '7',
    '1e9',
    '-1',
    'Mar 6',
    'Published on Feb 31, 2024',
  ),
);
const odd = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, true, [], {}, -0, 2 ** 60),
  fc.jsonValue({ maxDepth: 2 }),
  fc.dictionary(
    fc.constantFrom('name', 'fullname', 'text', 'toString', 'length', '__proto__'),
    fc.jsonValue(),
  ),
);
const FIELDS =
  'title summary authors publishedAt upvotes organization githubRepo githubStars projectPage ai_keywords numComments highlightedTitle highlightedSummary paper'.split(
    ' ',
  );
const statement = fc.dictionary(
  fc.constantFrom(...FIELDS),
  fc.oneof(odd, fc.array(odd, { maxLength: 4 })),
);

describe('whatever a page states', () => {
  test('a card with any data is read as a paper that the schema accepts', () => {
    const card = '<article><h3><a href="/papers/2604.90001">Title</a></h3></article>';
    fc.assert(
      fc.property(
        statement,
        statement,
        fc.constantFrom('dailyPapers', 'searchResults'),
        (outer, inner, list) => {
          const item = { ...outer, paper: { ...inner, id: '2604.90001' } };
          expect(expectPapers(listing(card, { [list]: [item] }))).toBe(1);
        },
      ),
      { numRuns: 500 },
    );
  });

  test('any data leaves the card readable', () => {
    const card = '<article><h3><a href="/papers/2604.90001">Title</a></h3></article>';
    fc.assert(
      fc.property(
        fc.oneof(
          fc.json(),
          fc.string(),
          fc
            .dictionary(
              fc.constantFrom('dailyPapers', 'searchResults', 'dateString', 'nextDate'),
              odd,
            )
            .map((data) => JSON.stringify(data)),
        ),
        (props) => {
          expect(expectPapers(listing(card, props))).toBe(1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('whatever a card is made of', () => {
  const attribute = fc.constantFrom(
    'href="/papers/2604.90001"',
    'href="/papers/2604.90001#community"',
    'href="/papers/2604.90002"',
    'href="/papers/%"',
    'href="/papers/%E0%A4%A"',
    'href="/login?next=x"',
    'href="/org"',
    'href="https://github.com/a/b"',
    'href="https://github.com/a/b/../../javascript:x"',
    'href="javascript:alert(1)"',
    'type="checkbox"',
    'alt="org"',
    'viewBox="0 0 256 250"',
    '',
  );
  const piece: fc.Arbitrary<string> = fc.letrec<{ node: string }>((tie) => ({
    node: fc.oneof(
      { maxDepth: 5, depthSize: 'small' },
      text.map((value) => value.slice(0, 3_000).replace(/[<&]/g, '·')),
      fc.constantFrom('17 authors', '1 authors', '-', '5', 'Mar 6, 2025', '<!--[-->', '<!---->'),
      fc
        .tuple(
          fc.constantFrom(
            'a',
            'h3',
            'article',
            'div',
            'span',
            'ul',
            'li',
            'img',
            'input',
            'svg',
            'p',
            'form',
            'template',
            'dialog',
            'script',
          ),
          attribute,
          fc.array(tie('node'), { maxLength: 4 }),
        )
        .map(([tag, attributes, inner]) => `<${tag} ${attributes}>${inner.join('')}</${tag}>`),
    ),
  })).node;

  test('what is read of it is a paper that the schema accepts', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 6 }),
        fc.array(piece, { maxLength: 6 }),
        (before, after) => {
          const html = `<article>${before.join('')}<h3><a href="/papers/2604.90001">Title</a></h3>${after.join('')}</article>`;
          read += expectPapers(listing(html));
        },
      ),
      { numRuns: 500 },
    );
    expect(read).toBeGreaterThan(100);
  });
});

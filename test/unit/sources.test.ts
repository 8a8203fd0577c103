import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAnnotation } from '../../lib/papers/annotation';
import type { Bookmark } from '../../lib/papers/bookmark';
import { combinePapers, mergeIncoming, refreshPaper } from '../../lib/papers/merging';
import { type Paper, placeholderTitle, type Source } from '../../lib/papers/paper';
import { FACTS, sourceOf, statedBy } from '../../lib/papers/sources';
import { paper } from './arbitraries';
import { bookmarksIn } from './formats/files';
import { read } from './formats/reading';

const ID = 'arxiv:2401.10801';
const AT = '2026-11-11T11:11:11.000Z';
const LONG = 'Jane Doe and John Roe at ICLR 2024, with a title that is longer than all others';
const titled = (source: Source, title: string): Paper =>
  statedBy(source, { id: ID, title, authors: [] });
const kept = (facts: Paper): Bookmark => ({
  paper: facts,
  annotation: { ...emptyAnnotation(AT), starred: true, starredAt: AT },
});

const any = fc.oneof(
  paper(ID),
  fc.constant<Paper>({ id: ID, title: placeholderTitle(ID), authors: [] }),
  fc.constantFrom(titled('link', 'A'), titled('page', 'A'), titled('bibliography', 'a')),
);

test('combining papers is commutative, associative and idempotent, facts and sources alike', () => {
  fc.assert(
    fc.property(any, any, any, (a, b, c) => {
      const ab = combinePapers(a, b);
      expect(ab).toEqual(combinePapers(b, a));
      expect(combinePapers(a, ab)).toEqual(ab);
      expect(combinePapers(ab, c)).toEqual(combinePapers(a, combinePapers(b, c)));
    }),
    { numRuns: 500 },
  );
});

test('a worse source never replaces a fact, whichever comes first, and fills each gap', () => {
  fc.assert(
    fc.property(paper(ID), paper(ID), fc.boolean(), (page, other, isLink) => {
      const known = statedBy('page', page);
      const worse = statedBy(isLink ? 'link' : 'bibliography', other);
      for (const merged of [
        combinePapers(known, worse),
        combinePapers(worse, known),
        refreshPaper(known, worse),
        refreshPaper(worse, known),
      ]) {
        for (const fact of FACTS) {
          const from = sourceOf(known, fact) === null ? worse : known;
          if (sourceOf(from, fact) === null) continue;
          expect(merged[fact]).toEqual(from[fact]);
          expect(sourceOf(merged, fact)).toBe(sourceOf(from, fact));
        }
      }
    }),
  );
});

describe('a title', () => {
  test.each<[Source, Source, string]>([
    ['page', 'link', 'Tiny Nets'],
    ['page', 'bibliography', 'Tiny Nets'],
    ['bibliography', 'link', 'Tiny Nets'],
    ['bibliography', 'page', LONG],
    ['link', 'page', LONG],
    ['link', 'bibliography', LONG],
  ])('from a %s, then a longer one from a %s', (first, second, title) => {
    const merged = combinePapers(titled(first, 'Tiny Nets'), titled(second, LONG));
    expect(merged.title).toBe(title);
  });

  test('of a link makes room for the first that a site states, however short', () => {
    const seen = refreshPaper(titled('link', LONG), titled('page', 'Tiny Nets'));
    expect(seen).toEqual({ id: ID, title: 'Tiny Nets', authors: [] });
    expect(refreshPaper(seen, titled('page', 'Tiny Nets, revised')).title).toBe(
      'Tiny Nets, revised',
    );
  });
});

test.each([
  ['text', `- [${LONG}](https://arxiv.org/abs/2401.10801)`, 'link'],
  [
    'bookmarks',
    `<!DOCTYPE NETSCAPE-Bookmark-file-1><DL><p><DT><A HREF="https://arxiv.org/abs/2401.10801">${LONG}</A></DL>`,
    'link',
  ],
  ['a table of links', `title,url,tags\n"${LONG}",https://arxiv.org/abs/2401.10801,x`, 'link'],
  [
    'a list of links',
    JSON.stringify([{ title: LONG, url: 'https://arxiv.org/abs/2401.10801' }]),
    'link',
  ],
  [
    'a table with authors',
    `title,url,authors\n"${LONG}",https://arxiv.org/abs/2401.10801,Ann Other`,
    'bibliography',
  ],
  ['BibTeX', `@misc{a, title={${LONG}}, eprint={2401.10801}}`, 'bibliography'],
  [
    'RIS',
    `TY  - GEN\nTI  - ${LONG}\nUR  - https://arxiv.org/abs/2401.10801\nER  - \n`,
    'bibliography',
  ],
  [
    'CSL-JSON',
    JSON.stringify([
      { type: 'article', id: 'a', title: LONG, URL: 'https://arxiv.org/abs/2401.10801' },
    ]),
    'bibliography',
  ],
])('%s never renames what a site has named, and names what nobody has', async (_, file, source) => {
  const [incoming] = bookmarksIn((await read(file)).decoded);
  if (incoming === undefined) throw new Error('nothing was read');
  expect(sourceOf(incoming.paper, 'title')).toBe(source);
  expect(mergeIncoming(kept(titled('page', 'Tiny Nets')), incoming).paper.title).toBe('Tiny Nets');
  const unnamed = kept({ id: ID, title: placeholderTitle(ID), authors: [] });
  expect(mergeIncoming(unnamed, incoming).paper.title).toBe(LONG);
});

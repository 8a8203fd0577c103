import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { exported } from './exported';
import { bookmarksIn } from './files';
import { NASTY, plainTitle } from './nasty';
import { outline, read } from './reading';

test('notes that were exported come back one by one: papers, stars, statuses, notes and times', async () => {
  const files = unzipSync(await exported('markdown-notes', NASTY));
  const found = await Promise.all(
    Object.values(files).map(async (bytes) => {
      const { format, decoded } = await read(new TextDecoder().decode(bytes), 100);
      expect(format).toBe('note');
      return bookmarksIn(decoded)[0];
    }),
  );
  expect(found).toHaveLength(NASTY.length);
  for (const { paper, annotation } of NASTY) {
    const back = found.find((one) => one?.paper.id === paper.id);
    const { authors, publishedAt } = paper;
    expect(back?.paper).toMatchObject({
      title: plainTitle(paper),
      authors,
      ...(publishedAt && { publishedAt }),
    });
    const { starred, status, note, createdAt } = annotation;
    expect(back?.annotation).toMatchObject({ starred, status, note, createdAt });
  }
});

test('a note of another program: lists of both kinds, tags with their sign, links for names', async () => {
  const { decoded } = await read(`---
title: 'It''s "all" you need' # for now
source: "https://arxiv.org/abs/1706.03762v5"
author:
  - "[[Ashish Vaswani]]"
  - "Shazeer, Noam"
published: 2017-06-12
created: 2024-01-02
tags: [nlp, "to cite", '#deep']
status: reading
cssclasses:
---

See [[Other note]] and https://arxiv.org/abs/2401.12345.
- [ ] read 3.2
`);
  expect(bookmarksIn(decoded)).toMatchObject([
    {
      paper: {
        id: 'arxiv:1706.03762',
        title: 'It\'s "all" you need',
        authors: ['Ashish Vaswani', 'Noam Shazeer'],
        publishedAt: '2017-06-12',
      },
      annotation: {
        tags: ['deep', 'nlp', 'to cite'],
        status: 'reading',
        createdAt: '2024-01-02T00:00:00.000Z',
        note: 'See [[Other note]] and https://arxiv.org/abs/2401.12345.\n- [ ] read 3.2',
      },
    },
  ]);
});

const URL_LINE = 'url: https://arxiv.org/abs/2401.12345';

/** What a note with these properties comes in as. */
async function noted(properties: string, body = 'Mine.'): Promise<Bookmark | undefined> {
  const { format, decoded } = await read(`---\n${properties}\n---\n${body}\n`, 50);
  expect(format).toBe('note');
  expect(decoded).toHaveLength(1);
  return bookmarksIn(decoded)[0];
}

const LONG =
  'A Rather Long Title That a YAML Writer Has Folded Because It Is Longer Than Eighty Characters';

test.each<[string, string, string]>([
  [
    'folded',
    'title: >-\n  A Rather Long Title That a YAML Writer Has Folded Because It Is Longer Than\n  Eighty Characters',
    LONG,
  ],
  ['folded, with an indentation', 'title: >2\n  A title\n  of two lines', 'A title of two lines'],
  ['literal', 'title: |-\n  A title', 'A title'],
  ['literal, indented further', 'title: |\n      A title', 'A title'],
  ['going on', 'title: A title\n  of two lines', 'A title of two lines'],
  ['going on in quotes', 'title: "A title:\n  of two lines"', 'A title: of two lines'],
  ['in single quotes', "title: 'Bob''s \"title\"'", 'Bob\'s "title"'],
  ['with a colon that YAML does not allow', 'title: Nets: A Study', 'Nets: A Study'],
  ['with a remark', 'title: Nets # for now', 'Nets'],
  ['about C#', 'title: Nets in C# #1', 'Nets in C# #1'],
  ['a link', 'title: "[[Nets That Plan]]"', 'Nets That Plan'],
  ['under another name', 'Paper Title: Nets', 'Nets'],
  ['in quotes as a name', '"title": Nets', 'Nets'],
])('a title that is %s', async (_, property, title) => {
  const found = await noted(`${property}\n${URL_LINE}\ntags: [planning]`);
  expect(found).toMatchObject({
    paper: { title },
    annotation: { tags: ['planning'], note: 'Mine.' },
  });
});

test.each<[string, string, string[]]>([
  ['commas', 'authors: Jane Doe, John Roe', ['Jane Doe', 'John Roe']],
  [
    'commas and "and"',
    'authors: Jane Doe, John Roe, and Ann Lee',
    ['Jane Doe', 'John Roe', 'Ann Lee'],
  ],
  ['semicolons', 'authors: Doe, Jane; Roe, John', ['Jane Doe', 'John Roe']],
  ['"and"', 'author: Doe, Jane and Roe, John', ['Jane Doe', 'John Roe']],
  ['links', 'authors: "[[Jane Doe]], [[people/John Roe|John Roe]]"', ['Jane Doe', 'John Roe']],
  ['links without quotes', 'authors: [[Jane Doe]], [[John Roe]]', ['Jane Doe', 'John Roe']],
  ['links and semicolons', 'authors: "[[Doe, Jane]]; [[Roe, John]]"', ['Jane Doe', 'John Roe']],
  ['initials', 'authors: Doe, J., Roe, R. M.', ['J. Doe', 'R. M. Roe']],
  ['lines', 'authors: |\n  Jane Doe\n  John Roe', ['Jane Doe', 'John Roe']],
  [
    'a list, whose items are one name each',
    'authors:\n  - Garcia Lopez, Ana Maria\n  - John Roe',
    ['Ana Maria Garcia Lopez', 'John Roe'],
  ],
  [
    'a list in brackets',
    "authors: [Jane Doe, Seán O'Brien, 'Roe, John']",
    ['Jane Doe', "Seán O'Brien", 'John Roe'],
  ],
  [
    'a list of objects',
    'authors:\n  - name: Jane Doe\n    affiliation: X\n  - family: Roe\n    given: John',
    ['Jane Doe', 'John Roe'],
  ],
  ['one name', 'author: Doe, Jane', ['Jane Doe']],
  ['"et al."', 'author: Jane Doe et al.', ['Jane Doe']],
  ['Chinese names', 'authors: 王小明、李华', ['王小明', '李华']],
])('authors as %s', async (_, property, authors) => {
  expect((await noted(`${property}\n${URL_LINE}`))?.paper.authors).toEqual(authors);
});

test.each<[string, string]>([
  ['in brackets over several lines', 'tags: [planning,\n  to-cite,\n  ml/rl]'],
  ['in brackets, closed on a line of its own', 'tags: [\n  planning, "to-cite",\n  ml/rl,\n]'],
  ['in quotes', 'tags: "[planning, to-cite, ml/rl]"'],
  ['with commas', 'tags: planning, to-cite, ml/rl'],
  ['with signs', 'tags: #planning #to-cite #ml/rl'],
  ['with signs and commas', 'tags: "#planning, #to-cite, #ml/rl"'],
  ['that are links', 'tags: "[[planning]], [[to-cite]], [[ml/rl]]"'],
  ['in a list', 'tags:\n- planning\n- "#to-cite"\n- "[[ml/rl]]"'],
  ['in a list within a list', 'tags:\n  - planning\n  - - to-cite\n    - ml/rl'],
  ['some here, some there', 'tag: planning\nkeywords: [to-cite]\nTags:\n  - ml/rl'],
  ['by lines', 'tags: |\n  planning\n  to-cite\n  ml/rl'],
])('tags %s', async (_, property) => {
  const found = await noted(`${URL_LINE}\n${property}`);
  expect(found?.annotation.tags).toEqual(['ml/rl', 'planning', 'to-cite']);
});

test('tags on a line of their own in the text, and not within a sentence', async () => {
  const body = '#planning #ml/rl\n\nSee issue #3 and #later.\n# A heading\n#to-cite';
  expect(await noted(URL_LINE, body)).toMatchObject({
    annotation: { tags: ['ml/rl', 'planning', 'to-cite'], note: body },
  });
});

test.each<[string, string]>([
  ['related', 'related:\n  - https://arxiv.org/abs/2401.00002'],
  ['cites', 'cites: [https://arxiv.org/abs/2401.00002, https://arxiv.org/abs/2401.00003]'],
  ['supersedes', 'supersedes: arXiv:2401.00002'],
  ['of a field that nobody knows', 'inspiration: https://arxiv.org/abs/2401.00002'],
])('a second paper (%s) costs nothing', async (_, property) => {
  for (const properties of [`${URL_LINE}\n${property}`, `${property}\n${URL_LINE}`]) {
    expect(await noted(`title: Nets\n${properties}\ntags: [planning]`)).toMatchObject({
      paper: { id: 'arxiv:2401.12345', title: 'Nets' },
      annotation: { tags: ['planning'], note: 'Mine.' },
    });
  }
});

test.each<[string, string]>([
  ['a heading', '# Nets That Plan\n\nMine.'],
  ['a heading that is underlined', 'Nets That Plan\n===\nMine.'],
])('a note without a title has it from %s', async (_, body) => {
  expect(await noted(`source: https://arxiv.org/abs/2401.12345`, body)).toMatchObject({
    paper: { title: 'Nets That Plan' },
    annotation: { note: 'Mine.' },
  });
});

test('another heading than the title stays', async () => {
  const found = await noted(`title: Nets\n${URL_LINE}`, '# My thoughts\n\nMine.');
  expect(found?.paper.title).toBe('Nets');
  expect(found?.annotation.note).toBe('# My thoughts\n\nMine.');
});

test.each<[string, object]>([
  ['status: Done', { status: 'read' }],
  ['reading-status: in progress', { status: 'reading' }],
  ['completed?: yes', { status: 'read' }],
  ['read: false', { status: 'to-read' }],
  ['favorite: yes', { starred: true }],
  ['created: "[[2024-01-02]]"', { createdAt: '2024-01-02T00:00:00.000Z' }],
  ['date-added: January 2, 2024', { createdAt: '2024-01-02T00:00:00.000Z' }],
])('%s', async (property, annotation) => {
  expect((await noted(`${URL_LINE}\n${property}`))?.annotation).toMatchObject(annotation);
});

test.each<[string, string, object]>([
  [
    'Logseq’s page',
    'title:: Nets That Plan\nauthors:: [[Jane Doe]], [[John Roe]]\nurl:: https://arxiv.org/abs/2401.12345\ntags:: [[planning]], #[[to cite]]\n\n- Mine.',
    {
      paper: { title: 'Nets That Plan', authors: ['Jane Doe', 'John Roe'] },
      annotation: { tags: ['planning', 'to cite'], note: '- Mine.' },
    },
  ],
  [
    'Logseq’s first block',
    '- title:: Nets\n  url:: https://arxiv.org/abs/2401.12345\n  tags:: planning\n- Mine.',
    { paper: { title: 'Nets' }, annotation: { tags: ['planning'], note: '- Mine.' } },
  ],
  [
    'Notion’s page',
    '# Nets That Plan\n\nURL: https://arxiv.org/abs/2401.12345\nTags: planning, to cite\nStatus: Done\nCreated: January 5, 2024 3:45 PM\n\nMine.',
    {
      paper: { title: 'Nets That Plan' },
      annotation: {
        tags: ['planning', 'to cite'],
        status: 'read',
        note: 'Mine.',
        createdAt: '2024-01-05T15:45:00.000Z',
      },
    },
  ],
  [
    'Readwise’s page',
    '# Nets That Plan\n\n![rw-book-cover](https://example.org/x.png)\n\n## Metadata\n- Author: [[Jane Doe and John Roe]]\n- Full Title: Nets That Plan\n- URL: https://arxiv.org/abs/2401.12345\n- Document Tags: #planning #rl\n\n## Highlights\n- We plan.',
    {
      paper: { title: 'Nets That Plan', authors: ['Jane Doe', 'John Roe'] },
      annotation: { tags: ['planning', 'rl'], note: '## Highlights\n- We plan.' },
    },
  ],
  [
    'Joplin’s page',
    '---\ntitle: Nets\nsource: https://arxiv.org/abs/2401.12345\nupdated: 2024-02-01 10:00:00Z\ncreated: 2024-01-01 10:00:00Z\ncompleted?: no\ntags:\n  - planning\n---\n\nFirst\n\nSecond',
    {
      annotation: {
        tags: ['planning'],
        status: 'to-read',
        note: 'First\n\nSecond',
        createdAt: '2024-01-01T10:00:00.000Z',
      },
    },
  ],
])('%s is a note', async (_, text, expected) => {
  const { format, decoded } = await read(text, 50);
  expect(format).toBe('note');
  expect(bookmarksIn(decoded)).toMatchObject([expected]);
});

test('a list under a heading is not a note', async () => {
  const { format, decoded } = await read(
    '# To read\n\n- Nets: https://arxiv.org/abs/2401.12345\n- More: https://arxiv.org/abs/2401.12346',
  );
  expect(format).toBe('text');
  expect(bookmarksIn(decoded)).toHaveLength(2);
});

test.each([
  [
    'front matter that names no paper',
    '---\ntags: [list]\n---\n- https://arxiv.org/abs/2401.12345',
  ],
  [
    'a bibliography in YAML',
    '---\nreferences:\n- id: a\n  URL: https://arxiv.org/abs/2401.12345\n- URL: https://arxiv.org/abs/2401.12346\n---\n',
  ],
  [
    'front matter that only names other papers',
    '---\ntags: [list]\nrelated: https://arxiv.org/abs/2401.12345\n---\n',
  ],
  ['a line of hyphens', '---\nhttps://arxiv.org/abs/2401.12345\n'],
])('%s is text with links', async (_, text) => {
  const { format, decoded } = await read(text);
  expect(format).toBe('text');
  expect(outline(decoded)[0]).toContain('arxiv:2401.12345 (implied)');
});

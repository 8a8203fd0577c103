import { describe, expect, test } from 'vitest';
import { AT, bookmarksIn } from './files';
import { outline, read } from './reading';

/** The ids that a text's papers have, in its order. */
async function idsIn(text: string): Promise<string[]> {
  const { decoded } = await read(text);
  return bookmarksIn(decoded).map(({ paper }) => paper.id.replace('arxiv:', ''));
}

/** The only bookmark of a text. */
async function onlyIn(text: string) {
  const { decoded } = await read(text);
  const [bookmark] = bookmarksIn(decoded);
  if (bookmark === undefined) throw new Error('nothing was found');
  return bookmark;
}

describe('an entry whose brace is on the next line is an entry', () => {
  test.each([
    ['@article\n{a, title={Nets}, eprint={2401.00001}}', '1 arxiv:2401.00001 (implied) Nets'],
    ['@misc\n\n  {a, title={Nets}, eprint={2401.00001}}', '1 arxiv:2401.00001 (implied) Nets'],
    ['@misc \t\r\n( a, title={Nets}, eprint={2401.00001})', '1 arxiv:2401.00001 (implied) Nets'],
    [
      '% x\n@book_section\n{a, title={Nets}, eprint={2401.00001}}',
      '2 arxiv:2401.00001 (implied) Nets',
    ],
    [
      '@comment\n{x}\n@string\n{n = "Nets"}\n@misc{a, title=n, eprint={2401.00001}}',
      '5 arxiv:2401.00001 (implied) Nets',
    ],
  ])('%j', async (text, expected) => {
    for (const size of [text.length, 1]) {
      expect(outline((await read(text, size)).decoded)).toEqual([expected]);
    }
  });

  test('also behind another on its line, and a name in a comment takes nothing away', async () => {
    const text =
      '@misc{a, eprint={2401.00001}} @misc\n{b, eprint={2401.00002}}\nof @doe\n@misc{c, eprint={2401.00003}}';
    expect(await idsIn(text)).toEqual(['2401.00001', '2401.00002', '2401.00003']);
  });
});

describe('a line of ids is all of them', () => {
  test.each([
    ['2401.00001,2401.00002;2401.00003 2401.00004'],
    ['2401.00001, 2401.00002, 2401.00003v2; 2401.00004'],
    ['2401.00001\t2401.00002\n2401.00003,2401.00004,'],
    ['See 2401.00001,2401.00002 and 2401.00003;2401.00004.'],
  ])('%j', async (text) => {
    const wanted = ['2401.00001', '2401.00002', '2401.00003', '2401.00004'];
    expect(await idsIn(text)).toEqual(wanted);
  });

  test.each([
    ['1312.6114, 2401.00001', ['1312.6114', '2401.00001']],
    ['hep-th/9711200;0704.0001 1706.03762v5', ['hep-th/9711200', '0704.0001', '1706.03762']],
  ])('of any year: %s', async (text, wanted) => {
    expect(await idsIn(text)).toEqual(wanted);
  });

  test('and numbers that are none are none', async () => {
    const { decoded } = await read('1999.1234, 1401.1234\nprices 1234.50, 1500.00\n2401.00001');
    expect(bookmarksIn(decoded).map(({ paper }) => paper.id)).toEqual(['arxiv:2401.00001']);
  });
});

describe('what stands behind an address is about no other paper', () => {
  test.each([
    [
      'https://arxiv.org/abs/2401.00001 | Nets in Tabs\nhttps://arxiv.org/pdf/2401.00002 | 2401.00002.pdf',
      ['Nets in Tabs', 'arXiv 2401.00002'],
    ],
    [
      '[1] 2401.00003\nhttps://arxiv.org/abs/2401.00001\tNets That Tab\nNets That Dash - https://arxiv.org/abs/2401.00002',
      ['arXiv 2401.00003', 'Nets That Tab', 'Nets That Dash'],
    ],
    [
      'https://arxiv.org/abs/2401.00001 Nets Behind\nhttps://arxiv.org/abs/2401.00002',
      ['arXiv 2401.00001', 'arXiv 2401.00002'],
    ],
  ])('%j', async (text, titles) => {
    const { decoded } = await read(text);
    expect(bookmarksIn(decoded).map(({ paper }) => paper.title)).toEqual(titles);
  });
});

test("Org's words for tasks are not part of a title", async () => {
  const text =
    '* DONE Nets Done\n  https://arxiv.org/abs/2401.00001\n* TODO Nets To Do\n  https://arxiv.org/abs/2401.00002\n';
  const { decoded } = await read(text);
  const said = bookmarksIn(decoded).map(({ paper, annotation }) => [
    paper.title,
    annotation.status,
  ]);
  expect(said).toEqual([
    ['Nets Done', 'read'],
    ['Nets To Do', 'to-read'],
  ]);
});

test.each([
  ['KW  - rl; to read; a, b', ['a b', 'rl', 'to read']],
  ['KW  - rl, to read', ['rl', 'to read']],
  ['KW  - rl; nlp', ['nlp', 'rl']],
  ['KW  - a, b\nKW  - rl; nlp', ['a b', 'nlp', 'rl']],
])('keywords of RIS: %j', async (line, tags) => {
  const text = `TY  - JOUR\nTI  - Nets\nUR  - https://arxiv.org/abs/2401.00001\n${line}\nER  - \n`;
  expect((await onlyIn(text)).annotation.tags).toEqual(tags);
});

test("the tags of Readwise's books are tags", async () => {
  const book = {
    title: 'Nets',
    source_url: 'https://arxiv.org/abs/2401.00001',
    book_tags: [{ name: 'rl' }],
  };
  const { annotation } = await onlyIn(JSON.stringify({ results: [book] }));
  expect(annotation.tags).toEqual(['rl']);
});

test('of two dates of Semantic Scholar the finer one counts', async () => {
  const item = {
    externalIds: { ArXiv: '2401.00001' },
    title: 'Nets',
    year: 2024,
    publicationDate: '2024-01-05',
  };
  expect((await onlyIn(JSON.stringify({ data: [item] }))).paper.publishedAt).toBe('2024-01-05');
});

test('a text that Karakeep keeps is read for the paper that it names', async () => {
  const content = { type: 'text', text: 'See https://arxiv.org/abs/2401.00001' };
  const kept = { createdAt: 1704067200, title: null, tags: ['rl'], content, note: 'mine' };
  const other = { ...kept, content: { type: 'link', url: 'https://x.org' } };
  const { decoded } = await read(JSON.stringify({ bookmarks: [kept, other] }));
  const [bookmark] = bookmarksIn(decoded);
  expect(bookmark?.paper.id).toBe('arxiv:2401.00001');
  expect(bookmark?.annotation).toMatchObject({ tags: ['rl'], note: `mine\n\n${content.text}` });
});

test("Firefox's folders are not items", async () => {
  const type = 'text/x-moz-place-container';
  const link = {
    id: 3,
    title: 'Nets',
    type: 'text/x-moz-place',
    uri: 'https://arxiv.org/abs/2401.00001',
  };
  const folder = { id: 2, title: 'menu', type, root: 'bookmarksMenuFolder', children: [link] };
  const { decoded } = await read(
    JSON.stringify({ id: 1, title: '', type, root: 'placesRoot', children: [folder] }),
  );
  expect(outline(decoded)).toEqual(['1 arxiv:2401.00001 (implied) Nets']);
});

test('a note that only says how to cite the paper is not the reader’s', async () => {
  const text = '@misc{a, title={Nets}, note={arXiv preprint arXiv:2401.00001}}';
  const { annotation } = await onlyIn(text);
  expect(annotation.note).toBe('');
  expect(annotation.createdAt).toBe(AT);
});

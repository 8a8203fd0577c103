import { expect, test } from 'vitest';
import { bookmarksIn } from './files';
import { outline, read } from './reading';

const URL_OF = (number: number): string => `https://arxiv.org/abs/2401.0000${number}`;

test.each<[string, unknown, string[]]>([
  [
    'a table in Markdown by day',
    {
      Planning: {
        '2401.00001': `|**2024-01-05**|**Nets That Plan**|Jane Doe et.al.|[2401.00001](${URL_OF(1)})|null|\n`,
      },
    },
    ['arxiv:2401.00001 (implied) Nets That Plan'],
  ],
  [
    'papers by their ids',
    { papers: { '2401.00001': { title: 'One', year: 2024 }, 'hep-th/9711200': { title: 'Two' } } },
    ['arxiv:2401.00001 (implied) One', 'arxiv:hep-th/9711200 (implied) Two'],
  ],
  [
    'an object with an address',
    { title: 'One', url: URL_OF(1) },
    ['arxiv:2401.00001 (implied) One'],
  ],
  [
    'Hugging Face’s papers of a day',
    [{ paper: { id: '2401.00001', title: 'One', authors: [{ name: 'Jane Doe' }] }, title: 'One' }],
    ['arxiv:2401.00001 (implied) One'],
  ],
  [
    'Semantic Scholar’s programs’ interface',
    { data: [{ paperId: 'abc', externalIds: { ArXiv: '2401.00001' }, title: 'One' }] },
    ['arxiv:2401.00001 (implied) One'],
  ],
  [
    'Chrome’s own file',
    {
      roots: {
        bookmark_bar: {
          name: 'Bookmarks bar',
          type: 'folder',
          children: [
            {
              name: 'Thesis',
              type: 'folder',
              children: [
                { name: 'One', type: 'url', url: URL_OF(1), date_added: '13349000000000000' },
              ],
            },
            { name: 'News', type: 'url', url: 'https://example.org/' },
          ],
        },
      },
    },
    ['arxiv:2401.00001 One', 'noPaper News'],
  ],
  [
    'links in texts at any depth',
    { a: { b: [[{ c: `See ${URL_OF(1)} and arXiv:2401.00002.` }]] } },
    ['arxiv:2401.00001 (implied) arXiv 2401.00001', 'arxiv:2401.00002 (implied) arXiv 2401.00002'],
  ],
  ['lists within lists', [['One', URL_OF(1)]], ['arxiv:2401.00001 (implied) arXiv 2401.00001']],
])('JSON of a program that is not known is read for its links: %s', async (_, value, expected) => {
  for (const text of [JSON.stringify(value), JSON.stringify(value, null, 2)]) {
    const { decoded } = await read(text, 20);
    expect(outline(decoded).map((line) => line.replace(/^\d+ /, ''))).toEqual(expected);
  }
});

test('each entry is told with its line', async () => {
  const text = JSON.stringify(
    { a: [{ url: URL_OF(1) }, { url: 'https://example.org/x' }, { url: URL_OF(2) }] },
    null,
    1,
  );
  const { decoded } = await read(text);
  expect(outline(decoded)).toEqual([
    '4 arxiv:2401.00001 (implied) arXiv 2401.00001',
    '7 noPaper https://example.org/x',
    '10 arxiv:2401.00002 (implied) arXiv 2401.00002',
  ]);
  const escaped = await read(text.replaceAll('/', '\\/'));
  expect(outline(escaped.decoded)).toEqual(outline(decoded));
});

test('an object a line is a list', async () => {
  const lines = [1, 2].map((number) =>
    JSON.stringify({ url: URL_OF(number), title: `T ${number}` }),
  );
  expect(outline((await read(`${lines.join('\n')}\n`, 20)).decoded)).toEqual([
    '1 arxiv:2401.00001 (implied) T 1',
    '2 arxiv:2401.00002 (implied) T 2',
  ]);
});

test('JSON that is cut off is read for its links, and told to be cut off', async () => {
  const text = JSON.stringify({ a: { b: URL_OF(1) }, c: [{ url: URL_OF(2) }] }, null, 2);
  const { format, decoded } = await read(text.slice(0, -6));
  expect(format).toBe('anyJson');
  expect(bookmarksIn(decoded)).toHaveLength(2);
  expect(decoded.at(-1)).toMatchObject({ kind: 'broken', problem: { code: 'cutOff' } });
});

test.each(['{"a": 1}', '{"papers": [{"id": 1}]}', '{"url": "https://example.org"}', '[1, [2]]'])(
  'JSON without a paper is refused: %s',
  async (text) => {
    expect(outline((await read(text)).decoded)).toEqual(['refused foreign']);
  },
);

test('JSON that is broken and names no paper is refused as that', async () => {
  expect((await read('{"a": 1,\n"b" 2}')).decoded).toEqual([
    { kind: 'refused', problem: { code: 'notJson', line: 2 } },
  ]);
});

test.each<[string, unknown, object]>([
  [
    'Karakeep: lists, also within others, and what is archived',
    {
      bookmarks: [
        {
          createdAt: 1700000000,
          title: 'T',
          tags: ['planning'],
          lists: ['l1', 'l3'],
          content: { type: 'link', url: URL_OF(1) },
          note: null,
          archived: true,
        },
      ],
      lists: [
        { id: 'l1', name: 'Thesis', parentId: null },
        { id: 'l2', name: 'Work', parentId: null },
        { id: 'l3', name: 'To cite', parentId: 'l2' },
      ],
    },
    { annotation: { status: 'read', tags: ['planning', 'Thesis', 'Work/To cite'] } },
  ],
  [
    'Karakeep: lists that come first',
    {
      lists: [{ id: 'l1', name: 'Thesis', parentId: null }],
      bookmarks: [
        { title: 'T', tags: [], lists: ['l1'], content: { type: 'link', url: URL_OF(1) } },
      ],
    },
    { annotation: { status: null, tags: ['Thesis'] } },
  ],
  [
    'Karakeep: a favourite',
    {
      bookmarks: [
        {
          title: 'T',
          tags: [],
          lists: [],
          favourited: true,
          content: { type: 'link', url: URL_OF(1) },
        },
      ],
      lists: [],
    },
    { annotation: { starred: true, tags: [] } },
  ],
  [
    'Omnivore: what is archived',
    [
      {
        id: 'a',
        slug: 't',
        title: 'T',
        url: URL_OF(1),
        state: 'Archived',
        labels: ['planning'],
        savedAt: '2024-01-01T00:00:00.000Z',
      },
    ],
    { annotation: { status: 'read', tags: ['planning'] } },
  ],
  [
    'Omnivore: what is not',
    [{ title: 'T', url: URL_OF(1), state: 'Active', labels: [] }],
    { isImplied: true },
  ],
  [
    'Linkwarden: collections of links',
    {
      id: 1,
      name: 'me',
      username: 'me',
      collections: [
        {
          id: 1,
          name: 'Thesis',
          links: [
            {
              id: 7,
              name: 'T',
              type: 'url',
              description: 'd',
              url: URL_OF(1),
              tags: [{ id: 2, name: 'planning' }],
              createdAt: '2024-01-01T00:00:00.000Z',
            },
          ],
        },
      ],
    },
    {
      paper: { title: 'T' },
      annotation: { tags: ['planning', 'Thesis'], createdAt: '2024-01-01T00:00:00.000Z' },
    },
  ],
  [
    'Readwise’s programs’ interface',
    {
      count: 1,
      results: [
        {
          id: 'x',
          url: 'https://read.readwise.io/read/x',
          source_url: URL_OF(1),
          title: 'T',
          author: 'Jane Doe, John Roe',
          location: 'archive',
          tags: { planning: { name: 'planning' } },
          notes: 'Mine',
          saved_at: '2024-01-01T00:00:00Z',
        },
      ],
    },
    {
      paper: { authors: ['Jane Doe', 'John Roe'] },
      annotation: { status: 'read', tags: ['planning'], note: 'Mine' },
    },
  ],
  [
    'linkding’s programs’ interface',
    {
      count: 1,
      results: [
        {
          id: 1,
          url: URL_OF(1),
          title: 'T',
          notes: 'Mine',
          is_archived: false,
          unread: true,
          tag_names: ['planning'],
          date_added: '2024-01-01T00:00:00Z',
        },
      ],
    },
    {
      annotation: {
        status: 'to-read',
        tags: ['planning'],
        note: 'Mine',
        createdAt: '2024-01-01T00:00:00.000Z',
      },
    },
  ],
  [
    'Instapaper’s programs’ interface',
    [
      {
        type: 'bookmark',
        bookmark_id: 1,
        url: URL_OF(1),
        title: 'T',
        starred: '1',
        time: 1614500000,
        tags: [{ id: 1, name: 'planning' }],
      },
    ],
    { annotation: { starred: true, tags: ['planning'], createdAt: '2021-02-28T08:13:20.000Z' } },
  ],
  [
    'Pocket’s programs’ interface',
    {
      status: 1,
      list: {
        1: {
          item_id: '1',
          resolved_url: URL_OF(1),
          resolved_title: 'T',
          favorite: '1',
          status: '1',
          time_added: '1614500000',
          tags: { planning: { item_id: '1', tag: 'planning' } },
        },
      },
    },
    { paper: { title: 'T' }, annotation: { starred: true, status: 'read', tags: ['planning'] } },
  ],
  [
    'wallabag',
    [
      {
        id: 1,
        title: 'T',
        url: URL_OF(1),
        is_archived: 1,
        is_starred: 0,
        tags: ['planning'],
        created_at: '2024-01-01T00:00:00+0000',
        annotations: [{ quote: 'A passage', text: 'Mine' }],
      },
    ],
    {
      annotation: {
        starred: false,
        status: 'read',
        tags: ['planning'],
        note: '> A passage\n\nMine',
      },
    },
  ],
  [
    'Diigo',
    [
      {
        title: 'T',
        url: URL_OF(1),
        tags: 'planning,to cite',
        desc: 'Mine',
        readlater: 'yes',
        created_at: '2013/01/05 10:00:00 +0000',
      },
    ],
    {
      annotation: {
        status: 'to-read',
        tags: ['planning', 'to cite'],
        note: 'Mine',
        createdAt: '2013-01-05T10:00:00.000Z',
      },
    },
  ],
  [
    'Firefox’s own file',
    {
      guid: 'root________',
      title: '',
      root: 'placesRoot',
      children: [
        {
          title: 'menu',
          root: 'bookmarksMenuFolder',
          children: [
            {
              title: 'Thesis',
              children: [
                {
                  title: 'T',
                  uri: URL_OF(1),
                  type: 'text/x-moz-place',
                  dateAdded: 1614500000000000,
                  tags: 'planning,nets',
                },
              ],
            },
          ],
        },
      ],
    },
    {
      paper: { title: 'T' },
      annotation: { tags: ['nets', 'planning', 'Thesis'], createdAt: '2021-02-28T08:13:20.000Z' },
    },
  ],
  [
    'arXiv’s own list of papers',
    [
      {
        id: '2401.00001',
        authors: 'Jane Doe, John Roe and Ann Lee',
        title: 'T',
        abstract: '  We plan.\n',
        update_date: '2024-01-01',
      },
    ],
    { paper: { title: 'T', authors: ['Jane Doe', 'John Roe', 'Ann Lee'], abstract: 'We plan.' } },
  ],
])('%s', async (_, value, expected) => {
  const { decoded } = await read(JSON.stringify(value, null, 1), 30);
  expect(bookmarksIn(decoded)).toMatchObject([expected]);
});

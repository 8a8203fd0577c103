import { expect, test } from 'vitest';
import { isEmpty } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { AT, bookmarksIn, encode, starred } from './files';
import { outline, read, sample } from './reading';

const ALL: Record<string, [format: string, outline: string[]]> = {
  'zotero.bib': [
    'bibtex',
    [
      '2 arxiv:1706.03762 Attention Is All You Need',
      '18 arxiv:2401.00002 (implied) On Über-sampling in Gödel’s α-GANs: 100% of L₂ & more'.replace(
        '’',
        "'",
      ),
      '26 noPaper Deep Residual Learning for Image Recognition',
    ],
  ],
  'mixed.bib': [
    'bibtex',
    [
      '9 arxiv:2001.00001 A "quoted" title – with a dash',
      '16 notEntry This one is never closed,',
      '21 arxiv:2101.00003 (implied) The one after it',
      '25 arxiv:1706.03762 (implied) Attention',
      "26 arxiv:hep-th/9901001 (implied) BibLaTeX's own",
      '27 notEntry',
      '28 arxiv:2203.00005 (implied) Only a DOI',
      '29 arxiv:2204.00006 (implied) On the Hub',
      '30 notEntry Cut off in the mid',
    ],
  ],
  'zotero.csl.json': [
    'list',
    [
      '2 arxiv:2401.12345 A fine title',
      '22 noPaper No paper of ours',
      '23 arxiv:2402.00002 By DOI',
      '24 arxiv:2403.00003 Our own',
    ],
  ],
  'zotero.ris': [
    'ris',
    ['1 arxiv:1706.03762 Attention Is All You Need', '20 noPaper Not on arXiv'],
  ],
  'endnote.ris': [
    'ris',
    ['1 arxiv:2006.11239 Denoising Diffusion', '10 arxiv:2105.00001 Mendeley has no ER'],
  ],
  'raindrop.csv': [
    'csv',
    [
      '2 arxiv:1706.03762 Attention Is "All" You Need',
      '4 arxiv:2508.10104 (implied) DINOv3',
      '5 noPaper Some blog',
    ],
  ],
  'bookmarks.html': [
    'bookmarksHtml',
    [
      '9 arxiv:1706.03762 (implied) Attention & All',
      '14 arxiv:2401.12345 Self-Play',
      '19 noPaper News',
      '21 arxiv:2402.00002 arXiv 2402.00002',
    ],
  ],
  'paperMemory.json': [
    'paperMemory',
    [
      '1 arxiv:2401.12345 Self-Play',
      '2 noPaper Attention',
      '3 arxiv:2402.00002 (implied) Only kept',
    ],
  ],
  'urlList.json': [
    'list',
    [
      '1 arxiv:2401.12345 (implied) arXiv 2401.12345',
      '1 arxiv:2402.00002 arXiv 2402.00002',
      '1 noPaper https://example.org/x',
      '1 notRecord',
      '1 arxiv:2403.00003 (implied) arXiv 2403.00003',
    ],
  ],
  'karakeep.json': [
    'listWithin',
    ['3 arxiv:2401.00001 One', '19 noPaper A thought', '31 arxiv:2401.00002 arXiv 2401.00002'],
  ],
  'linkwarden.json': [
    'anyJson',
    [
      '14 arxiv:2401.00001 Nets That Plan',
      '18 noPaper News',
      '22 arxiv:2401.00002 (implied) arXiv 2401.00002',
      '22 arxiv:2401.00003 (implied) Nets That Wait',
    ],
  ],
  'awesome.md': [
    'text',
    [
      '5 arxiv:2401.00001 (implied) Nets That Plan',
      '6 arxiv:2401.00002 Quiet Nets',
      '7 arxiv:2401.00003 (implied) Nets that wait',
      '12 arxiv:2401.00004 (implied) Nets That Search',
      '16 arxiv:2401.00005 (implied) Nets That Sleep',
      '20 arxiv:2401.00006 (implied) Nets in Org',
      '20 arxiv:2401.00007 (implied) Nets in HTML',
      '21 arxiv:2401.00009 (implied) arXiv 2401.00009',
      '23 arxiv:2401.00008 (implied) Nets by Name',
    ],
  ],
  'endnote.enw': [
    'endnote',
    [
      '1 arxiv:2401.00001 Nets That Plan',
      '15 arxiv:2401.00002 (implied) Nets That Wait',
      '22 noPaper Trees',
    ],
  ],
  'logseq.md': ['note', ['1 arxiv:2401.00001 Nets That Plan']],
  'note.md': ['note', ['1 arxiv:1706.03762 Attention: "all" you need']],
  'pocket.html': [
    'bookmarksHtml',
    [
      '8 arxiv:2401.00001 One',
      '9 arxiv:2401.00002 Two',
      '13 arxiv:2401.00003 Three',
      '14 noPaper Blog',
    ],
  ],
  'reading.md': [
    'text',
    [
      '3 arxiv:1706.03762 (implied) Attention [sic] Is All',
      '3 arxiv:2401.12345 (implied) arXiv 2401.12345',
      '4 noPaper https://example.org/no-paper',
      '5 arxiv:2402.00002 (implied) arXiv 2402.00002',
      '5 arxiv:2403.00003 (implied) arXiv 2403.00003',
      '5 arxiv:hep-th/9901001 (implied) arXiv hep-th/9901001',
      '6 arxiv:2404.00004 (implied) arXiv 2404.00004',
      '6 arxiv:2405.00005 (implied) arXiv 2405.00005',
      '6 hf:some-report (implied) HF only',
    ],
  ],
};

test.each(Object.entries(ALL))(
  '%s is recognised and read, whatever its line ends',
  async (name, [format, lines]) => {
    const text = sample(name);
    for (const variant of [
      text,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      `\uFEFF\n\n${text}`,
    ]) {
      const moved = variant.startsWith('\uFEFF') ? 2 : 0;
      for (const size of [7, 1_000_000]) {
        const { format: found, decoded } = await read(variant, size);
        expect(found).toBe(format);
        expect(outline(decoded)).toEqual(
          lines.map((line) => line.replace(/^\d+/, (number) => String(Number(number) + moved))),
        );
      }
    }
  },
);

/** The bookmark of a sample that has this id. */
async function from(name: string, id: string): Promise<Bookmark | undefined> {
  const { decoded } = await read(sample(name));
  return bookmarksIn(decoded).find(({ paper }) => paper.id === `arxiv:${id}`);
}

test.each<[string, string, object]>([
  [
    'endnote.enw',
    '2401.00001',
    {
      paper: {
        authors: ['Jane Doe', 'John Roe'],
        abstract: 'We plan. And wait.',
        publishedAt: '2024-01-05',
        sources: { title: 'bibliography' },
      },
      annotation: { tags: ['nets', 'planning'], note: 'Mine' },
    },
  ],
  [
    'zotero.bib',
    '1706.03762',
    {
      paper: {
        authors: ['Ashish Vaswani', 'Noam Shazeer', 'Łukasz Kaiser'],
        abstract:
          'The dominant sequence transduction models are based on complex recurrent networks.',
      },
      annotation: {
        tags: ['Computer Science - Computation and Language', 'nlp', 'to present'],
        note: 'Comment: 15 pages, 5 figures',
        noteAt: null,
        tagsAt: null,
        createdAt: AT,
      },
    },
  ],
  [
    'zotero.bib',
    '2401.00002',
    { paper: { authors: ['Kurt Gödel', 'José Muñoz', 'The LaTeX Team'] } },
  ],
  [
    'mixed.bib',
    '2001.00001',
    {
      paper: { authors: ['Ada Lovelace', 'Charles Babbage'], publishedAt: '2020-01-06' },
      annotation: { status: 'read', statusAt: null },
    },
  ],
  ['mixed.bib', '2204.00006', { paper: { githubRepo: 'https://github.com/a/b_c' } }],
  [
    'zotero.csl.json',
    '2401.12345',
    {
      paper: { authors: ['Ludwig van Beethoven', 'The Team'], publishedAt: '2024-01-22' },
      annotation: { note: 'version: 2 is better' },
    },
  ],
  [
    'zotero.csl.json',
    '2403.00003',
    {
      annotation: {
        starred: true,
        status: 'reading',
        tags: ['a', 'b'],
        note: 'said',
        createdAt: '2026-01-02T03:04:05.000Z',
      },
    },
  ],
  [
    'zotero.ris',
    '1706.03762',
    {
      paper: { authors: ['Ashish Vaswani', 'Martin King Jr.'], publishedAt: '2023-08-02' },
      annotation: { tags: ['nlp', 'transformers big'], note: 'My note & more\n\nSecond paragraph' },
    },
  ],
  [
    'endnote.ris',
    '2006.11239',
    {
      paper: { abstract: 'Long abstract that goes on.' },
      annotation: { tags: ['diffusion', 'generative models'] },
    },
  ],
  [
    'raindrop.csv',
    '1706.03762',
    {
      annotation: {
        starred: true,
        starredAt: null,
        tags: ['nlp', 'Papers/NLP', 'transformers'],
        note: 'first line\nsecond, line',
        createdAt: '2024-02-03T04:05:06.789Z',
      },
    },
  ],
  [
    'bookmarks.html',
    '2401.12345',
    {
      annotation: {
        tags: ['ML/RL Agents', 'rl', 'to keep'],
        note: 'What it says\n\n**mine**',
        createdAt: '2023-11-14T22:13:22.000Z',
      },
    },
  ],
  [
    'bookmarks.html',
    '2402.00002',
    { annotation: { status: 'to-read', statusAt: null, note: 'Pinboard <3' } },
  ],
  [
    'paperMemory.json',
    '2401.12345',
    {
      paper: { authors: ['Ada Lovelace', 'Charles Babbage'], githubRepo: 'https://github.com/a/b' },
      annotation: {
        starred: true,
        starredAt: '2024-01-26T10:00:00.000Z',
        tags: ['rl', 'to keep'],
        note: 'Accepted @ NeurIPS',
        createdAt: '2024-01-25T10:00:00.000Z',
      },
    },
  ],
  [
    'karakeep.json',
    '2401.00001',
    { annotation: { tags: ['b', 'nlp'], note: 'Mine', createdAt: '2021-02-28T08:13:20.000Z' } },
  ],
  [
    'note.md',
    '1706.03762',
    {
      annotation: {
        starred: true,
        status: 'reading',
        tags: ['nlp', 'to cite'],
        note: 'My **note**, see https://arxiv.org/abs/2401.12345.',
        createdAt: '2026-01-02T03:04:05.678Z',
      },
    },
  ],
  ['urlList.json', '2402.00002', { annotation: { tags: ['a', 'b'] } }],
])('%s: what it says of %s comes in', async (name, id, expected) => {
  expect(await from(name, id)).toMatchObject(expected);
});

test('what a file only names is to be read, and is marked as implied; nothing that comes in is empty', async () => {
  for (const name of Object.keys(ALL)) {
    for (const item of (await read(sample(name))).decoded) {
      if (item.kind !== 'bookmark') continue;
      const { annotation, isImplied, paper } = item.bookmark;
      expect(isEmpty(annotation), paper.id).toBe(false);
      if (!isImplied) continue;
      expect(annotation).toMatchObject({
        starred: false,
        status: 'to-read',
        statusAt: null,
        tags: [],
        note: '',
      });
      expect(item.bookmark).not.toHaveProperty('extra');
    }
  }
});

test('whatever is not a paper is listed with its address', async () => {
  const { decoded } = await read(sample('zotero.ris'));
  expect(decoded[1]).toMatchObject({ title: 'Not on arXiv', address: 'https://example.org/paper' });
});

test('our own file keeps its own decoder, whatever is in its titles', async () => {
  const all = [
    starred(1, '@misc{a, url = {https://arxiv.org/abs/2401.00001}}'),
    starred(2, 'TY  - JOUR'),
  ];
  const { format, decoded } = await read(encode(all));
  expect(format).toBe('asterism');
  expect(bookmarksIn(decoded)).toEqual(all);
});

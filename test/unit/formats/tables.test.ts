import { describe, expect, test } from 'vitest';
import { cut } from '../../../lib/formats/csv/cells';
import { bookmarksIn } from './files';
import { outline, read } from './reading';

describe('a line is cut into its cells', () => {
  test.each<[string, string, string[]]>([
    [',', 'a,b,c', ['a', 'b', 'c']],
    [',', 'a,,', ['a', '', '']],
    [',', '"a, b",c', ['a, b', 'c']],
    [',', '"a ""b"" c",""', ['a "b" c', '']],
    [',', '"a", "b, c" ,d', ['a', 'b, c', 'd']],
    [',', 'a 5" b,c', ['a 5" b', 'c']],
    [',', '"Why?": A title,c', ['"Why?": A title', 'c']],
    [',', '"Why?": A title,c,"d, e"', ['"Why?": A title', 'c', 'd, e']],
    [',', '"He said "hi" to us, twice",c', ['He said "hi" to us, twice', 'c']],
    [';', '"a; b";c', ['a; b', 'c']],
    [';', '"a", b;c', ['"a", b', 'c']],
    ['\t', '"a b"\tc', ['a b', 'c']],
    ['\t', '"Why?": A title\tc', ['"Why?": A title', 'c']],
    ['\t', '"A" and "B"\tc', ['"A" and "B"', 'c']],
    ['\t', '"A title\tc\td"', ['"A title', 'c', 'd"']],
    ['\t', '5"\tc', ['5"', 'c']],
  ])('%j: %s', (delimiter, line, cells) => {
    expect(cut(line, delimiter)).toEqual({ cells, open: null });
  });

  test('a cell that goes on', () => {
    const open = cut('a,"b', ',');
    expect(open).toEqual({ cells: ['a'], open: 'b' });
    const more = cut('c ""d""', ',', open);
    expect(more).toEqual({ cells: ['a'], open: 'b\nc ""d""' });
    expect(cut('e",f', ',', more)).toEqual({ cells: ['a', 'b\nc "d"\ne', 'f'], open: null });
  });
});

const ROW = (number: number): string => `https://arxiv.org/abs/2401.0000${number}`;

test.each<[string, string, string[]]>([
  [
    'tabs: a cell that begins with a mark, or has one, is text',
    `Title\tURL\tTags\n"Why Plan?": Nets\t${ROW(1)}\ta\nNets 5"\t${ROW(2)}\tb\n"Nets That Wait\t${ROW(3)}\tc\nNets\t${ROW(4)}\td"`,
    [
      '2 arxiv:2401.00001 "Why Plan?": Nets',
      '3 arxiv:2401.00002 Nets 5"',
      '4 arxiv:2401.00003 "Nets That Wait',
      '5 arxiv:2401.00004 Nets',
    ],
  ],
  [
    'tabs: quoted cells, one of them over two lines',
    `Title\tURL\tNotes\n"Nets, ""deep"" ones"\t${ROW(1)}\t"One\ntwo"\nMore\t${ROW(2)}\t`,
    ['2 arxiv:2401.00001 Nets, "deep" ones', '4 arxiv:2401.00002 (implied) More'],
  ],
  [
    'commas: a mark that is closed rows later hides none',
    `title,url,tags\n"Why plan,${ROW(1)},a\nNets,${ROW(2)},b\nMore" nets,${ROW(3)},c`,
    ['2 arxiv:2401.00001 "Why plan', '3 arxiv:2401.00002 Nets', '4 arxiv:2401.00003 More" nets'],
  ],
  [
    'commas: a note of several lines, with commas and what looks like a row',
    `title,url,note\nNets,${ROW(1)},"One, two\nthree, ""four"" and ${ROW(9)}\n\nfive"\nMore,${ROW(2)},`,
    ['2 arxiv:2401.00001 Nets', '6 arxiv:2401.00002 (implied) More'],
  ],
  [
    'spaces before marks',
    `"title", "url", "tags"\n"Nets, Plans", "${ROW(1)}", "planning, search"`,
    ['2 arxiv:2401.00001 Nets, Plans'],
  ],
  [
    'what Excel says of its separator',
    `sep=;\ntitle;url;tags\nNets;${ROW(1)};planning`,
    ['3 arxiv:2401.00001 Nets'],
  ],
  [
    'remarks before the headings',
    `# My papers, as of May\n\nExported by me;;\nTitle,URL,Tags\nNets,${ROW(1)},planning`,
    ['5 arxiv:2401.00001 Nets'],
  ],
  [
    'headings in words of their own',
    `Paper;arXiv link;Labels\nNets;${ROW(1)};planning`,
    ['2 arxiv:2401.00001 Nets'],
  ],
  ['headings in Chinese', `标题,链接,标签\nNets,${ROW(1)},规划`, ['2 arxiv:2401.00001 Nets']],
  [
    'links that a spreadsheet computes, and links in Markdown',
    `Title,Link\n"=HYPERLINK(""${ROW(1)}"",""Nets, Plans"")",\n[More](${ROW(2)}),x`,
    ['2 arxiv:2401.00001 (implied) Nets, Plans', '3 arxiv:2401.00002 (implied) More'],
  ],
])('%s', async (_, text, expected) => {
  for (const size of [7, text.length]) {
    const { format, decoded } = await read(text, size);
    expect(format).toBe('csv');
    expect(outline(decoded)).toEqual(expected);
  }
});

test('a line of prose is not a heading', async () => {
  const { format } = await read(`Title, url and date are missing.\n${ROW(1)}`);
  expect(format).toBe('text');
});

test.each<[string, string, object]>([
  [
    'Zotero: one author of four words',
    `"Key","Author","Title","Url","Manual Tags"\n"A","Garcia Lopez, Ana Maria","T","${ROW(1)}",""`,
    { paper: { authors: ['Ana Maria Garcia Lopez'] } },
  ],
  [
    'Zotero: several authors, and a group',
    `"Key","Author","Title","Url","Manual Tags"\n"A","van den Berg, Jan Willem; Doe, Jane; DeepSeek-AI","T","${ROW(1)}",""`,
    { paper: { authors: ['Jan Willem van den Berg', 'Jane Doe', 'DeepSeek-AI'] } },
  ],
  [
    'Zotero: a tag with commas among others',
    `"Key","Author","Title","Url","Manual Tags"\n"A","Doe, Jane","T","${ROW(1)}","Nets (2D, 3D and 4D); planning; to cite"`,
    { annotation: { tags: ['Nets (2D 3D and 4D)', 'planning', 'to cite'] } },
  ],
  [
    'anybody: names in reading order, family names first with initials',
    `authors,title,url\n"Doe, J., van Roe, R. M.",T,${ROW(1)}`,
    { paper: { authors: ['J. Doe', 'R. M. van Roe'] } },
  ],
  [
    'anybody: two authors of two words',
    `authors,title,url\n"Jane Doe, John Roe",T,${ROW(1)}`,
    { paper: { authors: ['Jane Doe', 'John Roe'] } },
  ],
  [
    'anybody: one author whose particle comes first',
    `authors,title,url\n"van den Berg, Jan Willem",T,${ROW(1)}`,
    { paper: { authors: ['Jan Willem van den Berg'] } },
  ],
  [
    'anybody: tags with commas in brackets, and by their signs',
    `title,url,tags,labels\nT,${ROW(1)},"Nets (2D, 3D), planning",#deep #to/cite`,
    { annotation: { tags: ['deep', 'Nets (2D 3D)', 'planning', 'to/cite'] } },
  ],
  [
    'Notion: its statuses and dates',
    `Name,Link,Tags,Status,Created\nT,${ROW(1)},"planning, to cite",Done,"January 5, 2024 3:45 PM"`,
    {
      annotation: {
        tags: ['planning', 'to cite'],
        status: 'read',
        createdAt: '2024-01-05T15:45:00.000Z',
      },
    },
  ],
  [
    'Notion: what is begun, a day alone',
    `Name,URL,Status,Created time\nT,${ROW(1)},In progress,"February 6, 2024"`,
    { annotation: { status: 'reading', createdAt: '2024-02-06T00:00:00.000Z' } },
  ],
  [
    'Notion: what is not begun, a box that is ticked',
    `Name,URL,Status,Favorite,Date Added\nT,${ROW(1)},Not started,Yes,2024/02/06`,
    {
      annotation: { status: 'to-read', starred: true, createdAt: '2024-02-06T00:00:00.000Z' },
    },
  ],
  [
    'as Goodreads does: a shelf for the status, shelves for tags',
    `Title,Author,Link,Bookshelves,Exclusive Shelf,My Review,Private Notes,Date Added\nT,Jane Doe,${ROW(1)},"planning, currently-reading",currently-reading,Good,Mine,2024/01/05`,
    {
      annotation: {
        tags: ['planning'],
        status: 'reading',
        note: 'Good\n\nMine',
        createdAt: '2024-01-05T00:00:00.000Z',
      },
    },
  ],
  [
    'Readwise: where a document lies',
    `Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nT,${ROW(1)},01a,,2024-01-01 00:00:00+00:00,1,archive,True`,
    { annotation: { status: 'read' } },
  ],
  [
    'Instapaper: what is archived',
    `URL,Title,Selection,Folder,Timestamp,Tags\n${ROW(1)},T,,Archive,1614500000,[]`,
    { annotation: { status: 'read', tags: [] } },
  ],
  [
    'Raindrop: a folder within folders',
    `id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,T,,,${ROW(1)},Thesis/Related work,,2024-01-01T00:00:00Z,,,true`,
    { annotation: { starred: true, tags: ['Thesis/Related work'] } },
  ],
  [
    'arXiv’s own files: an address of its first ways',
    `title,url,time_added,tags,status\nx,https://arxiv.org/ftp/arxiv/papers/2401/2401.10182.pdf,1545182536,,unread`,
    { paper: { id: 'arxiv:2401.10182' }, annotation: { status: 'to-read' } },
  ],
])('%s', async (_, text, expected) => {
  const { decoded } = await read(text);
  expect(bookmarksIn(decoded)).toMatchObject([expected]);
});

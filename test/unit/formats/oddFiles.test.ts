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

test('a record of RIS whose dashes have no space behind them is a record', async () => {
  const text =
    'TY  - JOUR\nTI  - Nets\nUR  - https://arxiv.org/abs/2401.00001\nER  -\nTY  -JOUR\nTI  -Nets Tight\nUR  -https://arxiv.org/abs/2401.00002\nER  -\n';
  expect(outline((await read(text)).decoded)).toEqual([
    '1 arxiv:2401.00001 (implied) Nets',
    '5 arxiv:2401.00002 (implied) Nets Tight',
  ]);
});

test('the groups of an old JabRef, which a comment lists, are tags', async () => {
  const text = String.raw`@article{doe, title={Nets}, eprint={2401.00001}}
@article{roe, title={More Nets}, eprint={2401.00002}}
@article{poe, title={No Nets}, eprint={2401.00003}}
@comment{jabref-meta: groupsversion:3;}
@comment{jabref-meta: groupstree:
0 AllEntriesGroup:;
1 ExplicitGroup:RL\;0\;doe\;ro
e\;;
2 ExplicitGroup:Offline\;0\;roe\;gone\;;
1 KeywordGroup:Key\;0\;keywords\;nets\;0\;0\;;
2 ExplicitGroup:Late\;0\;poe\;;
}
`;
  const tags = new Map<string, string[]>();
  for (const { paper, annotation } of bookmarksIn((await read(text)).decoded)) {
    tags.set(paper.id, [...(tags.get(paper.id) ?? []), ...annotation.tags]);
  }
  expect(Object.fromEntries(tags)).toEqual({
    'arxiv:2401.00001': ['RL'],
    'arxiv:2401.00002': ['RL', 'RL/Offline'],
    'arxiv:2401.00003': ['Key/Late'],
  });
});

test.each([
  ['Jane Doe, John Roe, and Ana Poe', ['Jane Doe', 'John Roe', 'Ana Poe']],
  ['Jane Doe, John Roe, and {Big Lab}', ['Jane Doe', 'John Roe', 'Big Lab']],
  ['García López, Ana María and Roe, John', ['Ana María García López', 'John Roe']],
  ['Doe, Jane, and Roe, John', ['Jane Doe', 'John Roe']],
])('names joined as in a sentence, and as they should be: %s', async (field, names) => {
  const text = `@misc{a, title={Nets}, eprint={2401.00001}, author={${field}}}`;
  expect((await onlyIn(text)).paper.authors).toEqual(names);
});

test.each([
  [
    'Titel;Autoren;Link;Schlagwörter;Notizen;Status',
    'Netze;Doe, Jane;https://arxiv.org/abs/2401.00001;rl, nlp;gut;gelesen',
  ],
  [
    'Titre;Auteurs;Lien;Étiquettes;Remarques;Statut',
    'Netze;Doe, Jane;https://arxiv.org/abs/2401.00001;rl, nlp;gut;Lu',
  ],
  [
    'Título;Autores;Enlace;Etiquetas;Notas;Estado',
    'Netze;Doe, Jane;https://arxiv.org/abs/2401.00001;rl, nlp;gut;Leído',
  ],
])('a table with headings in another language: %s', async (head, line) => {
  const { paper, annotation } = await onlyIn(`${head}\n${line}\n`);
  expect(paper).toMatchObject({ title: 'Netze', authors: ['Jane Doe'] });
  expect(annotation).toMatchObject({ tags: ['nlp', 'rl'], note: 'gut', status: 'read' });
});

test.each([
  [
    'Dataview',
    '# Nets\n\nURL:: https://arxiv.org/abs/2401.00001\nTags:: #rl\nStatus:: reading\n\nMine.',
  ],
  [
    'Hugo',
    '+++\ntitle = "Nets"\nurl = "https://arxiv.org/abs/2401.00001"\ntags = ["rl"]\nstatus = "reading"\n+++\nMine.\n',
  ],
])('the properties of a note as %s writes them', async (_, text) => {
  const { format, decoded } = await read(text);
  const [bookmark] = bookmarksIn(decoded);
  expect(format).toBe('note');
  expect(bookmark?.paper.title).toBe('Nets');
  expect(bookmark?.annotation).toMatchObject({ tags: ['rl'], status: 'reading', note: 'Mine.' });
});

describe('an object with a type is what names a paper in it', () => {
  test.each([
    ['a paper of a collection', { type: 'paper', id: '2401.00001', title: 'Nets' }],
    ["Toby's card", { lists: [{ cards: [{ title: 'Nets', url: 'arxiv.org/abs/2401.00001' }] }] }],
    [
      "OpenAlex's work",
      { type: 'preprint', doi: 'https://doi.org/10.48550/arXiv.2401.00001', title: 'Nets' },
    ],
  ])('%s', async (_, value) => {
    const { decoded } = await read(JSON.stringify({ papers: [value] }));
    expect(outline(decoded)).toEqual(['1 arxiv:2401.00001 (implied) Nets']);
  });

  test('one that is a message is not listed as a paper that is none', async () => {
    const text = ['Nets ', { type: 'link', text: 'https://arxiv.org/abs/2401.00001' }];
    const { decoded } = await read(
      JSON.stringify({ messages: [{ id: 1, type: 'message', text }] }),
    );
    expect(outline(decoded)).toEqual(['1 arxiv:2401.00001 (implied) arXiv 2401.00001']);
  });

  test("OpenAlex's authors are authors", async () => {
    const work = {
      doi: 'https://doi.org/10.48550/arXiv.2401.00001',
      title: 'Nets',
      authorships: [{ author: { display_name: 'Jane Doe' } }],
    };
    const { paper } = await onlyIn(JSON.stringify({ results: [work] }));
    expect(paper.authors).toEqual(['Jane Doe']);
  });
});

test('an address that a mail breaks up is an address', async () => {
  const text =
    'Subject: Nets\nContent-Transfer-Encoding: quoted-printable\n\nhttps://arxiv.org/abs/2401.=\n00001\nhttps://x.org/?u=3Dhttps://arxiv.org/abs/2401.00002\n- [R=C3=A9seaux](https://arxiv.org/abs/2401.00003)\n';
  for (const size of [text.length, 7]) {
    const { decoded } = await read(text, size);
    expect(bookmarksIn(decoded).map(({ paper }) => paper.title)).toEqual([
      'arXiv 2401.00001',
      'arXiv 2401.00002',
      'Réseaux',
    ]);
  }
});

test("the title in a wiki's template is the title", async () => {
  const text = '* {{cite arxiv |last=Doe |title=Nets Cited |eprint=2401.00001 |class=cs.CL}}';
  expect((await onlyIn(text)).paper.title).toBe('Nets Cited');
});

test.each([
  ['PMID- 123\nOWN - NLM\nTI  - Nets\nLID - 10.48550/arXiv.2401.00001 [doi]\n', 'references'],
  ['FN Clarivate Analytics Web of Science\nVR 1.0\nPT J\nTI Nets\nER\n', 'references'],
  [
    '<?xml version="1.0"?><rdf:RDF><dc:title>https://arxiv.org/abs/2401.00001</dc:title></rdf:RDF>',
    'xml',
  ],
  [
    '<xml><records><record><url>https://arxiv.org/abs/2401.00001</url></record></records></xml>',
    'xml',
  ],
  [
    '<opml version="2.0"><body><outline htmlUrl="https://arxiv.org/abs/2401.00001"/></body></opml>',
    'xml',
  ],
  [
    '<feed xmlns="http://www.w3.org/2005/Atom"><id>http://arxiv.org/abs/2401.00001</id></feed>',
    'xml',
  ],
  ['<!DOCTYPE html><title>x</title><a href="https://arxiv.org/abs/2401.00001">Nets</a>', 'html'],
])('of what cannot be read nothing is read: %s', async (text, looksLike) => {
  for (const size of [text.length, 1]) {
    const { format, decoded } = await read(text, size);
    expect(format).toBeNull();
    expect(decoded).toEqual([{ kind: 'refused', problem: { code: 'foreign', looksLike } }]);
  }
});

test.each([
  ['https%3A%2F%2Farxiv.org%2Fabs%2F2401.00001', 'an address in an address'],
  ['@article{2401.00001, title = {Nets}}', 'the key of an entry'],
  ["[{'title': 'Nets', 'url': 'https://arxiv.org/abs/2401.00001'}]", "Python's list"],
  ['{"2401.00001": ["rl"]}', 'the key of a list'],
  [
    'Authors,Title,Publication,Year\n"Doe, Jane",Nets,arXiv preprint arXiv:2401.00001,2024\n',
    "Google Scholar's table",
  ],
])('an id is found in %j: %s', async (text) => {
  expect(await idsIn(text)).toEqual(['2401.00001']);
});

test("what an object under a paper's id says is read", async () => {
  const said = { title: 'Nets', authors: ['Jane Doe'], tags: ['rl'], note: 'mine' };
  const { decoded } = await read(JSON.stringify({ '2401.00001': said, '2401.00002': 'More Nets' }));
  const [first, second] = bookmarksIn(decoded);
  expect(first?.paper).toMatchObject({ title: 'Nets', authors: ['Jane Doe'] });
  expect(first?.annotation).toMatchObject({ tags: ['rl'], note: 'mine' });
  expect(second?.paper).toMatchObject({ id: 'arxiv:2401.00002', title: 'More Nets' });
});

test('a subject class is not a title', async () => {
  const { decoded } = await read('arxiv:2401.00001v3[cs.CL]\nhttps://arxiv.org/abs/2401.00002\n');
  expect(bookmarksIn(decoded).map(({ paper }) => paper.title)).toEqual([
    'arXiv 2401.00001',
    'arXiv 2401.00002',
  ]);
});

import { expect, test } from 'vitest';
import { bookmarksIn } from './files';
import { outline, read } from './reading';

/** A bookmark file with these lines in its list. */
function file(...lines: string[]): string {
  return `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>Bookmarks</TITLE>
<H1>Bookmarks</H1>
<DL><p>
${lines.join('\n')}
</DL><p>
`;
}

function link(number: number, title: string, attributes = ''): string {
  return `<DT><A HREF="https://arxiv.org/abs/2401.0000${number}"${attributes}>${title}</A>`;
}

test.each([
  'script',
  'style',
  'title',
  'textarea',
  'iframe',
  'xmp',
  'noscript',
  'noembed',
  'plaintext',
  'svg',
  'math',
  'select',
  'template',
  'form',
  'table',
  'b',
])('<%s> in a title or a description is text, and what follows comes in', async (name) => {
  const { decoded } = await read(
    file(
      link(1, `The <${name}> element`),
      `<DD>What <${name}> does`,
      link(2, `A </${name}> and a <${name} />`, ' TAGS="c"'),
      link(3, 'Three'),
    ),
  );
  const found = bookmarksIn(decoded);
  expect(found.map(({ paper }) => paper.title)).toEqual([
    `The <${name}> element`,
    `A </${name}> and a <${name} />`,
    'Three',
  ]);
  expect(found[0]?.annotation.note).toBe(`What <${name}> does`);
  expect(found[1]?.annotation.tags).toEqual(['c']);
});

test.each([
  ['The <!-- sign', 'The <!-- sign'],
  ['The <!-- and --> signs', 'The signs'],
  ['<![CDATA[ sections', '<![CDATA[ sections'],
  ['<?php ?> and <?xml', '<?php ?> and <?xml'],
  ['A <- B, C < D and E <3', 'A <- B, C < D and E <3'],
  ['<!DOCTYPE html>', '<!DOCTYPE html>'],
  ['Nets <i>in vivo</i> and <sub>2</sub>', 'Nets in vivo and 2'],
  ['Tags such as &lt;b&gt;this&lt;/b&gt;', 'Tags such as <b>this</b>'],
])('a title with a sign that begins no tag: %s', async (written, title) => {
  const { decoded } = await read(file(link(1, written), link(2, 'Two')));
  expect(bookmarksIn(decoded).map(({ paper }) => paper.title)).toEqual([title, 'Two']);
});

test('a comment is not part of a description', async () => {
  const { decoded } = await read(
    file(link(1, 'One'), '<DD>Mine', '<!-- folder 2 -->', link(2, '2nd')),
  );
  expect(bookmarksIn(decoded)[0]?.annotation.note).toBe('Mine');
});

const LONG = [
  'Computational Research and Engineering',
  'Artificial Intelligence',
  'Papers',
  'Deep Learning',
  'Neural Networks',
];

function nested(folders: readonly string[], inside: string): string {
  return folders.reduceRight((text, name) => `<DT><H3>${name}</H3><DL><p>${text}</DL><p>`, inside);
}

test('folders nested deeper than a tag can say are several tags: no name is cut, no two folders become one', async () => {
  const { decoded } = await read(
    file(
      nested([...LONG, 'Learning Dynamics'], link(1, 'One')),
      nested([...LONG, 'Learning Theory', 'Bounds'], link(2, 'Two')),
      nested(LONG, link(3, 'Three')),
    ),
  );
  const path = LONG.join('/');
  expect(bookmarksIn(decoded).map(({ annotation }) => annotation.tags)).toEqual([
    [path, 'Learning Dynamics'],
    [path, 'Learning Theory/Bounds'],
    [path],
  ]);
});

test('a name too long for one tag is parted between its words', async () => {
  const words = Array.from({ length: 24 }, (_, n) => `word${n}`);
  const { decoded } = await read(
    file(link(1, 'One', ` TAGS="${words.join(' ')}"`), nested([words.join(' ')], link(2, 'Two'))),
  );
  for (const { annotation } of bookmarksIn(decoded)) {
    expect(annotation.tags.flatMap((tag) => tag.split(' ')).sort()).toEqual([...words].sort());
    for (const tag of annotation.tags) expect(tag.length).toBeLessThanOrEqual(100);
  }
});

test.each([
  ['arxiv.org/pdf/2401.00001v2.pdf'],
  ['https://arxiv.org/abs/2401.00001'],
  ['www.alphaxiv.org/abs/2401.00001'],
  ['2401.00001'],
  ['2401.00001v2 (1).pdf'],
  ['2401.00001v2.pdf'],
  ['[2401.00001]'],
  ['arXiv:2401.00001 [cs.CL]'],
  ['arXiv:2401.00001v3 [cs.LG] 14 Jan 2024'],
  ['arXiv 2401.00001 v2'],
  ['abs/2401.00001'],
  ['hep-th/9711200v2'],
  ['doi:10.48550/arXiv.2401.00001'],
  ['10.48550/arXiv.2401.00001'],
  ['vaswani17a.pdf'],
  ['paper (3).pdf'],
  ['ms.dvi'],
  ['Microsoft Word - final_3.docx'],
  ['arXiv'],
  ['arXiv.org'],
  ['PDF'],
  ['[PDF]'],
  ['View PDF'],
  ['Download'],
  ['Untitled'],
  ['(no title)'],
  ['Just a moment...'],
  ['403 Forbidden'],
])('what is no title is not taken for one: %s', async (title) => {
  const { decoded } = await read(file(link(1, title)));
  expect(outline(decoded)).toEqual(['6 arxiv:2401.00001 (implied) arXiv 2401.00001']);
});

test.each([
  ['[2401.00001] Nets That Plan', 'Nets That Plan'],
  ['[2401.00001v2] Nets That Plan | alphaXiv', 'Nets That Plan'],
  ['Nets That Plan.pdf', 'Nets That Plan'],
  ['(PDF) Nets That Plan | Semantic Scholar', 'Nets That Plan'],
  ['Paper page - Nets That Plan', 'Nets That Plan'],
  ['Nets That Plan – arXiv Vanity', 'Nets That Plan'],
  ['arXiv:2401.00001: Nets That Plan', 'Nets That Plan'],
  ['2401.00001 - Nets That Plan.pdf', 'Nets That Plan'],
  ['Nets', 'Nets'],
  ['2048', '2048'],
  ['word2vec.js', 'word2vec.js'],
  ['PDFs That Plan', 'PDFs That Plan'],
  ['Code Llama', 'Code Llama'],
  ['ImageNet.org Revisited', 'ImageNet.org Revisited'],
])('a title comes without what programs put around it: %s', async (written, title) => {
  const { decoded } = await read(file(link(1, written)));
  expect(outline(decoded)).toEqual([`6 arxiv:2401.00001 (implied) ${title}`]);
});

test.each([
  ['&lt;blockquote&gt;A passage&lt;/blockquote&gt; mine', '> A passage\n\nmine'],
  ['mine &lt;blockquote&gt;Two\n\nparagraphs&lt;/blockquote&gt;', 'mine\n\n> Two\n>\n> paragraphs'],
  ['<blockquote>A passage</blockquote> mine', '> A passage\n\nmine'],
  ['One<br>two<p>three', 'One\ntwo\nthree'],
  ['a &lt; b and b &gt; c', 'a < b and b > c'],
])('what is marked up in a description becomes text: %s', async (written, note) => {
  const { decoded } = await read(file(link(1, 'Nets'), `<DD>${written}`));
  expect(bookmarksIn(decoded)[0]?.annotation.note).toBe(note);
});

import { expect, test } from 'vitest';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { AT, bookmarksIn } from './files';
import { read, sample } from './reading';

/** The one bookmark of a file that another program wrote. */
async function only(text: string): Promise<Bookmark | undefined> {
  const { decoded } = await read(text);
  expect(decoded).toHaveLength(1);
  return bookmarksIn(decoded)[0];
}

const INSTAPAPER = `<!DOCTYPE html>
<html><head><title>Instapaper: Export</title></head><body>
<h1>Unread</h1>
<ol>
<li><a href="https://arxiv.org/abs/2401.00001">One</a>
<li><a href="https://arxiv.org/abs/2401.00002">Two</a>
</ol>
<h1>Vision</h1>
<ol>
<li><a href="https://arxiv.org/abs/2401.00003">Three</a>
</ol>
<h1>Archive</h1>
<ol>
<li><a href="https://arxiv.org/abs/2401.00004">Four</a>
</ol>
</body></html>`;

test.each<[string, string, [title: string, tags: string[], status: string | null, day: string][]]>([
  [
    'Pocket',
    sample('pocket.html'),
    [
      ['One', ['nlp', 'to cite'], 'to-read', '2021-02-28'],
      ['Two', [], 'to-read', '2021-02-28'],
      ['Three', [], 'read', '2021-02-28'],
    ],
  ],
  [
    'Instapaper',
    INSTAPAPER,
    [
      ['One', [], 'to-read', AT.slice(0, 10)],
      ['Two', [], 'to-read', AT.slice(0, 10)],
      ['Three', ['Vision'], null, AT.slice(0, 10)],
      ['Four', [], 'read', AT.slice(0, 10)],
    ],
  ],
])('the web page that %s exports is a list of bookmarks', async (_, text, expected) => {
  const { format, decoded } = await read(text);
  expect(format).toBe('bookmarksHtml');
  const said = bookmarksIn(decoded).map(({ paper, annotation: { tags, status, createdAt } }) => [
    paper.title,
    tags,
    status,
    createdAt.slice(0, 10),
  ]);
  expect(said).toEqual(expected);
});

test('a folder that a browser made is not a tag, whatever the browser calls it', async () => {
  const { decoded } = await read(`<!DOCTYPE NETSCAPE-Bookmark-file-1>
<DL><p>
    <DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Lesezeichenleiste</H3>
    <DD>Über diese Leiste
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/2401.00001">One</A>
        <DT><H3>Diss</H3>
        <DL><p>
            <DT><A HREF="https://arxiv.org/abs/2401.00002">Two</A>
        </DL><p>
    </DL><p>
    <DT><H3 UNFILED_BOOKMARKS_FOLDER="true">Weitere Lesezeichen</H3>
    <DL><p>
        <DT><A HREF="https://arxiv.org/abs/2401.00003">Three</A>
    </DL><p>
</DL>`);
  expect(bookmarksIn(decoded).map(({ annotation }) => annotation.tags)).toEqual([[], ['Diss'], []]);
});

test.each<[string, string, object]>([
  [
    'EndNote: a list of authors that was cut',
    'TY  - JOUR\nAU  - Ho, J.\nAU  - and others\nTI  - T\nUR  - https://arxiv.org/abs/2401.12345\nER  - \n',
    { paper: { authors: ['J. Ho'] } },
  ],
  [
    'Pinboard’s JSON',
    '[{"href":"https://arxiv.org/abs/2401.12345","description":"T","extended":"Mine","time":"2014-01-01T00:00:00Z","toread":"yes","tags":"nlp to-cite"}]',
    {
      paper: { title: 'T' },
      annotation: {
        tags: ['nlp', 'to-cite'],
        note: 'Mine',
        status: 'to-read',
        createdAt: '2014-01-01T00:00:00.000Z',
      },
    },
  ],
  [
    'Omnivore’s JSON',
    '[{"url":"https://arxiv.org/abs/2401.12345","title":"T","description":"d","labels":["nlp"],"savedAt":"2024-01-01T00:00:00.000Z"}]',
    { annotation: { tags: ['nlp'], note: '', createdAt: '2024-01-01T00:00:00.000Z' } },
  ],
  [
    'what Raindrop’s programs’ interface gives',
    '{"result":true,"items":[{"link":"https://arxiv.org/abs/2401.12345","title":"T","excerpt":"e","note":"Mine","tags":["nlp"],"important":true,"created":"2024-01-01T00:00:00.000Z"}],"count":1}',
    {
      annotation: {
        starred: true,
        tags: ['nlp'],
        note: 'Mine',
        createdAt: '2024-01-01T00:00:00.000Z',
      },
    },
  ],
  [
    'Hypothesis: a note and the passage it is about',
    '{"export_date":"2024-01-01T00:00:00.000Z","client_version":"1.1","annotations":[{"created":"2024-01-01T00:00:00.000000+00:00","uri":"https://arxiv.org/pdf/2401.12345","text":"Mine","tags":["nlp"],"document":{"title":["[2401.12345] T"]},"target":[{"selector":[{"type":"RangeSelector"},{"type":"TextQuoteSelector","exact":"one\\ntwo"}]}]}]}',
    {
      paper: { title: 'T' },
      annotation: {
        tags: ['nlp'],
        note: '> one\n> two\n\nMine',
        createdAt: '2024-01-01T00:00:00.000Z',
      },
    },
  ],
  [
    'Raindrop’s bookmarks: a favourite',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="https://arxiv.org/abs/2401.12345" TAGS="nlp" DATA-COVER="" DATA-IMPORTANT="true">T</A>\n<DD>Note</DL>',
    { annotation: { starred: true, tags: ['nlp'], note: 'Note' } },
  ],
  [
    'linkding: notes beside the description, and what is archived',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><A HREF="https://arxiv.org/abs/2401.12345" ADD_DATE="1704067200" PRIVATE="1" TOREAD="0" TAGS="nlp,linkding:bookmarks.archived">T</A>\n<DD>d[linkding-notes]Mine[/linkding-notes]\n</DL>',
    { annotation: { tags: ['nlp'], note: 'd\n\nMine', status: 'read' } },
  ],
  [
    'Google’s bookmarks: one paper in two lists, times in microseconds',
    '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><H3 ADD_DATE="1258826211990949">History</H3>\n<DL><p>\n<DT><A HREF="https://arxiv.org/abs/2401.12345" ADD_DATE="1260914469588170">T</A>\n</DL><p></DL>',
    { annotation: { tags: ['History'], createdAt: '2009-12-15T22:01:09.588Z' } },
  ],
  [
    'Semantic Scholar: the id is the volume of a journal called ArXiv',
    '@article{a, title={T}, journal={ArXiv}, volume={abs/2401.12345}, url={https://api.semanticscholar.org/CorpusID:1}}',
    { paper: { id: 'arxiv:2401.12345' } },
  ],
  [
    'Google Scholar: an id of the first years',
    '@article{a, title={T}, journal={arXiv preprint hep-th/9711200}}',
    { paper: { id: 'arxiv:hep-th/9711200' } },
  ],
  [
    'Mendeley: tags and groups beside the keywords, and a note that is none',
    '@article{a,\nannote = {NULL},\neprint = {2401.12345},\narchivePrefix = {arXiv},\nkeywords = {attention,seq2seq},\nmendeley-groups = {Thesis/Chapter 2,NLP},\nmendeley-tags = {my tag,attention}\n}',
    {
      annotation: { tags: ['attention', 'my tag', 'NLP', 'seq2seq', 'Thesis/Chapter 2'], note: '' },
    },
  ],
  [
    'JabRef: groups, and what each of several people says',
    '@Misc{a, archiveprefix = {arXiv}, eprint = {2401.12345}, groups = {ML, Vision}, keywords = {cs.CL}, comment = {Mine}, comment-ada = {Read 3.}, review = {Old}}',
    { annotation: { tags: ['cs.CL', 'ML', 'Vision'], note: 'Mine\n\nOld\n\nRead 3.' } },
  ],
  [
    'Better BibLaTeX: names in parts, a keyword with a comma',
    '@online{a, eprint = {2401.12345}, eprinttype = {arXiv}, author = {family=Berg, given=Jan, prefix=van den, useprefix=true and Smith, Ann and given=Bo, family="Li", suffix=Jr.}, keywords = {nlp,{to read, later}}}',
    {
      paper: { authors: ['Jan van den Berg', 'Ann Smith', 'Bo Li Jr.'] },
      annotation: { tags: ['nlp', 'to read later'] },
    },
  ],
  [
    'Pocket’s table: tags with bars between them, what is unread',
    'title,url,time_added,tags,status\nT,https://arxiv.org/abs/2401.12345,1614500000,nlp|to cite,unread',
    {
      annotation: {
        tags: ['nlp', 'to cite'],
        status: 'to-read',
        createdAt: '2021-02-28T08:13:20.000Z',
      },
    },
  ],
  [
    'Pocket’s table: what was read',
    'title,url,time_added,tags,status\nT,https://arxiv.org/abs/2401.12345,1614500000,,archive',
    { annotation: { tags: [], status: 'read' } },
  ],
  [
    'Instapaper’s table: its own folders are no tags, and tags are a list in a cell',
    'URL,Title,Selection,Folder,Timestamp,Tags\nhttps://arxiv.org/abs/2401.12345,T,,Starred,1614500000,"[""nlp"",""to cite""]"',
    { annotation: { starred: true, tags: ['nlp', 'to cite'], status: null } },
  ],
  [
    'Readwise’s table',
    "Title,URL,ID,Document tags,Saved date,Location\nT,https://arxiv.org/abs/2401.12345,01a,\"['nlp', 'to cite']\",2024-01-01 00:00:00+00:00,new",
    { annotation: { tags: ['nlp', 'to cite'], createdAt: '2024-01-01T00:00:00.000Z' } },
  ],
  [
    'somebody’s own table: the id in the second column of ids, all tags and all remarks',
    'id,arXiv ID,title,tags,labels,note,comment,pdf,Status\n7,2401.12345,T,nlp,to cite,One,Two,x.pdf,To read',
    {
      paper: { id: 'arxiv:2401.12345' },
      annotation: { tags: ['nlp', 'to cite'], note: 'One\n\nTwo', status: 'to-read' },
    },
  ],
  [
    'a table with the paper’s address beside another',
    'title,url,pdf\nT,https://example.org,https://arxiv.org/pdf/2401.12345v2.pdf',
    { paper: { id: 'arxiv:2401.12345' } },
  ],
  [
    'Raindrop’s table: what was highlighted',
    'id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,T,Mine,e,https://arxiv.org/abs/2401.12345,Unsorted,,2024-01-01T00:00:00Z,,"Highlight: a passage",false',
    { annotation: { note: 'Mine\n\nHighlight: a passage', starred: false } },
  ],
  [
    'Matter’s table',
    'Title,Author,URL,Tags,In Queue,Favorited,Read\nT,A B,https://arxiv.org/abs/2401.12345,nlp,False,True,True',
    { annotation: { starred: true, status: 'read', tags: ['nlp'] } },
  ],
  [
    'Zotero’s table: its notes are HTML',
    '"Key","Title","Url","Manual Tags","Notes"\n"A","T","https://arxiv.org/abs/2401.12345","nlp; to cite","<p>My <strong>note</strong> &amp; more</p>; <p>Second; third</p>"',
    { annotation: { tags: ['nlp', 'to cite'], note: 'My note & more\n\nSecond; third' } },
  ],
  [
    'Paperpile’s JSON: addresses in a list, a date in parts, labels and folders',
    '[{"pubtype":"PREPRINT","title":"T","arxivid":"2401.12345","author":[{"first":"Jane","last":"Doe"}],"labelsNamed":["nlp"],"foldersNamed":["Robots"],"notes":"Mine","starred":1,"published":{"year":"2024","month":"1"},"url":["https://arxiv.org/abs/2401.12345"]}]',
    {
      paper: { id: 'arxiv:2401.12345', title: 'T', authors: ['Jane Doe'], publishedAt: '2024-01' },
      annotation: { tags: ['nlp', 'Robots'], note: 'Mine', starred: true },
    },
  ],
  [
    'what Crossref answers: titles in a list, a date in parts',
    '{"message":{"items":[{"DOI":"10.48550/arxiv.2401.12345","title":["T"],"author":[{"given":"Jane","family":"Doe"}],"issued":{"date-parts":[[2024,1,22]]}}]}}',
    { paper: { title: 'T', authors: ['Jane Doe'], publishedAt: '2024-01-22' } },
  ],
])('%s', async (_, text, expected) => {
  expect(await only(text)).toMatchObject(expected);
});

test.each([
  [
    'Papis',
    "author_list:\n- family: Doe\n  given: Jane\neprint: '2401.12345'\ntitle: 'A Paper on Things'\n",
  ],
  [
    'pandoc',
    'references:\n- id: doe2024\n  title: A Paper on Things\n  issued:\n  - year: 2024\n  number: arXiv:2401.12345\n',
  ],
])('no line of a bibliography in YAML is taken for a title (%s)', async (_, text) => {
  const { decoded } = await read(text);
  const titles = bookmarksIn(decoded).map(({ paper }) => paper.title);
  expect(titles).not.toEqual([]);
  expect(titles.filter((title) => /^\w+: /.test(title))).toEqual([]);
});

import { authorIn, authorsIn } from '../../../lib/formats/authors';
import { dateIn } from '../../../lib/formats/dates';
import { decode } from '../../../lib/formats/decoders';
import { detect } from '../../../lib/formats/detect';
import { textOfHtml } from '../../../lib/formats/markup';
import { namesBySemicolon, namesIn } from '../../../lib/formats/nameLists';
import { readerNotesIn } from '../../../lib/formats/readerNotes';
import { foreignTagsIn, tagsIn } from '../../../lib/formats/tagLists';
import { loneId, mentionsIn, paperIn } from '../../../lib/formats/text/mentions';
import { timeOf } from '../../../lib/formats/times';
import { titleIn } from '../../../lib/formats/titles';
import { AT } from './samples';
import { testGrowth } from './works';

const PIECE = 128 * 1024;

/** Reads a file, in pieces as a file comes. */
async function reading(text: string): Promise<void> {
  async function* pieces(): AsyncGenerator<string> {
    for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
  }
  for await (const _ of decode(pieces(), AT));
}

const URL = 'https://arxiv.org/abs/2401.00001';
const json = (value: unknown): string => JSON.stringify(value);
const library = (row: string): string =>
  `{"format":"asterism-library","version":1,"papers":[\n    ${row}\n]}`;
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

testGrowth({
  'a file': reading,
  'an entry of BibTeX': (text) => reading(`@misc{${text}`),
  'the fields of an entry': (text) => reading(`@misc{a, eprint={2401.00001}, ${text}}`),
  'a value of BibTeX': (text) =>
    reading(`@misc{a, eprint={2401.00001}, title={${text}}, annote={${text}}, keywords={${text}}}`),
  'names and addresses of BibTeX': (text) =>
    reading(`@misc{a, author={${text}}, url={${text}}, doi={${text}}, eprint={2401.00001}}`),
  'what is between entries': (text) => reading(`@misc{a, eprint={2401.00001}}\n${text}`),
  'a record of RIS': (text) => reading(`TY  - GEN\n${text}\nER  - \n`),
  'a note of RIS': (text) =>
    reading(`TY  - GEN\nN1  - ${text}\nAU  - ${text}\nKW  - ${text}\nUR  - ${URL}\nER  - \n`),
  'a table': (text) => reading(`url,title,note,tags,authors\n${text}`),
  'the cells of a table': (text) =>
    reading(
      `url,title,note,tags,authors\n${URL},${quoted(text)},${quoted(text)},${quoted(text)},${quoted(text)}\n`,
    ),
  'a table of open quotes': (text) =>
    reading(`url,title\n${text.replace(/(.{10})/gs, `\n${URL},"$1`)}`),
  'a file of bookmarks': (text) => reading(`<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n${text}`),
  'a bookmark': (text) =>
    reading(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p>\n<DT><H3>${text}</H3><DL><p><DT><A HREF="${URL}" TAGS="${text}">${text}</A>\n<DD>${text}`,
    ),
  'folders within folders': (text) =>
    reading(
      `<!DOCTYPE NETSCAPE-Bookmark-file-1>\n${text.replace(/(.{20})/gs, '<DL><p><DT><H3>$1</H3>').slice(0, text.length)}${`<DT><A HREF="${URL}">a</A>`.repeat(text.length / 60)}`,
    ),
  'a note with front matter': (text) => reading(`---\narxiv: "2401.00001"\n---\n${text}`),
  'front matter': (text) => reading(`---\narxiv: "2401.00001"\n${text}\n---\na`),
  'values of front matter': (text) =>
    reading(`---\narxiv: "2401.00001"\ntags: [${text}]\ntitle: ${text}\nauthors: "${text}\n---\na`),
  'a library': (text) =>
    reading(
      library(
        json({
          id: 'arxiv:2401.00001',
          title: 'a',
          note: text,
          abstract: text,
          tags: text.split(' '),
          authors: text.split(' '),
        }),
      ),
    ),
  'rows of a library': (text) => reading(library(text)),
  'a value in a row': (text) =>
    reading(library(`{"id":"arxiv:2401.00001","title":"a","starred":true,"x":${text}}`)),
  'a library of other times and types': (text) =>
    reading(
      library(
        json({
          id: text,
          title: 1,
          createdAt: text,
          publishedAt: text,
          githubRepo: text,
          organization: { name: text, [text]: text },
          [text]: text,
        }),
      ),
    ),
  'settings of a library': (text) =>
    reading(
      `{"format":"asterism-library","version":1,"searches":[${text}],"tagColours":${text},"papers":[]}`,
    ),
  'a list in JSON': (text) => reading(`["${URL}",${text}`),
  'a link with what a service keeps of it': (text) =>
    reading(
      json([
        {
          url: text,
          title: text,
          note: text,
          tags: text,
          text,
          uri: text,
          target: [{ selector: [{ exact: text }] }],
        },
      ]),
    ),
  'a list within an object': (text) =>
    reading(`{"bookmarks":[{"url":"${URL}","title":${json(text)}},${text}]}`),
  'an item of CSL': (text) =>
    reading(
      json([
        {
          id: text,
          type: 'article',
          URL,
          title: text,
          note: text,
          keyword: text,
          author: [{ literal: text }, { family: text, given: text }],
        },
      ]),
    ),
  'an export of PaperMemory': (text) =>
    reading(
      json({
        'Arxiv-2401.00001': {
          addDate: 1,
          title: text,
          note: text,
          author: text,
          bibtex: text,
          tags: text.split(' '),
        },
        [text]: {},
      }),
    ),
  'what a file is': detect,
  'a note in HTML': (text) => textOfHtml(`<p>${text}`),
  'papers that a text names': (text) => [
    paperIn([text]),
    [...mentionsIn(text, AT)],
    text.split('\n').map(loneId),
  ],
  'a title of another program': titleIn,
  remarks: (text) => readerNotesIn([text, `${text}a`]),
  authors: (text) => [authorsIn(text), authorIn(text), namesIn(text), namesBySemicolon(text)],
  'tags in one text': (text) => [tagsIn(text), foreignTagsIn(text), foreignTagsIn(`[${text}]`)],
  times: (text) => [dateIn(text), timeOf(text), timeOf(`2020-01-01T${text}`)],
});

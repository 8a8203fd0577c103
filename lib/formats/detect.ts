import { headingsIn } from './csv/columns';
import { frontMatterOf, paperOf } from './notes/frontMatter';
import type { Foreign } from './problems';

/** Formats that can be read. */
export type FileFormat =
  | 'asterism'
  | 'paperMemory'
  | 'list'
  | 'item'
  | 'listWithin'
  | 'zotero'
  | 'anyJson'
  | 'bibtex'
  | 'ris'
  | 'endnote'
  | 'csv'
  | 'bookmarksHtml'
  | 'note'
  | 'text';

/** Characters of a file's beginning that are enough to tell. */
export const BEGINNING = 16 * 1024;

const VALUE = String.raw`(?:"(?:[^"\\]|\\[\s\S])*(?:"|$)|true|false|null)`;
const NUMBER = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
/** Numbers, of which a list in JSON may have others after them, and a text only a bracket: "[1, 2] A. Vaswani". */
const NUMBERS = String.raw`${NUMBER}(?:\s*,\s*${NUMBER})*\s*(?:,\s*(?:["[{tfn]|$)|$|\][\]\s]*(?:$|,))`;
/**
 * A JSON list: what follows its first value goes on as one. "[A title](https://…)", "[1] A. Vaswani" and the times of a
 * chat, "[12.02.24, 10:00:12]", are text.
 */
const LIST = new RegExp(
  String.raw`^\[[\s[]*(?:\{\s*(?:["}]|$)|$|\]\s*$|${VALUE}\s*(?:,|$|\][\]\s]*(?:$|,))|${NUMBERS})`,
);

/** What a text is, by what stands at its beginning and never by the file's name; null if it is a web page or another's format. */
export function detect(text: string): FileFormat | null {
  const beginning = text.slice(0, BEGINNING).trimStart();
  if (beginning.startsWith('{')) return objectKind(beginning);
  if (LIST.test(beginning)) return 'list';
  if (/^%0[ \t]+\S.*\n%\S[ \t]/.test(beginning)) return 'endnote';
  if (beginning.startsWith('<')) return markupKind(beginning);
  if (REFERENCES.test(beginning)) return null;
  const matter = frontMatterOf(beginning);
  if (matter !== null && paperOf(matter) !== null) return 'note';
  const isTable = headingsIn(beginning.split('\n')) !== null;
  const ris = /^\s{0,3}TY\s{1,3}-/im.exec(beginning.slice(0, 4_000));
  // A note within an entry or a cell may look like the beginning of a record.
  if (ris !== null && !isTable && !isBibtex(beginning.slice(0, ris.index))) return 'ris';
  if (isBibtex(beginning)) return 'bibtex';
  if (/<dt>\s*<a\s/i.test(beginning)) return 'bookmarksHtml';
  return isTable ? 'csv' : 'text';
}

/** Where the list begins that Karakeep, Hypothesis and Raindrop's programs' interface put into an object. */
export const LIST_WITHIN = /"(?:bookmarks|annotations|items)"\s*:\s*\[/;

/** PubMed's and Web of Science's own formats: read as text they would lose all but the ids. */
const REFERENCES = /^(?:PMID- *\d|FN (?:Clarivate|Thomson|ISI)\b)/;

/** Whose an object is, by the marks that only its program makes; anybody's is searched for links. */
function objectKind(beginning: string): FileFormat {
  if (/"format"\s*:\s*"asterism-library"/.test(beginning)) return 'asterism';
  const isPaperMemory =
    /"__dataVersion"\s*:/.test(beginning) ||
    (/^\{\s*"[^"]{1,200}"\s*:\s*\{/.test(beginning) &&
      /"(?:pdfLink|codeLink|favoriteDate|addDate)"\s*:/.test(beginning));
  if (isPaperMemory) return 'paperMemory';
  if (/"BetterBibTeX JSON"|"items"\s*:\s*\[\s*\{[^{}]*"itemType"\s*:/.test(beginning))
    return 'zotero';
  const isListWithin = LIST_WITHIN.test(beginning) && /"(?:url|uri|link)"\s*:/.test(beginning);
  if (isListWithin && !/"(?:papers|roots|collections)"\s*:/.test(beginning)) return 'listWithin';
  // An object a line, or one alone that describes a paper.
  if (/^\{.*\}[ \t]*\n\s*\{/.test(beginning)) return 'item';
  const isItem =
    /^\{[^{}[\]]*"type"\s*:\s*"[a-z-]+"/.test(beginning) &&
    /"(?:issued|author|DOI|URL|container-title|citation-key)"\s*:/.test(beginning);
  return isItem && !/"papers"\s*:/.test(beginning) ? 'item' : 'anyJson';
}

/** The web pages that Pocket and Instapaper export. */
const SAVED_LINKS = /<title>\s*(?:pocket export|instapaper: export)/i;

function markupKind(beginning: string): FileFormat | null {
  if (
    /^<!doctype netscape/i.test(beginning) ||
    /<d[lt]>\s*(?:<p>\s*)?<(?:dt|a|h3)[\s>]/i.test(beginning) ||
    SAVED_LINKS.test(beginning)
  ) {
    return 'bookmarksHtml';
  }
  // Pieces of HTML are part of many texts: those in Markdown often begin with one.
  return DOCUMENT.test(beginning.replace(/^(?:<!--.*?-->\s*)+/s, '')) ? null : 'text';
}

const DOCUMENT =
  /^<(?:!doctype|!--|\?xml|html|head|body|xml|opml|rss|feed|records?|bibliography|[a-z]+:[a-z]+)[\s>]/i;

/** What a text that cannot be read is. */
export function foreignKind(text: string): Foreign {
  const beginning = text.slice(0, BEGINNING).trimStart();
  if (REFERENCES.test(beginning)) return 'references';
  const isXml =
    /^<(?:\?xml|xml|opml|rss|feed|records?|bibliography|[a-z]+:)/i.test(beginning) &&
    !/<(?:!doctype )?html[\s>]/i.test(beginning);
  return isXml ? 'xml' : 'html';
}

/** An entry at the beginning of a line, and no link before it: a text may quote one. */
function isBibtex(beginning: string): boolean {
  const entry = /^[ \t]{0,8}@[ \t]*[a-z][\w-]*\s*[{(]/im.exec(beginning);
  return (
    entry !== null && !/https?:|arxiv\.org/i.test(withoutComments(beginning.slice(0, entry.index)))
  );
}

function withoutComments(text: string): string {
  return text.replace(/^\s*%.*$/gm, '');
}

const MAGIC: readonly [Foreign, string][] = [
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['pdf', '%PDF-'],
  ['image', '\x89PNG'],
  ['image', '\xff\xd8\xff'],
  ['image', 'GIF8'],
  ['database', 'SQLite format 3\0'],
  ['gzip', '\x1f\x8b'],
  ['binary', '7z\xbc\xaf'],
  ['binary', 'Rar!'],
  ['binary', '\xd0\xcf\x11\xe0'],
  ['binary', '\x7fELF'],
];

/** What a file that is not text is, from its first bytes; null if it may be text. */
export function binaryKind(bytes: Uint8Array): Foreign | null {
  const first = String.fromCharCode(...bytes.subarray(0, 16));
  const known = MAGIC.find(([, magic]) => first.startsWith(magic))?.[0];
  if (known !== undefined) return known;
  if (/^RIFF....WEBP/s.test(first)) return 'image';
  return null;
}

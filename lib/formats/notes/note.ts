import { updatedAt } from '../../papers/annotation';
import { type Bookmark, listedAt } from '../../papers/bookmark';
import { paperLinks } from '../../papers/ids';
import { authorTexts } from '../authors';
import { factLine } from '../markdown/encode';
import { oneLine, plain, plainLine } from '../plainText';
import { referenceOf } from '../reference';

/** One paper as a note: front matter that Obsidian and Logseq read, the paper's facts, the reader's own text last. */
export function noteOf(bookmark: Bookmark): string {
  const { paper, annotation } = bookmark;
  const abstract = plainLine(paper.abstract ?? '');
  const blocks = [
    frontMatter(bookmark),
    factLine(paper),
    abstract === '' ? '' : `> [!abstract]\n> ${abstract.replace(/[\\`*_[\]<>#|~$]/g, '\\$&')}`,
    plain(annotation.note).trim(),
  ];
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`;
}

function frontMatter(bookmark: Bookmark): string {
  const { paper, annotation } = bookmark;
  const { arxiv, doi } = referenceOf(paper);
  const fields: [string, string | readonly string[] | null | undefined][] = [
    ['title', quoted(plainLine(paper.title))],
    ['authors', authorTexts(paper).map((name) => quoted(oneLine(name)))],
    ['published', paper.publishedAt],
    ['url', quoted(paperLinks(paper.id).page)],
    ['arxiv', arxiv && quoted(arxiv)],
    ['doi', doi && quoted(doi)],
    ['tags', [...new Set(annotation.tags.map(noteTag))].map(quoted)],
    ['starred', String(annotation.starred)],
    ['status', annotation.status],
    ['added', listedAt(bookmark)],
    ['updated', updatedAt(annotation)],
  ];
  const lines = fields.map(([name, value]) => {
    if (typeof value === 'string') return `${name}: ${value}\n`;
    if (!Array.isArray(value) || value.length === 0) return '';
    return `${name}:\n${value.map((item) => `  - ${item}\n`).join('')}`;
  });
  return `---\n${lines.join('')}---`;
}

/** A tag as Obsidian takes it: no spaces, no signs but `_ - /`, and not a number alone. */
function noteTag(tag: string): string {
  const allowed = tag.replace(/[^\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Join_C}_/-]+/gu, '-');
  const trimmed = allowed.replace(/^-+|-+$/g, '');
  return /^\p{N}*$/u.test(trimmed) ? `tag-${trimmed}` : trimmed;
}

/** Text in YAML: JSON's quotation is YAML's, but for characters that YAML 1.1 takes for ends of lines. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

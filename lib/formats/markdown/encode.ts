import { type Bookmark, listedAt } from '../../papers/bookmark';
import { namespaceName, paperLinks } from '../../papers/ids';
import { hasUnnamedAuthors, type Paper } from '../../papers/paper';
import { oneLine, plain, plainLine } from '../plainText';
import type { BeginWriting } from '../writer';
import { escapeMarkdown, markdownAddress } from './escape';

/** Begins one Markdown file: a heading for each paper, its facts, tags and note. */
export const beginMarkdown: BeginWriting = ({ app, exportedAt }) => ({
  head: () => `# ${escapeMarkdown(app.name)}\n\n${exportedAt.slice(0, 10)}\n`,
  records: (batch) => batch.map(section).join(''),
  tail: () => '',
});

function section(bookmark: Bookmark): string {
  const { paper, annotation } = bookmark;
  const title = `[${escapeMarkdown(plainLine(paper.title))}](${paperLinks(paper.id).page})`;
  const said = [
    annotation.starred ? '★' : '',
    annotation.status ?? '',
    listedAt(bookmark).slice(0, 10),
  ].filter((part) => part !== '');
  const tags = annotation.tags.map((tag) => escapeMarkdown(oneLine(tag))).join(', ');
  const blocks = [
    `## ${title}`,
    factLine(paper),
    `- ${said.join(' · ')}${tags === '' ? '' : `\n- Tags: ${tags}`}`,
    quoted(annotation.note),
  ];
  return blocks.map((block) => (block === '' ? '' : `\n${block}\n`)).join('');
}

/** Authors, day and links of a paper, on one line. */
export function factLine(paper: Paper): string {
  const { abs, pdf, huggingFace, home } = paperLinks(paper.id);
  const others = hasUnnamedAuthors(paper) ? ['et al.'] : [];
  const authors = [...paper.authors.map(oneLine), ...others].join(', ');
  const links: [string, string | undefined][] = [
    [namespaceName(paper.id), home],
    ['arXiv', abs],
    ['PDF', pdf],
    ['Hugging Face', huggingFace],
    ['Code', paper.githubRepo],
    ['Project', paper.projectPage],
  ];
  const shown = links.flatMap(([name, url]) => (url ? [`[${name}](${markdownAddress(url)})`] : []));
  return [lineStart(escapeMarkdown(authors)), paper.publishedAt ?? '', ...shown]
    .filter((part) => part !== '')
    .join(' · ');
}

/** A note keeps its Markdown, and a quotation keeps it in: whatever it opens ends with the quotation. */
function quoted(note: string): string {
  const text = plain(note).trim();
  return text === '' ? '' : text.replace(/^/gm, '> ').replace(/^> $/gm, '>');
}

/** Text at the start of a line, where a number or a sign would begin a list or a heading. */
function lineStart(text: string): string {
  return text.replace(/^(\d+)([.)])|^([-+=])/, '$1\\$2$3');
}

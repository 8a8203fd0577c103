import { updatedAt } from '../../papers/annotation';
import { type Bookmark, listedAt } from '../../papers/bookmark';
import { paperLinks } from '../../papers/ids';
import { oneLine, plain, plainLine } from '../plainText';
import type { BeginWriting } from '../writer';

/** Begins a bookmark file as browsers have written it since Netscape; linkding, Raindrop and Karakeep read it too. */
export const beginBookmarksHtml: BeginWriting = ({ app }) => ({
  head: () =>
    `<!DOCTYPE NETSCAPE-Bookmark-file-1>
<META HTTP-EQUIV="Content-Type" CONTENT="text/html; charset=UTF-8">
<TITLE>${escapeHtml(app.name)}</TITLE>
<H1>${escapeHtml(app.name)}</H1>
<DL><p>
`,
  records: (batch) => batch.map(entry).join(''),
  tail: () => '</DL><p>\n',
});

function entry(bookmark: Bookmark): string {
  const { paper, annotation } = bookmark;
  const attributes = Object.entries({
    HREF: paperLinks(paper.id).page,
    ADD_DATE: seconds(listedAt(bookmark)),
    LAST_MODIFIED: seconds(updatedAt(annotation)),
    PRIVATE: '1',
    ...(annotation.status === 'to-read' && { TOREAD: '1' }),
    ...(annotation.tags.length > 0 && { TAGS: annotation.tags.map(oneLine).join(',') }),
  });
  const written = attributes.map(([name, value]) => `${name}="${escapeHtml(value)}"`).join(' ');
  const note = plain(annotation.note).trim();
  const description = note === '' ? '' : `    <DD>${escapeHtml(note)}\n`;
  return `    <DT><A ${written}>${escapeHtml(plainLine(paper.title))}</A>\n${description}`;
}

function seconds(time: string): string {
  return String(Math.floor(Date.parse(time) / 1000));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
}

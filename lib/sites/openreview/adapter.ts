import { arxivId, openReviewId, type PaperId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import type { Adapter, Card, PaperOnPage } from '../adapter';
import { writtenDay } from '../dates';
import { textWithout } from '../markup';
import { line, lines, writtenCount } from '../values';

/**
 * OpenReview: the forum of one paper, and lists of papers. A forum's replies look like the notes of a list and are none;
 * the lists are written by the site's own components, of which no page was at hand (docs/adding-a-site.md).
 */
export const adapter = {
  listing: {
    facts: () => ({ papers: new Map() }),
    cards,
    read: readNote,
    placement: ({ element }) => ({ on: 'line', of: element.querySelector('h4') ?? element }),
    awaitsTakeover: () => false,
  },
  paper: { read: readForum },
} satisfies Adapter;

const TITLE_LINK = '.note > h4 > a[href*="/forum?id="]';

function cards(root: ParentNode): Card[] {
  return [...root.querySelectorAll(TITLE_LINK)].flatMap((link) => {
    const element = link.closest<HTMLElement>('.note');
    const id = forumIn(link);
    return element === null || id === null || element.closest('#forum-replies')
      ? []
      : [{ element, id }];
  });
}

function forumIn(link: Element | null): PaperId | null {
  const [, forum = ''] = /\/forum\?id=([^&#]+)/.exec(link?.getAttribute('href') ?? '') ?? [];
  return openReviewId(forum);
}

function readNote({ element, id }: Card): Paper | null {
  const link = element.querySelector('h4 > a[href*="/forum?id="]');
  const title = textWithout(link, '', PAPER_LIMITS.title);
  if (forumIn(link) !== id || title === undefined) return null;
  const [, where] = element.querySelectorAll('.note-meta-info > li');
  const venue = venueIn(where?.matches('.readers') ? undefined : where?.textContent);
  return { id, title, ...authorsIn(element.querySelector('.note-authors')), ...venue };
}

function readForum(document: Document, url: URL): PaperOnPage | null {
  const note = document.querySelector('.forum-note');
  const title = textWithout(note?.querySelector('.forum-title h2'), '', PAPER_LIMITS.title);
  const forum = openReviewId(url.searchParams.get('id') ?? '');
  // Not the title, which the page typesets again.
  const place = note?.querySelector<HTMLElement>('.forum-meta');
  if (!note || !place || title === undefined || forum === null) return null;
  // A record that was imported is of a paper that has an id already.
  const id = arxivId(/\barxiv:\s*(\S+)/i.exec(fieldOf(note, 'External IDs') ?? '')?.[1] ?? '');
  const published = /Published: *([^,]+)/.exec(note.querySelector('.date')?.textContent ?? '');
  const paper = {
    id: id ?? forum,
    title,
    abstract: fieldOf(note, 'Abstract'),
    ...authorsIn(note.querySelector('.forum-authors')),
    publishedAt: writtenDay(published?.[1] ?? ''),
    keywords: keywordsIn(fieldOf(note, 'Keywords')),
    ...venueIn(
      note.querySelector('.forum-meta .glyphicon-folder-open')?.parentElement?.textContent,
    ),
  };
  return { paper, line: place };
}

/** What a note's own list of fields says under a name. */
function fieldOf(note: Element, name: string): string | undefined {
  const label = [...note.querySelectorAll('.note-content-field')].find(
    ({ textContent }) => textContent.trim() === `${name}:`,
  );
  const value = label?.parentElement?.querySelector('.note-content-value');
  return textWithout(value, '', PAPER_LIMITS.abstract);
}

/** "ICLR 2025 Poster" and "Accepted by TMLR" name a venue; what is under review, was withdrawn or rejected has none. */
function venueIn(text: string | undefined): Pick<Paper, 'venue' | 'withdrawn'> {
  if (/\bwithdrawn\b/i.test(text ?? '')) return { withdrawn: true };
  const isVenue = !/\b(?:submission|submitted|reject(?:ed)?|under review|pending)\b/i.test(
    text ?? '',
  );
  const name = line(text, PAPER_LIMITS.name)?.replace(/^accepted (?:by|at|to) /i, '');
  return { venue: isVenue ? name : undefined };
}

function keywordsIn(text: string | undefined): string[] | undefined {
  return text === undefined
    ? undefined
    : lines(text.split(/[,;]/), PAPER_LIMITS.keywords, PAPER_LIMITS.name);
}

/** Those with a profile are links, others plain text; of many the first are shown. */
function authorsIn(place: Element | null): Pick<Paper, 'authors' | 'authorCount'> {
  const names = [...(place?.querySelectorAll('a:not(.show-all), span > span') ?? [])];
  const authors = lines(
    names.map(({ textContent }) => textContent),
    PAPER_LIMITS.authors,
    PAPER_LIMITS.name,
  );
  const [, more] = /\(([\d,]+) additional authors?/.exec(place?.textContent ?? '') ?? [];
  return more === undefined
    ? { authors }
    : { authors, authorCount: authors.length + (writtenCount(more.replace(/,/g, '')) ?? 0) };
}

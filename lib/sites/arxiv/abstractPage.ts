import { arxivId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import type { PaperOnPage } from '../adapter';
import { metaOf, metasOf, textWithout } from '../markup';
import { line, lines } from '../values';
import { statedDay, submittedDay } from './dates';
import { venueIn } from './venue';

/** The paper of an abstract page: what its meta elements state, and what is shown where they do not. */
export function paperOfAbstractPage(document: Document, url: URL): PaperOnPage | null {
  const [, fromAddress = ''] = /^\/abs\/(.+?)\/?$/.exec(url.pathname) ?? [];
  const id = arxivId(metaOf(document, 'citation_arxiv_id') ?? '') ?? arxivId(fromAddress);
  const shown = document.querySelector<HTMLElement>('h1.title');
  const title =
    textWithout(shown, '.descriptor', PAPER_LIMITS.title) ??
    line(metaOf(document, 'citation_title'), PAPER_LIMITS.title);
  const place = document.querySelector<HTMLElement>('#abs .dateline') ?? shown;
  if (id === null || title === undefined || place === null) return null;
  return { paper: { id, title, ...factsOf(document) }, line: place };
}

function factsOf(document: Document): Omit<Paper, 'id' | 'title'> {
  const abstract = textWithout(
    document.querySelector('blockquote.abstract'),
    '.descriptor',
    PAPER_LIMITS.abstract,
  );
  return {
    abstract: abstract ?? line(metaOf(document, 'citation_abstract'), PAPER_LIMITS.abstract),
    venue: venueIn(said(document, 'td.jref'), said(document, 'td.comments')),
    authors: lines(authorsOf(document), PAPER_LIMITS.authors, PAPER_LIMITS.name),
    publishedAt:
      statedDay(metaOf(document, 'citation_date')) ??
      submittedDay(document.querySelector('.dateline')?.textContent ?? ''),
  };
}

function said(document: Document, place: string): string | undefined {
  return textWithout(document.querySelector(place), '', PAPER_LIMITS.abstract);
}

/** All of them, "Given Family": of more than a hundred the page shows some, and its meta elements name each. */
function authorsOf(document: Document): string[] {
  const stated = metasOf(document, 'citation_author');
  if (stated.length > 0) return stated.map(givenFirst);
  const links = document.querySelectorAll('#abs .authors a[href*="searchtype=author"]');
  return [...links].map((link) => link.textContent);
}

function givenFirst(name: string): string {
  const [, family, given] = /^([^,]+),\s*([^,]+)$/.exec(name.trim()) ?? [];
  return family && given ? `${given.trim()} ${family.trim()}` : name;
}

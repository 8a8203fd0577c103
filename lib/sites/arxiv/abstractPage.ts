import { arxivId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { versionIn } from '../../papers/versions';
import type { PaperOnPage } from '../adapter';
import { metaOf, metasOf, textWithout } from '../markup';
import { line, lines } from '../values';
import { statedDay, submittedDay } from './dates';
import { statedIn, venueIn } from './venue';

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
  const versionRead = versionIn(fromAddress);
  const newest = newestIn(document);
  const version = Math.max(newest.version ?? 0, versionRead ?? 0) || undefined;
  const isNewest = (versionRead ?? version) === version;
  const paper = {
    id,
    title,
    ...factsOf(document),
    ...statedHere(document, isNewest, newest.text),
    version,
    versionRead,
  };
  return { paper, line: place };
}

function factsOf(document: Document): Pick<Paper, 'abstract' | 'authors' | 'publishedAt'> {
  const abstract = textWithout(
    document.querySelector('blockquote.abstract'),
    '.descriptor',
    PAPER_LIMITS.abstract,
  );
  return {
    abstract: abstract ?? line(metaOf(document, 'citation_abstract'), PAPER_LIMITS.abstract),
    authors: lines(authorsOf(document), PAPER_LIMITS.authors, PAPER_LIMITS.name),
    publishedAt:
      statedDay(metaOf(document, 'citation_date')) ??
      submittedDay(document.querySelector('.dateline')?.textContent ?? ''),
  };
}

/** The venue, and whether the paper was withdrawn: what is said about an older version alone may no longer hold. */
function statedHere(
  document: Document,
  isNewest: boolean,
  history: string,
): Pick<Paper, 'venue' | 'withdrawn'> {
  const comments = said(document, 'td.comments');
  const notes = isNewest ? [...document.querySelectorAll('#abs .dateline, #abs .error')] : [];
  const noted = [history, ...notes.map(({ textContent }) => textContent)].join(' ');
  return {
    ...statedIn(undefined, isNewest ? comments : '', noted),
    venue: venueIn(said(document, 'td.jref'), comments),
  };
}

/**
 * The newest version: of the submission history its last line ("[v2] Thu, 6 Jun 2024 17:41:21 UTC (7,772 KB)"), and the
 * greatest that the line of dates names ("last revised 6 Jun 2024 (this version, v2)").
 */
function newestIn(document: Document): { version?: number | undefined; text: string } {
  const history = document.querySelector('.submission-history')?.textContent ?? '';
  const dates = document.querySelector('.dateline')?.textContent ?? '';
  const [, last = '', text = ''] = [...history.matchAll(/\[(v\d+)\]([^[]*)/g)].at(-1) ?? [];
  const named = [last, ...(dates.match(/\bv\d+\b/g) ?? [])].map((name) => versionIn(name) ?? 0);
  return { version: Math.max(...named) || undefined, text };
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

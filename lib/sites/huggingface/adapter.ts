import { linkedId, type PaperId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import type { Adapter, Card, PageFacts, PaperOnPage, Placement } from '../adapter';
import { line } from '../values';
import * as shown from './card';
import { currentDay } from './dates';
import { embeddedFacts } from './embedded';
import { ISLAND, paperLink } from './links';

/** The islands that matter: those with papers. The tiles beside a dataset are outside of all. */
const HYDRATED = `${ISLAND}, [data-target]:has(article a[href*="/papers/"])`;

/**
 * Hugging Face: the daily, weekly and monthly lists of papers, trending papers, and search; one paper's page; and
 * wherever else an article is about one paper, such as the tiles beside a model, a dataset or a space.
 */
export const adapter = {
  listing: { facts: embeddedFacts, cards, read, placement, awaitsTakeover },
  paper: { read: readPage, awaitsTakeover },
} satisfies Adapter;

/** An article with a title that leads to exactly one paper, however often: trending ones hold their content twice. */
function cards(root: ParentNode): Card[] {
  const found = new Map<HTMLElement, PaperId | null>();
  for (const link of root.querySelectorAll(shown.TITLE_LINK)) {
    const element = link.closest<HTMLElement>('article');
    const id = paperLink(link)?.id;
    if (element === null || id === undefined) continue;
    const other = found.get(element);
    found.set(element, other === undefined || other === id ? id : null);
  }
  const all: Card[] = [];
  for (const [element, id] of found) {
    if (id !== null && !isWithinAnother(element, id)) all.push({ element, id });
  }
  return all;

  /** Asked of articles only: a form between them may have fields that are named like what it is asked for. */
  function isWithinAnother(element: Element, id: PaperId): boolean {
    if (!element.matches('article article')) return false;
    return [...found].some(
      ([other, its]) => its === id && other !== element && other.contains(element),
    );
  }
}

function read({ element, id }: Card, facts: PageFacts, now: Date): Paper | null {
  const links = shown.cardLinks(element, id);
  if (links === null) return null;
  const stated = facts.papers.get(id) ?? {};
  const tile = shown.tileFacts(links);
  const title = stated.title ?? shown.titleOf(links);
  if (title === undefined) return null;
  const paper: Paper = {
    id,
    title,
    abstract: stated.abstract ?? shown.abstractOf(links),
    authors: stated.authors ?? [],
    authorCount: stated.authorCount ?? shown.authorCountOf(element),
    organization: stated.organization ?? shown.organizationOf(links),
    publishedAt:
      stated.publishedAt ??
      tile.publishedAt ??
      shown.publishedOf(element, currentDay(facts.today, now)),
    upvotes: stated.upvotes ?? tile.upvotes ?? shown.upvotesOf(element),
    comments: stated.comments ?? shown.commentsOf(links),
    githubRepo: stated.githubRepo ?? shown.repositoryOf(links),
    githubStars: stated.githubStars ?? shown.starsOf(links),
    projectPage: stated.projectPage,
    keywords: stated.keywords,
  };
  return paper;
}

/** The paper that the address names; the heading of an error is outside of the island. Others are on its page as well, in what is said about it. */
function readPage(document: Document, url: URL): PaperOnPage | null {
  const id = linkedId(url.pathname.split('/')[2] ?? '');
  const heading = document.querySelector<HTMLElement>('[data-target="PaperContent"] h1');
  const shown = line(heading?.textContent, PAPER_LIMITS.title);
  if (!id || !heading || !shown) return null;
  const paper = { id, title: shown, authors: [], ...embeddedFacts(document).papers.get(id) };
  return { paper, line: heading };
}

/**
 * The start of the top edge is what all layouts have free: a picture begins there, which on the trending list has the
 * site's own buttons at its side, and a search result has an edge without anything.
 */
function placement({ element, id }: Card): Placement {
  const first = element.querySelector('a[href]');
  if (first?.querySelector('h4')) return { on: 'foot' }; // a tile
  const raised = first !== null && paperLink(first)?.id === id && first.closest('h3') === null;
  return { on: 'edge', raised, narrow: raised && first.parentElement !== element };
}

/**
 * The server marks what it rendered with comments ("[" and what follows); the page's script makes all cards again, without.
 * Where no script can run, nothing will be taken over.
 */
function awaitsTakeover(document: Document): boolean {
  const isScripted = [...document.querySelectorAll('script')].some(({ type }) =>
    /^$|module|javascript/.test(type),
  );
  return isScripted && [...document.querySelectorAll(HYDRATED)].some(hasServerMarks);
}

function hasServerMarks(island: Element): boolean {
  const comments = island.ownerDocument.createTreeWalker(island, NodeFilter.SHOW_COMMENT);
  for (let mark = comments.nextNode(); mark !== null; mark = comments.nextNode()) {
    if (mark.nodeValue?.startsWith('[')) return true;
  }
  return false;
}

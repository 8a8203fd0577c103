import { idAtHome } from '../../papers/homeAddresses';
import type { PaperId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { versionIn } from '../../papers/versions';
import type { Adapter, PaperOnPage } from '../adapter';
import { metaOf, metasOf, textWithout } from '../markup';
import { listingOf } from '../rows';
import { line, lines } from '../values';

/** bioRxiv and medRxiv, which are one program: lists of preprints, and the page of one. */
export const adapter = {
  listing: listingOf({
    row: '.highwire-article-citation',
    line: 'div.highwire-cite-metadata',
    idOf: (card) => idAtHome(addressOf(card)),
    read,
  }),
  paper: { read: readArticle },
} satisfies Adapter;

const TITLE = 'a.highwire-cite-linked-title[href]';

/** Both sites have the same paths. */
function addressOf(card: Element): string {
  const path = card.querySelector(TITLE)?.getAttribute('href') ?? '';
  return path.replace(/^\/(?!\/)/, 'https://www.biorxiv.org/');
}

function read(card: HTMLElement, id: PaperId): Paper | null {
  const title = textWithout(card.querySelector(TITLE), '', PAPER_LIMITS.title);
  if (title === undefined) return null;
  const names = [...card.querySelectorAll('.highwire-citation-author')];
  const posted = /\/early\/(\d{4})\/(\d\d)\/(\d\d)\//.exec(card.dataset['apath'] ?? '');
  return {
    id,
    title,
    authors: lines(
      names.map((name) => textWithout(name, 'a', PAPER_LIMITS.name)),
      PAPER_LIMITS.authors,
      PAPER_LIMITS.name,
    ),
    // Of a later version its own day would be there.
    publishedAt: isFirst(addressOf(card)) ? posted?.slice(1).join('-') : undefined,
    version: versionIn(addressOf(card)),
  };
}

function readArticle(document: Document, url: URL): PaperOnPage | null {
  const id = idAtHome(url);
  const heading = document.querySelector<HTMLElement>('h1#page-title');
  const title = textWithout(heading, '', PAPER_LIMITS.title);
  if (id === null || heading === null || title === undefined) return null;
  const version = versionIn(url.pathname);
  const paragraphs = [...document.querySelectorAll('#abstract-1 p')];
  const abstract = paragraphs.flatMap((one) => textWithout(one, '', PAPER_LIMITS.abstract) ?? []);
  const paper = {
    id,
    title,
    abstract: line(abstract.join(' '), PAPER_LIMITS.abstract),
    authors: lines(metasOf(document, 'citation_author'), PAPER_LIMITS.authors, PAPER_LIMITS.name),
    publishedAt: isFirst(url.pathname) ? dayOf(metaOf(document, 'citation_date')) : undefined,
    version,
    versionRead: version,
  };
  const place = heading.parentElement?.querySelector<HTMLElement>('div.highwire-cite-metadata');
  return { paper, line: place ?? heading };
}

/** Whether an address is of the first version, so that its day is the paper's. */
function isFirst(address: string): boolean {
  return /v1(?:$|\D)/.test(address);
}

function dayOf(text: string | undefined): string | undefined {
  return /^\d{4}-\d\d-\d\d$/.exec(text ?? '')?.[0];
}

import { arxivId, type PaperId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { versionIn } from '../../papers/versions';
import type { Card } from '../adapter';
import { textWithout } from '../markup';
import { lines } from '../values';
import { statedIn } from './venue';

// Lists of new, recent and a month's papers, an author's page and catch-up: one template for all of them
// (arXiv/arxiv-browse, list_macros.html). Each entry is a dt with the links and a dd with the facts; every section of a
// page has the same id.

const ENTRY = '#dlpage dl > dt, dl#articles > dt';
const ABSTRACT_LINK = 'a[title="Abstract"], a[href*="/abs/"]';

/** The entries of a list; each time that a paper stands there, for one may be new and cross-listed. */
export function entries(root: ParentNode): Card[] {
  return [...root.querySelectorAll<HTMLElement>(ENTRY)].flatMap((element) => {
    const id = idOf(element);
    return id === null ? [] : [{ element, id }];
  });
}

/** What an entry states. Its date is not there: the headings say when it was announced. */
export function readEntry({ element, id }: Card): Paper | null {
  const facts = element.nextElementSibling;
  if (idOf(element) !== id || !facts?.matches('dd')) return null;
  const title = textWithout(facts.querySelector('.list-title'), '.descriptor', PAPER_LIMITS.title);
  if (title === undefined) return null;
  const authors = [...facts.querySelectorAll('.list-authors a')].map((link) => link.textContent);
  return {
    id,
    title,
    abstract: textWithout(
      facts.querySelector('.meta > p.mathjax, .meta > p:last-child'),
      '.descriptor',
      PAPER_LIMITS.abstract,
    ),
    authors: lines(authors, PAPER_LIMITS.authors, PAPER_LIMITS.name),
    ...statedIn(said(facts, '.list-journal-ref'), said(facts, '.list-comments')),
    version: versionIn(element.querySelector('a[href*="/html/"]')?.getAttribute('href') ?? ''),
  };
}

function said(facts: Element, place: string): string | undefined {
  return textWithout(facts.querySelector(place), '.descriptor', PAPER_LIMITS.abstract);
}

function idOf(entry: Element): PaperId | null {
  return idOfLink(entry.querySelector(ABSTRACT_LINK));
}

/** The paper that a link to an abstract page names. */
export function idOfLink(link: Element | null): PaperId | null {
  const path = link?.getAttribute('href') ?? '';
  const [, id = ''] =
    /^(?:(?:https?:)?\/\/[\w.-]*arxiv\.org)?\/abs\/([^?#]+?)\/?(?:[?#]|$)/.exec(path.trim()) ?? [];
  return arxivId(id);
}

import { arxivId } from '../../papers/ids';
import type { Adapter, Card, PaperOnPage } from '../adapter';
import { paperOfLatexml } from '../latexml';
import { paperOfAbstractPage } from './abstractPage';
import { entries, readEntry } from './entries';
import { lineOfResult, readResult, results } from './results';

/** arXiv: its lists and its search, and one paper's abstract page or HTML. Plain server pages: nothing takes them over. */
export const adapter = {
  listing: {
    facts: () => ({ papers: new Map() }),
    cards: (root) => [...results(root), ...entries(root)],
    read: (card: Card) => (card.element.matches('li') ? readResult(card) : readEntry(card)),
    placement: ({ element }) => ({ on: 'line', of: lineOfResult(element) ?? element }),
    awaitsTakeover: () => false,
  },
  paper: { read: readPaper },
} satisfies Adapter;

function readPaper(document: Document, url: URL): PaperOnPage | null {
  const [, html] = /^\/html\/(.+?)\/?$/.exec(url.pathname) ?? [];
  if (html === undefined) return paperOfAbstractPage(document, url);
  const id = arxivId(html);
  return id && paperOfLatexml(document, id, html);
}

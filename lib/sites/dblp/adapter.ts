import { idAtHome } from '../../papers/homeAddresses';
import { dblpId, idOfDoi, type PaperId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { statedBy } from '../../papers/sources';
import type { Adapter, Card } from '../adapter';
import { textWithout } from '../markup';
import { line, lines } from '../values';

/**
 * DBLP: the entries of a search. An entry's menu is full of links that search for its title elsewhere: only that to the
 * electronic edition says which paper it is. One work may stand there twice, as a preprint and as it was published.
 */
export const adapter = {
  listing: {
    facts: () => ({ papers: new Map() }),
    cards,
    read,
    placement: ({ element }) => ({
      on: 'line',
      of: element.querySelector<HTMLElement>('cite') ?? element,
    }),
    awaitsTakeover: () => false,
  },
} satisfies Adapter;

const ENTRY = 'ul.publ-list > li.entry[id]';

function cards(root: ParentNode): Card[] {
  return [...root.querySelectorAll<HTMLElement>(ENTRY)].flatMap((element) => {
    const id = idOf(element);
    return id === null ? [] : [{ element, id }];
  });
}

function idOf(entry: Element): PaperId | null {
  const record = dblpId(entry.getAttribute('id') ?? '');
  if (record === null || record.startsWith('arxiv:')) return record;
  const [edition = ''] = [...entry.querySelectorAll<HTMLAnchorElement>('li.ee > a')].map(
    ({ href }) => href,
  );
  const [, doi = ''] = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/.exec(edition) ?? [];
  return idAtHome(edition) ?? idOfDoi(doi) ?? record;
}

function read({ element, id }: Card): Paper | null {
  const title = textWithout(element.querySelector('.title'), '', PAPER_LIMITS.title);
  if (title === undefined || idOf(element) !== id) return null;
  const names = [...element.querySelectorAll('[itemprop="author"] [itemprop="name"]')];
  return statedBy('bibliography', {
    id,
    title: title.replace(/(.)\.$/, '$1'),
    authors: lines(
      // Of two people of one name each has a number.
      names.map(({ textContent }) => textContent.replace(/\s+\d{4}\s*$/, '')),
      PAPER_LIMITS.authors,
      PAPER_LIMITS.name,
    ),
    venue: venueOf(element),
    publishedAt: /^\s*((?:19|20)\d\d)\s*$/.exec(
      element.querySelector('[itemprop="datePublished"]')?.textContent ?? '',
    )?.[1],
  });
}

/** A journal or a series of conferences, by its short name. "CoRR" is arXiv, which is none. */
function venueOf(entry: Element): string | undefined {
  const name = entry.querySelector('[itemprop="isPartOf"] [itemprop="name"]')?.textContent.trim();
  return name === 'CoRR' ? undefined : line(name, PAPER_LIMITS.name);
}

import { idAtHome } from '../../papers/homeAddresses';
import { dblpId, idOfDoi, type PaperId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { statedBy } from '../../papers/sources';
import type { Adapter } from '../adapter';
import { textWithout } from '../markup';
import { listingOf } from '../rows';
import { line, lines } from '../values';

/**
 * DBLP: the entries of a search. An entry's menu is full of links that search for its title elsewhere: only that to the
 * electronic edition says which paper it is. One work may stand there twice, as a preprint and as it was published.
 */
export const adapter = {
  listing: listingOf({ row: 'ul.publ-list > li.entry[id]', line: 'cite', idOf, read }),
} satisfies Adapter;

function idOf(entry: Element): PaperId | null {
  const record = dblpId(entry.getAttribute('id') ?? '');
  if (record === null || record.startsWith('arxiv:')) return record;
  const [edition = ''] = [...entry.querySelectorAll<HTMLAnchorElement>('li.ee > a')].map(
    ({ href }) => href,
  );
  const [, doi = ''] = /^https?:\/\/(?:dx\.)?doi\.org\/(.+)$/.exec(edition) ?? [];
  return idAtHome(edition) ?? idOfDoi(doi) ?? record;
}

function read(entry: HTMLElement, id: PaperId): Paper | null {
  const title = textWithout(entry.querySelector('.title'), '', PAPER_LIMITS.title);
  if (title === undefined) return null;
  const names = [...entry.querySelectorAll('[itemprop="author"] [itemprop="name"]')];
  return statedBy('bibliography', {
    id,
    title: title.replace(/(.)\.$/, '$1'),
    authors: lines(
      // Of two people of one name each has a number.
      names.map(({ textContent }) => textContent.replace(/\s+\d{4}\s*$/, '')),
      PAPER_LIMITS.authors,
      PAPER_LIMITS.name,
    ),
    venue: venueOf(entry),
    publishedAt: /^\s*((?:19|20)\d\d)\s*$/.exec(
      entry.querySelector('[itemprop="datePublished"]')?.textContent ?? '',
    )?.[1],
  });
}

/** A journal or a series of conferences, by its short name. "CoRR" is arXiv, which is none. */
function venueOf(entry: Element): string | undefined {
  const name = entry.querySelector('[itemprop="isPartOf"] [itemprop="name"]')?.textContent.trim();
  return name === 'CoRR' ? undefined : line(name, PAPER_LIMITS.name);
}

import { decoded, idAtHome } from '../../papers/homeAddresses';
import { idOfDoi, type PaperId, scholarId } from '../../papers/ids';
import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { statedBy } from '../../papers/sources';
import type { Adapter } from '../adapter';
import { textWithout } from '../markup';
import { listingOf } from '../rows';
import { lines } from '../values';

/**
 * Google Scholar: the results of a search and the works of a profile. What it says about a paper is a bibliography's
 * word: names are initials, lists are cut. A row without a link, as of a citation, is nothing that could be opened.
 */
export const adapter = {
  listing: listingOf({
    row: '.gs_r[data-cid], tr.gsc_a_tr',
    // Last beside Scholar's own star and links, where a row has them.
    line: '.gs_ri > .gs_fl, .gs_ri:not(:has(> .gs_fl)) > .gs_a, .gs_gray',
    idOf,
    read,
  }),
} satisfies Adapter;

const TITLE = 'h3.gs_rt > a[href], a.gsc_a_at[href]';
/** Beside a result: the text itself, which may be elsewhere than its title leads to. */
const SIDE = '.gs_ggs a[href]';

function idOf(row: Element): PaperId | null {
  const title = row.querySelector<HTMLAnchorElement>(TITLE);
  if (title === null) return null;
  const [, work] = /[?&]citation_for_view=([\w:-]+)/.exec(title.href) ?? [];
  if (work !== undefined) return scholarId(work);
  const links = [title, ...row.querySelectorAll<HTMLAnchorElement>(SIDE)].map(({ href }) => href);
  const named = links.flatMap((href) => idAtHome(href) ?? []);
  return (
    named.find((id) => id.startsWith('arxiv:')) ??
    named[0] ??
    doiIn(title) ??
    scholarId(row.getAttribute('data-cid') ?? '')
  );
}

/** A DOI that is the rest of an address but for the kind of page. Where more follows, it may be part of the DOI or not. */
function doiIn({ pathname }: HTMLAnchorElement): PaperId | null {
  const [, doi = ''] =
    /\/(10\.\d{4,9}\/[^/]+?)(?:\.pdf)?(?:\/(?:full|abstract|pdf|epdf|meta|html|summary|fulltext))?\/?$/.exec(
      decoded(pathname),
    ) ?? [];
  return idOfDoi(doi);
}

function read(row: HTMLElement, id: PaperId): Paper | null {
  const title = textWithout(row.querySelector(TITLE), '', PAPER_LIMITS.title);
  if (title === undefined) return null;
  const [names = '', place = ''] = partsOf(row);
  const cut = /…\s*$/.test(names);
  const authors = lines(
    names.replace(/…/g, '').split(','),
    PAPER_LIMITS.authors,
    PAPER_LIMITS.name,
  );
  const [year] = /\b(?:19|20)\d\d(?=\s*$)/.exec(place) ?? [];
  return statedBy('bibliography', {
    id,
    title,
    authors,
    ...(cut && authors.length > 0 && { moreAuthors: true }),
    publishedAt: year,
  });
}

/** "authors - venue, year - host", parted by a no-break space and a space; on a profile each has a place of its own. */
function partsOf(row: Element): string[] {
  const texts = [...row.querySelectorAll('.gs_a, .gs_gray')].map(({ textContent }) => textContent);
  const year = row.querySelector('.gsc_a_y')?.textContent ?? '';
  return row.matches('tr') ? [texts[0] ?? '', year] : (texts[0]?.split(/\s-\s/) ?? []);
}

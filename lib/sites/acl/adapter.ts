import { aclId } from '../../papers/ids';
import { PAPER_LIMITS } from '../../papers/paper';
import type { Adapter } from '../adapter';
import { metaOf, metasOf, textWithout } from '../markup';
import { line, lines } from '../values';

/** The ACL Anthology: one paper's page. Its title leads to the PDF; a hidden form repeats the names of its fields. */
export const adapter = {
  paper: {
    read(document, { pathname }) {
      const id = aclId(pathname.replace(/\//g, ''));
      const heading = document.querySelector<HTMLElement>('#title');
      const title = textWithout(heading, '', PAPER_LIMITS.title);
      if (id === null || heading === null || title === undefined) return null;
      const paper = {
        id,
        title,
        abstract: textWithout(
          document.querySelector('.acl-abstract > span'),
          '',
          PAPER_LIMITS.abstract,
        ),
        authors: lines(
          metasOf(document, 'citation_author'),
          PAPER_LIMITS.authors,
          PAPER_LIMITS.name,
        ),
        venue: line(metaOf(document, 'citation_conference_title'), PAPER_LIMITS.name),
        publishedAt: monthOf(metaOf(document, 'citation_publication_date') ?? ''),
      };
      return { paper, line: heading.parentElement?.querySelector<HTMLElement>('.lead') ?? heading };
    },
  },
} satisfies Adapter;

/** "2021/6" or "2004": as fine as the page says it. */
function monthOf(text: string): string | undefined {
  const [, year, month] = /^((?:19|20)\d\d)(?:\/(0?[1-9]|1[0-2]))?\b/.exec(text) ?? [];
  return month === undefined ? year : `${year}-${month.padStart(2, '0')}`;
}

import type { Bookmark } from '../papers/bookmark';
import { authorTotal, statedFamily } from '../papers/paper';

/** Authors that are kept of a paper; how many there are is kept too. */
const AUTHORS = 10;

/**
 * What the copy keeps of a bookmark: all that the reader said, fields of imports that no version knows, and of the
 * paper what a list needs. The site can tell the rest again: abstract, more authors, links, numbers, keywords.
 */
export function copiedFields({ paper, annotation, extra }: Bookmark): Bookmark {
  const { id, title, authors, moreAuthors, organization, publishedAt } = paper;
  const total = authorTotal(paper);
  // No site states how a name is split.
  const families = authors.slice(0, AUTHORS).flatMap((name) => {
    const family = statedFamily(paper, name);
    return family === undefined ? [] : [[name, family]];
  });
  return {
    paper: {
      id,
      title,
      authors: authors.slice(0, AUTHORS),
      ...(total > Math.min(authors.length, AUTHORS) || paper.authorCount !== undefined
        ? { authorCount: total }
        : {}),
      ...(moreAuthors === undefined ? {} : { moreAuthors }),
      ...(families.length === 0 ? {} : { familyNames: Object.fromEntries(families) }),
      ...(organization === undefined ? {} : { organization }),
      ...(publishedAt === undefined ? {} : { publishedAt }),
    },
    annotation,
    ...(extra === undefined ? {} : { extra }),
  };
}

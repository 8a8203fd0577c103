import type { AuthorName } from '../../papers/names';
import type { Paper } from '../../papers/paper';
import { type Reference, referenceOf } from '../reference';

/** A paper as a line of a list of references in the style of the APA, 7th edition, as plain text. */
export function apaCitation(paper: Paper): string {
  const reference = referenceOf(paper);
  const { title, arxiv, doi, url, publisher } = reference;
  const address = doi === null ? url : `https://doi.org/${doi}`;
  const year = `(${reference.date?.year ?? 'n.d.'}).`;
  const head = arxiv === null ? title : `${title} (arXiv:${arxiv})`;
  const authors = authorList(reference);
  const opening = authors === '' ? [ended(head), year] : [ended(authors), year, ended(head)];
  return [...opening, ...(publisher ? [`${publisher}.`] : []), address].join(' ');
}

/** Up to 20 names; of more, the first 19 and the last. */
function authorList({ authors, hasMoreAuthors }: Reference): string {
  const names = authors.map(withInitials);
  if (hasMoreAuthors) return [...names.slice(0, 19), 'et al.'].join(', ');
  const last = names.at(-1) ?? '';
  if (names.length < 2) return last;
  // Two that are not persons have no comma between them.
  if (names.length === 2 && authors.every(({ kind }) => kind === 'literal')) {
    return names.join(' & ');
  }
  if (names.length > 20) return `${names.slice(0, 19).join(', ')}, … ${last}`;
  return `${names.slice(0, -1).join(', ')}, & ${last}`;
}

function withInitials(name: AuthorName): string {
  if (name.kind === 'literal') return name.name;
  const { family, given, suffix } = name;
  return [family, initials(given), suffix].filter((part) => part !== '').join(', ');
}

/** "Jean-Luc" is "J.-L.", "J.K." is "J. K."; a part without a capital has no initial. */
function initials(given: string): string {
  return given
    .replace(/\.(?=\p{L})/gu, '. ')
    .split(' ')
    .map((word) =>
      word
        .split(/[-‐‑]/)
        .map((part) => /^\P{L}*(\p{L})/u.exec(part)?.[1] ?? '')
        .filter((letter) => letter !== '')
        .map((letter) => `${letter.toUpperCase()}.`)
        .join('-'),
    )
    .filter((part) => part !== '')
    .join(' ');
}

/** With one full stop at its end, unless it ends as a sentence does. */
function ended(text: string): string {
  return /[.?!…]$/.test(text) ? text : `${text}.`;
}

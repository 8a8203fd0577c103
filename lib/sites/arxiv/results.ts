import { PAPER_LIMITS, type Paper } from '../../papers/paper';
import { versionIn } from '../../papers/versions';
import type { Card } from '../adapter';
import { textWithout } from '../markup';
import { lines, writtenCount } from '../values';
import { submittedDay } from './dates';
import { idOfLink } from './entries';
import { statedIn } from './venue';

// Search results, simple and advanced (arXiv/arxiv-search, search-macros.html).

const RESULT = 'li.arxiv-result';
const ID_LINK = 'p.list-title > a[href*="/abs/"]';

/** The results of a search. */
export function results(root: ParentNode): Card[] {
  return [...root.querySelectorAll<HTMLElement>(RESULT)].flatMap((element) => {
    const id = idOfLink(element.querySelector(ID_LINK));
    return id === null ? [] : [{ element, id }];
  });
}

/** The line of a result that has its id, its links and its subjects; null for an entry of a list. */
export function lineOfResult(card: HTMLElement): HTMLElement | null {
  const line = card.querySelector<HTMLElement>('.list-title')?.parentElement;
  return line?.querySelector<HTMLElement>('.tags:last-child') ?? line ?? null;
}

/** What a search result states. Its abstract stands there twice, cut and whole. */
export function readResult({ element, id }: Card): Paper | null {
  if (idOfLink(element.querySelector(ID_LINK)) !== id) return null;
  const title = textWithout(element.querySelector('p.title'), '', PAPER_LIMITS.title);
  if (title === undefined) return null;
  const names = [...element.querySelectorAll('p.authors a')].map((link) => link.textContent);
  const authors = lines(names, PAPER_LIMITS.authors, PAPER_LIMITS.name);
  return {
    id,
    title,
    abstract: textWithout(
      element.querySelector('.abstract-full'),
      'a[onclick]',
      PAPER_LIMITS.abstract,
    ),
    authors,
    ...statedIn(said(element, 'Journal ref'), said(element, 'Comments')),
    version: newestIn(element),
    authorCount: authors.length + (notShown(element) ?? 0),
    publishedAt: submittedDay(
      [...element.querySelectorAll('p.is-size-7:not(.comments)')]
        .map(({ textContent }) => textContent)
        .join('; '),
    ),
  };
}

/** The newest version that a result names: in the id of its whole abstract, and in links ("Latest version: 3"). */
function newestIn(result: Element): number | undefined {
  const ids = [...result.querySelectorAll('.abstract-full')].map(({ id }) =>
    id.replace('-abstract-full', ''),
  );
  const links = [...result.querySelectorAll('a[href*="/abs/"]')].map((a) => a.getAttribute('href'));
  return Math.max(0, ...[...ids, ...links].map((name) => versionIn(name ?? '') ?? 0)) || undefined;
}

/** What a result says under a label, which is the first thing in its paragraph. */
function said(result: Element, label: string): string | undefined {
  const all = [...result.querySelectorAll('p.comments')];
  const found = all.find((one) => one.firstElementChild?.textContent.trim() === `${label}:`);
  return textWithout(found, '.has-text-black-bis', PAPER_LIMITS.abstract);
}

/** Of a long list of authors the first are shown: "et al. (12 additional authors not shown)". */
function notShown(result: Element): number | undefined {
  const text = result.querySelector('p.authors')?.textContent ?? '';
  return writtenCount(
    /\(([\d,]+) additional authors? not shown\)/.exec(text)?.[1]?.replace(/,/g, ''),
  );
}

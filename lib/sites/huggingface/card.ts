import type { PaperId } from '../../papers/ids';
import { type Organization, PAPER_LIMITS, type Paper } from '../../papers/paper';
import { line, webAddress, writtenCount } from '../values';
import { statedDay, writtenDay } from './dates';
import { paperLink } from './links';

// A card is known by its structure: the site's utility classes changed between 2024 and 2026.
// Beside a model, a dataset or a space a paper is a tile: one link, with its title and all that is said about it.
export const TITLE_LINK = 'article h3 a[href*="/papers/"], article a[href*="/papers/"]:has(h4)';

/** A card's links, by what they lead to. */
export interface CardLinks {
  /** Of the title; one of `own`. */
  title: Element;
  /** To the paper's page. */
  own: Element[];
  community: Element | undefined;
  other: Element[];
}

/** The links of a card, or null when it has no title of this paper (any more), or leads to another paper too. */
export function cardLinks(card: Element, id: PaperId): CardLinks | null {
  const own: Element[] = [];
  const other: Element[] = [];
  let community: Element | undefined;
  for (const link of card.querySelectorAll('a[href]')) {
    const to = paperLink(link);
    if (!to) other.push(link);
    else if (to.id !== id) return null;
    else if (to.part === '#community') community ??= link;
    else own.push(link);
  }
  const title = own.find((link) => link.closest('h3') ?? link.querySelector('h4'));
  return title ? { title, own, community, other } : null;
}

/** The title; highlighted words are elements of their own, with comments between. */
export function titleOf({ title }: CardLinks): string | undefined {
  return line((title.querySelector('h4') ?? title).textContent, PAPER_LIMITS.title);
}

/**
 * The abstract. Only search results have it, in a link to the paper that follows the title. Other listings begin
 * with a picture, and what they show in this place may be a machine's summary.
 */
export function abstractOf({ title, own }: CardLinks): string | undefined {
  if (own[0] !== title) return undefined;
  const texts = own.filter(
    (link) => !link.closest('h3') && !link.querySelector('h4,ul,svg,img,video'),
  );
  const [abstract, ...more] = texts.flatMap(
    (link) => line(link.textContent, PAPER_LIMITS.abstract) ?? [],
  );
  return more.length > 0 ? undefined : abstract;
}

/** What a tile says after its title: the time of publication, in UTC, and the upvotes, if there are any, last. */
export function tileFacts({ title }: CardLinks): Pick<Paper, 'publishedAt' | 'upvotes'> {
  const time = title.querySelector('time');
  if (!time) return {};
  const [, upvotes] = /•\W*(\d+)\s*$/.exec(title.textContent) ?? [];
  const publishedAt = statedDay(time.dateTime) ?? statedDay(`${time.dateTime}Z`);
  return { publishedAt, upvotes: writtenCount(upvotes) };
}

/** Upvotes, which stand beside a checkbox; none is written "-". */
export function upvotesOf(card: Element): number | undefined {
  const box = card.querySelector('input[type="checkbox"]');
  const vote = box?.parentElement ?? card.querySelector('a[href*="/login?next="]');
  const text = line(vote?.textContent, PAPER_LIMITS.name)?.replace(/^Upvote /, '');
  return text === '-' ? 0 : writtenCount(text);
}

/** The number of authors ("17 authors"). Names are not read: what the list shows is some of them, and user names. */
export function authorCountOf(card: Element): number | undefined {
  for (const item of card.querySelectorAll('li')) {
    const [, number] = /^\W*(\d+)\s+authors?\s*$/.exec(item.textContent) ?? [];
    if (number !== undefined) return writtenCount(number);
  }
  return undefined;
}

/** The organization: a link to its page, `/<name>`, with its picture (named so too) and its full name. */
export function organizationOf({ other }: CardLinks): Organization | undefined {
  for (const link of other) {
    const [, name] =
      /^(?:(?:https?:)?\/\/huggingface\.co)?\/([\w.-]{1,100})$/.exec(
        link.getAttribute('href') ?? '',
      ) ?? [];
    const fullname = line(link.querySelector('span')?.textContent, PAPER_LIMITS.name);
    const pictured = link.querySelector('img')?.alt;
    if (name && fullname && (pictured === name || pictured === fullname)) {
      return { name, fullname };
    }
  }
  return undefined;
}

/** The day of publication: the one text of its own, outside of all links, that is a date. */
export function publishedOf(card: Element, today: string): string | undefined {
  const days = new Set<string>();
  const texts = card.ownerDocument.createTreeWalker(card, NodeFilter.SHOW_TEXT);
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    const { nodeValue, parentElement } = text;
    if (nodeValue === null || nodeValue.length < 5 || nodeValue.length > 60) continue;
    const day = writtenDay(nodeValue, today);
    if (day !== undefined && !parentElement?.closest('a, h3, dialog')) days.add(day);
  }
  const [day] = days;
  return days.size === 1 ? day : undefined;
}

/** The number of comments, which is the text of the link to them. */
export function commentsOf({ community }: CardLinks): number | undefined {
  return writtenCount(community?.textContent);
}

/** The repository: a link to GitHub that names one. */
export function repositoryOf(links: CardLinks): string | undefined {
  return webAddress(gitHubLink(links)?.getAttribute('href'));
}

/** Stars on GitHub, where they are exact. On the grid their chip leads to the paper, known by GitHub's mark. */
export function starsOf(links: CardLinks): number | undefined {
  const chip =
    gitHubLink(links) ?? links.own.find((link) => link.querySelector('svg[viewBox="0 0 256 250"]'));
  return writtenCount(line(chip?.textContent, PAPER_LIMITS.name)?.replace(/^GitHub /, ''));
}

function gitHubLink({ other }: CardLinks): Element | undefined {
  return other.find((link) =>
    /^https:\/\/github\.com\/[\w.-]+\/[\w.-]+\/?$/.test(link.getAttribute('href') ?? ''),
  );
}

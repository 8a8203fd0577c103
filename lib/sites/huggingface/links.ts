import { huggingFaceId, type PaperId } from '../../papers/ids';

const LISTING = /^\/papers(?:\/(?:trending|(?:date|week|month)\/[^/]+))?\/?$/;
const PAPER = /^(?:(?:https?:)?\/\/huggingface\.co)?\/papers\/([\w.%-]+)\/?(?:\?[^#]*)?(#.*)?$/;

/** The island of the page that holds a listing and its data. */
export const ISLAND = '[data-target="DailyPapers"]';

/** Whether an address is one of Hugging Face's lists of papers, of a period or searched. */
export function isListing(url: URL): boolean {
  return (
    url.protocol === 'https:' && url.hostname === 'huggingface.co' && LISTING.test(url.pathname)
  );
}

/** The paper that a link leads to and the part of its page (`#community` or nothing); null for other links. */
export function paperLink(link: Element): { id: PaperId; part: string } | null {
  const [, segment, part = ''] = PAPER.exec(link.getAttribute('href')?.trim() ?? '') ?? [];
  const id = segment === undefined ? null : huggingFaceId(segment);
  return id && { id, part };
}

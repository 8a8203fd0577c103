import { linkedId, type PaperId } from '../../papers/ids';

const PAPER = /^(?:(?:https?:)?\/\/huggingface\.co)?\/papers\/([^/?#]+)\/?(?:\?[^#]*)?(#.*)?$/;

/** The island of the page that holds a listing, or one paper, and its data. */
export const ISLAND = '[data-target="DailyPapers"], [data-target="PaperContent"]';

/** The paper that a link leads to and the part of its page (`#community` or nothing); null for other links. */
export function paperLink(link: Element): { id: PaperId; part: string } | null {
  const [, segment, part = ''] = PAPER.exec(link.getAttribute('href')?.trim() ?? '') ?? [];
  const id = segment === undefined ? null : linkedId(segment);
  return id && { id, part };
}

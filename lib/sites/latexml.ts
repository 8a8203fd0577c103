import type { PaperId } from '../papers/ids';
import { PAPER_LIMITS } from '../papers/paper';
import { versionIn } from '../papers/versions';
import type { PaperOnPage } from './adapter';
import { textWithout } from './markup';
import { line } from './values';

/**
 * The paper of a page that LaTeXML made, as ar5iv's and arXiv's own. Authors are left out: their names are mixed with
 * affiliations, addresses and notes.
 * @param segment what its address calls it: perhaps with a version, which is then the one that is read
 */
export function paperOfLatexml(
  document: Document,
  id: PaperId,
  segment: string,
): PaperOnPage | null {
  const heading = document.querySelector<HTMLElement>('h1.ltx_title_document');
  const title = textOf(heading, PAPER_LIMITS.title);
  if (heading === null || title === undefined) return null;
  const paragraphs = document.querySelectorAll('.ltx_abstract p.ltx_p, .ltx_abstract > p');
  const abstract = [...paragraphs].flatMap((one) => textOf(one, PAPER_LIMITS.abstract) ?? []);
  const version = versionIn(segment);
  const paper = {
    id,
    title,
    abstract: line(abstract.join(' '), PAPER_LIMITS.abstract),
    authors: [],
    ...(version !== undefined && { version, versionRead: version }),
  };
  return { paper, line: heading };
}

/** Formulas are MathML with the TeX of each in `alttext`; notes are not part of the text. */
function textOf(element: Element | null, most: number): string | undefined {
  return textWithout(element, '.ltx_note, .ltx_tag, .ltx_ERROR', most);
}

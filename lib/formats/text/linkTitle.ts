import { isLabel, titleIn } from '../titles';
import { bareTitle, shownText } from './inline';

/** "Smith et al. (2020)", "(Smith and Doe, 2020)" */
const CITATION =
  /\bet\.? al\b|^\(?\p{Lu}[\p{L}'’-]+(?:,? (?:and|&) \p{Lu}[\p{L}'’-]+)?,? \(?(?:19|20)\d\d[a-z]?\)*$/u;

/** The title that a link shows, or what stands for one; undefined where that is a label, a citation, an id or nothing. */
export function titleOf(shown: string | undefined): string | undefined {
  if (shown === undefined) return undefined;
  const title = bareTitle(shownText(shown));
  const isTitle = !isLabel(title) && !CITATION.test(title) && titleIn(title) !== '';
  return isTitle ? title : undefined;
}

import { fold } from '../../lib/papers/caseFolding';
import type { Paper } from '../../lib/papers/paper';
import { featuresOf, wordsIn } from '../../lib/ranking/features';

/** What else papers could be judged by, beside their words. */
export const VARIANTS: Record<string, (paper: Paper) => string[]> = {
  'words (the product)': featuresOf,
  'title counted twice': (paper) => [...wordsIn(paper.title), ...featuresOf(paper)],
  'and pairs of the title': (paper) => [...featuresOf(paper), ...pairsOf(wordsIn(paper.title))],
  'and keywords': (paper) => [
    ...featuresOf(paper),
    ...(paper.keywords ?? []).map((keyword) => `keyword ${fold(keyword)}`),
  ],
  'and authors': (paper) => [
    ...featuresOf(paper),
    ...paper.authors.map((author) => `author ${fold(author)}`),
  ],
  'and organization': (paper) => [
    ...featuresOf(paper),
    ...(paper.organization ? [`organization ${fold(paper.organization.name)}`] : []),
  ],
  'without the plural s': (paper) =>
    featuresOf(paper).map((word) => word.replace(/(?<=[a-z]{3}[^sui])s$/, '')),
};

function pairsOf(words: readonly string[]): string[] {
  return words.slice(1).map((word, at) => `${words[at]} ${word}`);
}

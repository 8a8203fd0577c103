import type { Query } from '../../../lib/papers/query/ast';
import { parseQuery } from '../../../lib/papers/query/parse';
import type { SearchDocument } from '../../../lib/search/document';
import { build } from '../../../lib/search/index/build';
import { inOneGo } from '../../../lib/search/index/inOneGo';
import { merging } from '../../../lib/search/index/mergeSegments';
import { indexOver, livingIn } from '../../../lib/search/index/searchIndex';
import type { Segment } from '../../../lib/search/index/segment';
import { evaluate } from '../../../lib/search/query/evaluate';
import { fullOf, half, NOW } from './samples';
import { testGrowth } from './works';

const documentOf = (text: string, n: number): SearchDocument => {
  const { paper, annotation } = fullOf(text);
  return { id: `arxiv:2401.${10_000 + n}`, paper, annotation, seen: null };
};

/** A segment of so many papers that share a text. */
function segmentOf(text: string, papers: number): Segment {
  const size = Math.ceil(text.length / papers);
  return build(
    Array.from({ length: papers }, (_, n) => documentOf(text.slice(n * size, (n + 1) * size), n)),
  );
}

function foundIn(text: string, query: Query): unknown {
  const segment = segmentOf(text, 4);
  const index = indexOver([{ segment, titles: segment, places: segment, dead: null }]);
  return evaluate(query, index, 'bookmarks');
}

testGrowth({
  'indexing a paper': (text) => segmentOf(text, 1),
  'indexing many papers': (text) => segmentOf(text, 50),
  'merging segments': (text) => {
    const parts = [segmentOf(half(text), 3), build([documentOf(half(text), 9)])];
    const living = parts.map((segment) => ({ segment, live: livingIn(segment.count, null) }));
    return inOneGo(merging(living));
  },
  'finding what is typed': (text) => foundIn('a b c', parseQuery(text, NOW).query),
  'finding a phrase': (text) => foundIn(text, { kind: 'phrase', text: text.slice(0, 200) }),
  'finding a name': (text) => foundIn(text, { kind: 'author', text: text.slice(0, 200) }),
  'finding words': (text) => foundIn(text, parseQuery('a 学 1 "a a" -b', NOW).query),
});

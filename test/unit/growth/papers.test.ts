import { fold } from '../../../lib/papers/caseFolding';
import { words } from '../../../lib/papers/query/words';
import { cleanTag, completeTag, sameTag, sortTags, unionTags } from '../../../lib/papers/tags';
import { isWithin, movedTag } from '../../../lib/papers/tagTree';
import { half, partsOf } from './samples';
import { testGrowth } from './works';

testGrowth({
  fold,
  words,
  'a tag': (text) => [
    cleanTag(text),
    sameTag(text, `${text}a`),
    isWithin(text, half(text)),
    movedTag(text, half(text), text),
  ],
  'lists of tags': (text) => [
    sortTags(partsOf(text)),
    unionTags(partsOf(text), text.split('a')),
    completeTag(
      text,
      partsOf(text).map((tag) => ({ tag, count: 1 })),
      partsOf(text),
    ),
  ],
});

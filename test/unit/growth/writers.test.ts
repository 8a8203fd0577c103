import { copyAs } from '../../../lib/formats/copying';
import { EXPORT_FORMAT_IDS, EXPORT_FORMATS } from '../../../lib/formats/exportFormats';
import { paperIdFromUrl } from '../../../lib/papers/addresses';
import { arxivId, isPaperId } from '../../../lib/papers/ids';
import { combineIncoming } from '../../../lib/papers/merging';
import { splitName } from '../../../lib/papers/names';
import { PAPER_LIMITS } from '../../../lib/papers/paper';
import { incomingSchema } from '../../../lib/papers/schemas';
import { shownLines, tagOutline } from '../../../lib/papers/tagOutline';
import { cleanTag } from '../../../lib/papers/tags';
import { retagged } from '../../../lib/papers/tagTree';
import { AT, fullOf, half, partsOf } from './samples';
import { testGrowth } from './works';

async function exported(text: string): Promise<void> {
  for (const id of EXPORT_FORMAT_IDS) {
    const writer = (await EXPORT_FORMATS[id].load())({
      exportedAt: AT,
      app: { name: 'a', version: '1' },
    });
    writer.head();
    writer.records([fullOf(text)]);
    writer.tail();
  }
}

testGrowth({
  'an export in every format': exported,
  'a copy in every style': (text) =>
    (['bibtex', 'markdown', 'citation', 'link'] as const).map((as) =>
      copyAs(fullOf(text).paper, as),
    ),
  ids: (text) => [
    arxivId(text),
    isPaperId(`hf:${text}`),
    paperIdFromUrl(`https://arxiv.org/${text}`),
  ],
  'the name of an author': (text) => splitName(text.slice(0, PAPER_LIMITS.name)),
  'merging notes that hold each other': (text) =>
    combineIncoming(fullOf(`b${text}c`), fullOf(half(text))),
  'the schema of a bookmark': (text) =>
    incomingSchema.safeParse({ ...fullOf(text), extra: { text } }),
  'the outline of all tags': (text) => {
    const counts = partsOf(text).map((tag) => ({ tag: cleanTag(tag), count: 1 }));
    return shownLines(tagOutline(counts, [], 'name'), half(text), new Set());
  },
  'renaming a tag': (text) => retagged(partsOf(text).map(cleanTag), 'a', 'b'),
});

import type { Found } from '../entries';
import { linesOf } from '../lines';
import { findInRis } from '../ris/decode';

/** EndNote's tags, which sites export as "EndNote" (.enw), and what RIS has for them. */
const TAGS: Readonly<Record<string, string>> = {
  '0': 'TY',
  A: 'AU',
  T: 'TI',
  J: 'JO',
  B: 'T2',
  I: 'PB',
  D: 'PY',
  '8': 'DA',
  K: 'KW',
  X: 'AB',
  Z: 'N1',
  '<': 'RN',
  U: 'UR',
  '>': 'L1',
  R: 'DO',
  M: 'AN',
  '1': 'C1',
  '9': 'M3',
  V: 'VL',
  N: 'IS',
  P: 'SP',
};
const LINE = /^%(\S)[ \t]+(.*)$/s;

/** Reads records in EndNote's tags as RIS, which says the same line by line. */
export async function* findInEndnote(chunks: AsyncIterable<string>): AsyncGenerator<Found> {
  yield* findInRis(asRis(chunks));
}

async function* asRis(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of linesOf(chunks)) {
    for (const { text, line, continues } of lines) {
      const [, tag, value = ''] = continues ? [] : (LINE.exec(text) ?? []);
      // A tag that means nothing here still ends what was before it.
      const known = tag === undefined ? text : `${TAGS[tag] ?? 'ZZ'}  - ${value}`;
      yield continues || line === 1 ? known : `\n${known}`;
    }
  }
}

import type { PaperId } from '../../papers/ids';
import type { Found } from '../entries';
import { entryOf } from './entry';
import { titleInName } from './fileTitle';
import { frontMatterOf, paperOf } from './frontMatter';

/** Most characters of a note. */
const LARGEST = 16 * 1024 * 1024;

/** Reads a note about one paper, our own or another program's: its properties say the facts, its text is the note. */
export async function* findInNote(
  chunks: AsyncIterable<string>,
  _at: string,
  name?: string,
): AsyncGenerator<Found> {
  let text = '';
  for await (const chunk of chunks) {
    text += chunk;
    if (text.length > LARGEST) {
      return yield { kind: 'unreadable', line: 1, reason: { code: 'tooLarge' } };
    }
  }
  const begin = text.search(/\S/);
  const line = text.slice(0, begin).split('\n').length;
  const note = text.slice(begin);
  const matter = frontMatterOf(note);
  const id: PaperId | null = matter && paperOf(matter);
  if (matter === null || id === null) {
    return yield { kind: 'unreadable', line, reason: { code: 'notEntry' } };
  }
  yield {
    kind: 'entry',
    line,
    entry: entryOf(id, matter, note.slice(matter.end), titleInName(name)),
  };
}

import { BEGINNING, LIST_WITHIN } from '../detect';

/** The list within an object, with a line end for each that is before it; what follows the list is to be passed over. */
export async function* listWithin(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let held: string | null = '';
  for await (const chunk of chunks) {
    if (held === null) {
      yield chunk;
      continue;
    }
    held += chunk;
    const begin = LIST_WITHIN.exec(held);
    if (begin === null && held.length < BEGINNING) continue;
    const at = begin === null ? 0 : begin.index + begin[0].length - 1;
    yield held.slice(0, at).replace(/[^\n]+/g, '') + held.slice(at);
    held = null;
  }
}

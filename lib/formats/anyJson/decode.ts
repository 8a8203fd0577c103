import type { Found } from '../entries';
import { parseJson, valuesOf } from '../json/values';
import { firstPieces } from '../lines';
import type { Refusal } from '../problems';
import { findInText } from '../text/decode';
import { entriesWithin } from './walk';

/** Most characters of a file that is parsed as a whole; a larger one, or one that is damaged, is read as a text. */
const LARGEST = 64 * 1024 * 1024;

/** Reads JSON of unknown programs for its links and papers. JSON that names no paper is refused. */
export async function* findInAnyJson(
  chunks: AsyncIterable<string>,
  at: string,
): AsyncGenerator<Found> {
  const rest = chunks[Symbol.asyncIterator]();
  const text = (await firstPieces(rest, LARGEST)).join('');
  const value = text.length > LARGEST ? undefined : parseJson(text);
  const waiting: Found[] = [];
  let hasPaper = false;
  for await (const found of value === undefined
    ? asText(text, rest, at)
    : inValue(value, text, at)) {
    hasPaper ||= found.kind === 'entry' && found.entry.id !== null;
    waiting.push(found);
    if (hasPaper) yield* waiting.splice(0);
  }
  if (hasPaper) return;
  const broken = waiting.find(({ kind }) => kind === 'broken');
  const problem: Refusal =
    broken?.kind === 'broken'
      ? { code: 'notJson', line: broken.line }
      : { code: 'foreign', looksLike: null };
  yield { kind: 'refused', problem };
}

function* inValue(value: unknown, text: string, at: string): Generator<Found, void, void> {
  const places = new Places(text);
  for (const entry of entriesWithin(value, at)) {
    const mark = entry.id?.split(/[:/]/).at(-1) ?? entry.address ?? '';
    yield { kind: 'entry', line: places.lineOf(mark), entry };
  }
}

/** What has no structure that can be read has links all the same; where it breaks is told. */
async function* asText(
  text: string,
  rest: AsyncIterator<string>,
  at: string,
): AsyncGenerator<Found> {
  async function* whole(): AsyncGenerator<string> {
    yield text;
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
  }
  yield* findInText(whole(), at);
  async function* begun(): AsyncGenerator<string> {
    yield text;
  }
  for await (const value of valuesOf(begun())) {
    if (value.kind === 'stopped') yield { kind: 'broken', code: value.how, line: value.line };
  }
}

/** Most marks that are looked for in vain. */
const MOST_MISSED = 100;

/** Finds in which line of a text something is that is not before what was found last. */
class Places {
  readonly #text: string;
  readonly #isEscaped: boolean;
  #at = 0;
  #line = 1;
  #missed = 0;

  constructor(text: string) {
    this.#text = text;
    this.#isEscaped = text.includes('\\/');
  }

  lineOf(mark: string): number {
    if (mark === '' || this.#missed > MOST_MISSED) return this.#line;
    const found = this.#text.indexOf(
      this.#isEscaped ? mark.replaceAll('/', '\\/') : mark,
      this.#at,
    );
    if (found < 0) this.#missed++;
    for (let end = this.#at; ; this.#line++) {
      end = this.#text.indexOf('\n', end) + 1;
      if (end === 0 || end > found) break;
    }
    this.#at = Math.max(this.#at, found);
    return this.#line;
  }
}

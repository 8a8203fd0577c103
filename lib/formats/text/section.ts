import type { Entry } from '../entries';
import { isTitle } from './beside';

/** An entry and the line that it is on. */
export interface Placed {
  kind: 'entry';
  line: number;
  entry: Entry;
}

/** Headings of what is about many papers. */
const LIST =
  /\b(?:papers?|articles?|publications?|reading|read|lists?|references?|bibliography|resources|links|week|month|day|todo|notes|surveys?|related|further|more|20\d\d)\b|论文|列表|参考/i;

/** Most entries that wait for a section's end. */
const MOST = 1_000;

/**
 * A section of a text. Its heading is a paper's title if there is one paper in it of which no line says more, so from such
 * a paper on entries wait until the section ends, or until a second one shows that the heading is none's.
 */
export class Section {
  #heading: string | null = null;
  #waiting: Placed[] = [];

  /** Begins a section, under a heading or at the text's end; gives what has waited. */
  *begin(heading: string | null): Generator<Placed, void, void> {
    yield* this.#release();
    this.#heading = heading !== null && isTitle(heading, 3) && !LIST.test(heading) ? heading : null;
  }

  /** Takes what was found; `isBare`: nothing is said about it but what the heading may say. Gives what need not wait. */
  *add(found: Placed, isBare: boolean): Generator<Placed, void, void> {
    const isFirst = this.#waiting.length === 0;
    if (isFirst && !(isBare && this.#heading !== null)) {
      yield found;
      return;
    }
    this.#waiting.push(found);
    if (isBare && !isFirst) this.#heading = null;
    if (this.#heading === null || this.#waiting.length === MOST) yield* this.#release();
  }

  *#release(): Generator<Placed, void, void> {
    const [first, ...others] = this.#waiting;
    this.#waiting = [];
    if (first === undefined) return;
    const { entry } = first;
    yield { ...first, entry: { ...entry, title: entry.title ?? this.#heading ?? undefined } };
    this.#heading = null;
    yield* others;
  }
}

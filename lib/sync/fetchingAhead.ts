import { fetchFile, textIn } from './fetching';
import { readName } from './names';
import type { Round } from './round';
import type { Bytes } from './sealing';

/** Files that are fetched at once. */
export const AT_ONCE = 4;

/** Bytes of files that may have been fetched, or be on their way, before it is their turn. They stay packed until then. */
export const MOST_AHEAD = 64 * 2 ** 20;

/**
 * The texts of some parts, one after the other: null where one cannot be had. Those that follow are fetched meanwhile, so
 * that a folder is not kept waiting by who writes what is in it, and the next is unpacked. After a failure, which is told
 * when it is its turn, nothing more is asked for.
 * @param mostAhead bytes
 */
export async function* fetchedAhead(
  round: Round,
  names: readonly string[],
  mostAhead = MOST_AHEAD,
): AsyncGenerator<string | null> {
  const ahead = new Ahead(round, names, mostAhead);
  try {
    let next = ahead.text(0);
    for (let at = 0; at < names.length; at++) {
      const text = await next;
      next = ahead.text(at + 1);
      next.catch(() => undefined); // told when it is its turn
      yield text;
    }
  } finally {
    ahead.stop();
  }
}

/** Fetches files in their order as far ahead as it may. */
class Ahead {
  readonly #round: Round;
  readonly #names: readonly string[];
  readonly #most: number;
  /** Each is dropped when it is unpacked. */
  readonly #asked = new Map<number, Promise<Bytes | null>>();
  /** The first file that nobody has asked for. */
  #next = 0;
  #onTheirWay = 0;
  /** Bytes of all files that were asked for and are not unpacked. */
  #bytes = 0;
  #isOver = false;

  constructor(round: Round, names: readonly string[], most: number) {
    this.#round = round;
    this.#names = names;
    this.#most = most;
    this.#ask();
  }

  /** The next text; null where it cannot be had, and after the last. Asked for in order, each when the one before is there. */
  async text(at: number): Promise<string | null> {
    const name = this.#names[at];
    const bytes = await this.#asked.get(at);
    if (name === undefined || bytes === undefined) return null;
    const text = await textIn(this.#round, 'parts', name, bytes);
    this.#asked.delete(at);
    this.#bytes -= sizeOf(name);
    this.#ask();
    return text;
  }

  /** Nothing more is asked for. */
  stop(): void {
    this.#isOver = true;
  }

  #ask(): void {
    while (!this.#isOver && this.#onTheirWay < AT_ONCE) {
      const name = this.#names[this.#next];
      if (name === undefined) return;
      const isTooMuch = this.#bytes + sizeOf(name) > this.#most;
      if (isTooMuch && this.#asked.size > 0) return; // one alone may always be fetched
      this.#bytes += sizeOf(name);
      this.#onTheirWay += 1;
      const file = fetchFile(this.#round, 'parts', name);
      this.#asked.set(this.#next, file);
      this.#next += 1;
      file.then(
        () => {
          this.#onTheirWay -= 1;
          this.#ask();
        },
        () => this.stop(),
      );
    }
  }
}

function sizeOf(name: string): number {
  return readName(name)?.size ?? 0;
}

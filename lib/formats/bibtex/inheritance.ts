import type { BibEntry } from './fields';

/** An entry and the line where it begins. */
export interface Placed {
  line: number;
  entry: BibEntry;
}

/** An entry that waits for another, and those that it also refers to. */
interface Waiting {
  placed: Placed;
  others: readonly string[];
}

/** What an entry takes from another that it refers to. Ids and addresses are each entry's own. */
const INHERITED = ['title', 'author', 'date', 'year', 'month', 'day'];
/** Entries that are there to be referred to: these may stand before those that do. */
const CONTAINER = /^(?:(?:mv)?(?:book|proceedings|collection|reference)|periodical|xdata|set)$/;
/** Entries that are kept for others, or wait for others, at a time. */
const MOST = 100_000;

/**
 * Gives entries what they inherit by `crossref` or `xdata`. One that lacks something and refers to an entry that was not
 * read yet waits for it, so it may come later than it stands; the rest of the file does not wait.
 */
export class Inheritance {
  readonly #known = new Map<string, ReadonlyMap<string, string>>();
  readonly #waiting = new Map<string, Waiting[]>();
  #count = 0;

  /** The entries that are whole now that this one was read. */
  *take(placed: Placed): Generator<Placed, void, void> {
    const { key, type, fields } = placed.entry;
    yield* this.#complete(placed, referredBy(fields));
    const name = key.toLowerCase();
    const waiting = this.#waiting.get(name) ?? [];
    if (name === '' || (waiting.length === 0 && !CONTAINER.test(type))) return;
    if (this.#known.size < MOST) this.#known.set(name, inheritable(fields));
    this.#waiting.delete(name);
    this.#count -= waiting.length;
    for (const { placed: one, others } of waiting) {
      inherit(one.entry.fields, fields);
      yield* this.#complete(one, others);
    }
  }

  /** What has waited in vain. */
  *end(): Generator<Placed, void, void> {
    for (const waiting of this.#waiting.values()) yield* waiting.map(({ placed }) => placed);
  }

  *#complete(placed: Placed, keys: readonly string[]): Generator<Placed, void, void> {
    const { fields } = placed.entry;
    const [key, ...others] = keys;
    if (key === undefined || isWhole(fields)) {
      yield placed;
      return;
    }
    const parent = this.#known.get(key);
    if (parent !== undefined) inherit(fields, parent);
    else if (this.#count < MOST) return this.#wait(key, { placed, others });
    yield* this.#complete(placed, others);
  }

  #wait(key: string, waiting: Waiting): void {
    this.#count++;
    const all = this.#waiting.get(key);
    if (all === undefined) this.#waiting.set(key, [waiting]);
    else all.push(waiting);
  }
}

function referredBy(fields: ReadonlyMap<string, string>): string[] {
  const keys = `${fields.get('crossref') ?? ''},${fields.get('xdata') ?? ''}`.toLowerCase();
  // Nobody refers to more; a list of thousands would be somebody's attempt.
  return keys.split(/[\s,]+/, 20).filter((key) => key !== '');
}

function isWhole(fields: ReadonlyMap<string, string>): boolean {
  return fields.has('title') && fields.has('author') && (fields.has('date') || fields.has('year'));
}

function inheritable(fields: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const kept = new Map<string, string>();
  inherit(kept, fields);
  return kept;
}

/** A date is inherited whole: a month of another year would be another date. */
function inherit(fields: Map<string, string>, parent: ReadonlyMap<string, string>): void {
  const hasDate = fields.has('date') || fields.has('year');
  for (const name of INHERITED) {
    const value = parent.get(name) ?? (name === 'title' ? parent.get('booktitle') : undefined);
    const isOfDate = name !== 'title' && name !== 'author';
    if (value !== undefined && !fields.has(name) && !(isOfDate && hasDate)) fields.set(name, value);
  }
}

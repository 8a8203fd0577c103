/** An entry as its file has it; values are still LaTeX. Names are in lower case. */
export interface BibEntry {
  type: string;
  key: string;
  fields: Map<string, string>;
}

/** How an entry begins. Its type may be anybody's own: Mendeley writes "@web_page" and "@book_section". */
export const ENTRY = /^@[ \t]*([a-z][\w-]*)[ \t]*[{(]/i;

/** Most characters of what a string stands for, and of what all those that an entry names stand for: a few lines of
 * strings made of strings stand for more than any memory has. */
const LONGEST = { string: 1_000, entry: 100_000 };

/** Reads the fields of an entry's text, from `@` to its last brace; null if it has none. */
export function readFields(
  text: string,
  strings: ReadonlyMap<string, string>,
): BibEntry | 'tooLarge' | null {
  const [head, type = ''] = ENTRY.exec(text) ?? [''];
  if (type === '') return null;
  const isString = type.toLowerCase() === 'string';
  const reader = new FieldReader(text.slice(head.length, -1), strings);
  const key = isString ? '' : reader.key();
  const fields = new Map<string, string>();
  for (let field = reader.field(); field !== null; field = reader.field()) {
    const [name, value] = field;
    // Of a field that is there twice the first counts, as BibTeX has it.
    if (!fields.has(name)) fields.set(name, value);
  }
  const isLongString =
    isString && [...fields.values()].some(({ length }) => length > LONGEST.string);
  if (isLongString || reader.stoodFor > LONGEST.entry) return 'tooLarge';
  return fields.size === 0 ? null : { type: type.toLowerCase(), key, fields };
}

class FieldReader {
  readonly #text: string;
  readonly #strings: ReadonlyMap<string, string>;
  #at = 0;
  /** Characters that strings stood for so far. */
  stoodFor = 0;

  constructor(text: string, strings: ReadonlyMap<string, string>) {
    this.#text = text;
    this.#strings = strings;
  }

  /** The citation key; empty where it was forgotten. */
  key(): string {
    this.#match(/\s+/y);
    const found = this.#match(/([^\s,={}"]{0,500})\s*(?:,|$)/y);
    return found?.[1] ?? '';
  }

  /** The next field's name and value; null where there is none. Forgotten and doubled commas do no harm. */
  field(): [name: string, value: string] | null {
    while (this.#at < this.#text.length) {
      this.#match(/[\s,]+/y);
      const name = this.#match(/([^\s,={}"#]{1,100})\s*=\s*/y)?.[1];
      if (name !== undefined) return [name.toLowerCase(), this.#value()];
      // Anything that is not a field is skipped.
      if (this.#match(/[^\s,={}"#]+/y) === null) this.#at++;
    }
    return null;
  }

  /** Parts joined by "#". */
  #value(): string {
    const parts: string[] = [];
    do {
      this.#match(/\s+/y);
      parts.push(this.#part());
    } while (this.#match(/\s*#/y) !== null);
    return parts.join('');
  }

  #part(): string {
    const quote = this.#text[this.#at];
    if (quote === '{' || quote === '"') {
      const end = this.#endOf(quote === '{' ? '}' : '"');
      const inside = this.#text.slice(this.#at + 1, end);
      this.#at = end + 1;
      return inside;
    }
    const bare = this.#match(/[^\s,{}"#]+/y)?.[0] ?? '';
    const known = this.#strings.get(bare.toLowerCase());
    if (known === undefined) return bare;
    this.stoodFor += known.length;
    return this.stoodFor > LONGEST.entry ? '' : known;
  }

  /** Where the value that begins here ends: at its closing character outside of all braces. */
  #endOf(closer: string): number {
    let depth = 0;
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const char = this.#text[at];
      if (char === '\\') at++;
      else if (char === closer && depth === 0) return at;
      else if (char === '{') depth++;
      else if (char === '}') depth = Math.max(0, depth - 1);
    }
    return this.#text.length;
  }

  #match(sticky: RegExp): RegExpExecArray | null {
    sticky.lastIndex = this.#at;
    const found = sticky.exec(this.#text);
    if (found !== null) this.#at = sticky.lastIndex;
    return found;
  }
}

import type { Line } from '../lines';

/** An entry's text as it stands in the file, or one that does not end where it should. */
export interface Cut {
  kind: 'entry' | 'broken' | 'tooLarge';
  /** Where it begins. */
  line: number;
  text: string;
}

/** Most characters of an entry. */
const LARGEST = 16 * 1024 * 1024;

/** Most characters of a type that stands alone. */
const LONGEST_TYPE = 100;

const BEGIN = /(?<![\w.])@[ \t]*[a-z][\w-]*[ \t]*[{(]/i;
/** What ends a line where the brace is on the next one. */
const TYPE = /(?<![\w.])@[ \t]*[a-z][\w-]*[ \t]*$/i;
/** What says where an entry ends. */
const SIGN = /[\\{}")]/g;
const OPENS = /^[ \t]*[{(]/;
/** How an entry, and nothing else, begins a line: with a key or a string's name. */
const NEXT = /^[ \t]{0,8}@[ \t]*[a-z][\w-]*[ \t]*[{(][ \t]*[^\s,{}()"=]{0,200}[ \t]*[,=]/i;

/**
 * Cuts a bibliography into its entries by counting braces; what is between them is comment. A forgotten brace costs its
 * entry and no other: an entry cannot begin among another's fields. Within braces (a note may quote one) it can, so only
 * where the file would end first is it taken for the next entry, and from then on always.
 */
export class EntryCutter {
  #lines: Line[] = [];
  #size = 0;
  #depth = 0;
  /** What ends the entry at depth 0. */
  #closer = '}';
  /** Whether in a value in quotation marks: there, a parenthesis ends no entry. */
  #quoted = false;
  /** Where in `#lines` another entry seems to begin, within braces. */
  #next: number | null = null;
  #isStrict = false;
  /** A type without its brace, and where it stands. */
  #type: Line | null = null;

  *push(lines: readonly Line[]): Generator<Cut, void, void> {
    for (const line of lines) yield* this.#read(line);
  }

  /** What is left when the file has ended. */
  *end(): Generator<Cut, void, void> {
    while (this.#lines.length > 0) yield* this.#breakOff();
  }

  *#read(read: Line): Generator<Cut, void, void> {
    if (this.#type !== null && read.text.trim() === '') return;
    const line = this.#withType(read);
    let at = 0;
    if (this.#lines.length > 0 && !line.continues && NEXT.test(line.text)) {
      if (this.#depth <= 1 || this.#isStrict) yield this.#take('broken');
      else this.#next ??= this.#lines.length;
    }
    if (this.#lines.length > 0 && line.text === '') this.#keep(line);
    while (at < line.text.length) {
      const begin = at;
      if (this.#lines.length === 0) {
        const found = BEGIN.exec(line.text.slice(at));
        if (found === null) {
          const type = TYPE.exec(line.text.slice(at).slice(-LONGEST_TYPE))?.[0];
          this.#type = type === undefined ? null : { ...line, text: type };
          return;
        }
        at += found.index + found[0].length;
        this.#begin(found[0].endsWith('{') ? '}' : ')');
        this.#keep({ ...line, text: line.text.slice(begin + found.index, at), continues: false });
        continue;
      }
      at = this.#within(line.text, at);
      const isFirst = begin > 0;
      this.#keep({
        text: line.text.slice(begin, at),
        line: line.line,
        continues: line.continues || isFirst,
      });
      if (this.#depth === 0) yield this.#take('entry');
    }
    if (this.#size > LARGEST) yield* this.#breakOff();
  }

  /** A line that goes on with a type, in one with it. */
  #withType(line: Line): Line {
    const type = this.#type;
    this.#type = null;
    return type !== null && OPENS.test(line.text) ? { ...type, text: type.text + line.text } : line;
  }

  #begin(closer: '}' | ')'): void {
    this.#closer = closer;
    this.#depth = 1;
    this.#quoted = false;
  }

  /** Reads on to the entry's end or the line's; returns how far it came. */
  #within(text: string, from: number): number {
    SIGN.lastIndex = from;
    for (let found = SIGN.exec(text); found !== null; found = SIGN.exec(text)) {
      const [char] = found;
      const at = found.index;
      if (char === '\\') SIGN.lastIndex = at + 2;
      else if (char === '{') this.#depth++;
      else if (char === '"' && this.#depth === 1) this.#quoted = !this.#quoted;
      else if (char === this.#closer && this.#depth === 1 && !(this.#quoted && char === ')')) {
        this.#depth = 0;
        return at + 1;
      } else if (char === '}' && this.#depth > 1) this.#depth--;
    }
    return text.length;
  }

  #keep(line: Line): void {
    this.#lines.push(line);
    this.#size += line.text.length;
  }

  #take(kind: Cut['kind']): Cut {
    const text = this.#lines
      .map((line, index) => (index === 0 || line.continues ? line.text : `\n${line.text}`))
      .join('');
    const cut: Cut = { kind, line: this.#lines[0]?.line ?? 1, text };
    this.#lines = [];
    this.#size = 0;
    this.#depth = 0;
    this.#next = null;
    return cut;
  }

  /** The entry has no end: what seemed to be the next within it is. */
  *#breakOff(): Generator<Cut, void, void> {
    const isTooLarge = this.#next === null && this.#size > LARGEST;
    const rest = this.#next === null ? [] : this.#lines.splice(this.#next);
    this.#isStrict = true;
    yield this.#take(isTooLarge ? 'tooLarge' : 'broken');
    yield* this.push(rest);
  }
}

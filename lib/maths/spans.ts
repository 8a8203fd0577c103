import { normal } from '../papers/normal';
import { bareDress, command } from './commands';
import { bracketFormula, type Delimited, dollarFormula } from './dollars';
import { formulaText } from './formula';
import { Groups } from './groups';
import { mayHaveTex } from './hint';
import { loweredAt, raisedAt } from './looseScripts';
import { sign } from './signs';
import type { Found, Source, Span } from './span';

export type { Span };

/** What may begin a span, or be passed over, or end a quotation. */
const SPECIAL =
  /[\\$~^_`'"]|\{(?=\\)|--|https?:|[A-Za-z]:\\|(?<!\p{L})(?:text(?=bf|it|tt|sc|rm|sf)|emph|math(?=bb|cal|bf|rm|it|sf|tt|scr|frak))/u;

/** How deep commands may be nested. */
const DEEPEST = 10;

/**
 * The parts of a title or an abstract: what is text, and what is TeX. Sites and people mix the two, so that a dollar may
 * be money, an underscore part of a name, a backslash part of a path: what is not surely TeX is text. Never throws; takes
 * time in proportion to the length.
 */
export function spans(text: string): Span[] {
  return spansWithin(text, 0);
}

/** A title or an abstract in plain text: escapes undone, commands for looks gone, simple maths in Unicode. */
export function plainText(text: string): string {
  return plainWithin(text, 0);
}

function plainWithin(text: string, depth: number): string {
  if (!mayHaveTex(text)) return text;
  const plain = spansWithin(text, depth).map((span) => span.plain);
  return normal(plain.join(''), 'NFC');
}

function spansWithin(text: string, depth: number): Span[] {
  if (depth > DEEPEST) return [{ kind: 'text', source: text, plain: text }];
  const plainOf = (inner: string): string => plainWithin(inner, depth + 1);
  return new Cutter({ text, groups: new Groups(text), plainOf }).spans();
}

class Cutter {
  readonly #text: string;
  readonly #source: Source;
  readonly #spans: Span[] = [];
  readonly #hasEscapedQuotes: boolean;
  /** Where the text begins that is not in a span yet. */
  #from = 0;
  #at = 0;
  #quotes = 0;
  /** Where the quotation that has begun ends with a mark that says else something else. */
  #quoteEnd = -1;

  constructor(source: Source) {
    const { text } = source;
    this.#text = text;
    this.#source = source;
    // In "\"so\"" quotes are escaped; in "\"uber" an umlaut is meant.
    this.#hasEscapedQuotes = /\\"(?![\p{L}{\\])/u.test(text);
  }

  spans(): Span[] {
    const special = new RegExp(SPECIAL, 'gu');
    while (this.#at < this.#text.length) {
      special.lastIndex = this.#at;
      const found = special.exec(this.#text);
      if (found === null) break;
      this.#at = found.index;
      const begin = this.#at;
      const span = this.#special(found[0]);
      if (span === null) this.#at = Math.max(this.#at, begin + 1);
      else this.#push(begin, span);
    }
    this.#endText(this.#text.length);
    return this.#spans;
  }

  /** The span that begins here; null where it is text, up to `#at` if that was moved on. */
  #special(found: string): Found | null {
    const char = found[0];
    if (char === '$') return this.#formula(dollarFormula(this.#text, this.#at));
    if (char === '\\') return this.#backslash();
    if (char === '{') return this.#group();
    if (char === '~') return this.#tie();
    if (char === '-') return this.#dash();
    if (char === '^') return raisedAt(this.#text, this.#at);
    if (char === '_') return loweredAt(this.#text, this.#at);
    if (char === '`') return this.#openingQuote();
    if (char === "'" || char === '"') return this.#closingQuote(char);
    if (found === 'text' || found === 'emph' || found === 'math') {
      return bareDress(this.#source, this.#at);
    }
    return this.#passOver();
  }

  #formula(formula: Delimited | null): Found | null {
    if (formula === null) return null;
    const { end, tex, isDisplay } = formula;
    const { text: plain, isWhole } = formulaText(tex);
    return { end, kind: 'maths', tex, isDisplay, plain, isWhole };
  }

  #backslash(): Found | null {
    if (/^\\\\[\w.$-]+\\/.test(this.#text.slice(this.#at, this.#at + 60))) return this.#passOver();
    const next = this.#text[this.#at + 1] ?? '';
    if (next === '(' || next === '[') return this.#formula(bracketFormula(this.#text, this.#at));
    if (next === '"' && this.#hasEscapedQuotes) {
      return { end: this.#at + 2, kind: 'other', plain: '"' };
    }
    return /[a-zA-Z]/.test(next) ? command(this.#source, this.#at) : sign(this.#source, this.#at);
  }

  /** "{\em this}", "{\deg}": a group is TeX's where it begins with a command. */
  #group(): Found | null {
    const end = this.#source.groups.endOf(this.#at);
    if (end === null) return null;
    const inside = this.#text.slice(this.#at + 1, end);
    return { end: end + 1, kind: 'other', plain: this.#source.plainOf(inside).trim() };
  }

  /** A space that does not break, as in "Fig.~2"; not "about" (~60%), nor "to" (1M~4M), nor somebody's home. */
  #tie(): Found | null {
    const before = /[\p{L}\p{N}.,]*[\p{L}\p{N}.,)\]}]$/u.exec(
      this.#text.slice(Math.max(0, this.#at - 40), this.#at),
    )?.[0];
    const after = /^[\p{L}\p{N}(\\$[]\S?/u.exec(this.#text.slice(this.#at + 1, this.#at + 3))?.[0];
    if (before === undefined || after === undefined) return null;
    const isRange =
      (/^[\d.,]+\p{L}?$/u.test(before) && /^\d/.test(after)) ||
      (/^\p{L}$/u.test(before) && /^\p{L}(?!\p{L})/u.test(after));
    return isRange ? null : { end: this.#at + 1, kind: 'tex', plain: ' ' };
  }

  /** Two or three hyphens between words are a dash; before a word they may be an option of a program. */
  #dash(): Found | null {
    const dashes = /-+/y;
    dashes.lastIndex = this.#at;
    const { length } = dashes.exec(this.#text)?.[0] ?? '';
    const end = this.#at + length;
    const [before = ' ', after = ' '] = [this.#text[this.#at - 1], this.#text[end]];
    const isOption = /[\s([{"'`“‘=]/.test(before) && !/\s/.test(after);
    if (this.#at === 0 || length > 3 || isOption || /[<>!|]/.test(before + after)) {
      this.#at = end;
      return null;
    }
    return { end, kind: 'tex', plain: length === 3 ? '—' : '–' };
  }

  #openingQuote(): Found | null {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith('```', at)) {
      this.#at = at + 3; // a fence of code
      return null;
    }
    const isDouble = text[at + 1] === '`';
    const quoted = isDouble ? /``[^`"\n]{1,300}?(?:''|")/y : /`[^`'\n]{0,80}[^`'\s]'(?![\p{L}'])/uy;
    quoted.lastIndex = at;
    if (/[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at)) && !isDouble) return null;
    if (!quoted.test(text)) return null;
    if (isDouble && !text.startsWith('"', quoted.lastIndex - 1)) this.#quotes++;
    else this.#quoteEnd = quoted.lastIndex - 1;
    return { end: at + (isDouble ? 2 : 1), kind: 'tex', plain: isDouble ? '“' : '‘' };
  }

  #closingQuote(char: "'" | '"'): Found | null {
    const at = this.#at;
    if (at === this.#quoteEnd) {
      return char === "'"
        ? { end: at + 1, kind: 'tex', plain: '’' }
        : { end: at + 1, kind: 'other', plain: '”' };
    }
    if (this.#quotes === 0 || !this.#text.startsWith("''", at)) return null;
    this.#quotes--;
    return { end: at + 2, kind: 'tex', plain: '”' };
  }

  /** An address or a path is text as it stands, less what is escaped in it. */
  #passOver(): null {
    const word = /[^\s\\]*(?:\\+(?![%_#&~$])[^\s\\]+)*/y;
    word.lastIndex = this.#at;
    this.#at += Math.max(1, word.exec(this.#text)?.[0].length ?? 1);
    return null;
  }

  #push(begin: number, { end, ...said }: Found): void {
    this.#endText(begin);
    this.#spans.push({ ...said, source: this.#text.slice(begin, end) });
    this.#from = end;
    this.#at = end;
  }

  #endText(end: number): void {
    if (end <= this.#from) return;
    const source = this.#text.slice(this.#from, end);
    this.#spans.push({ kind: 'text', source, plain: source });
  }
}

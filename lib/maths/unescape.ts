import { normal } from '../papers/normal';
import { command } from './commands';
import { formulaText } from './formula';
import { Groups } from './groups';
import { ACCENTS, DRESS, SYMBOLS } from './symbols';

/** Commands in whose argument nothing is LaTeX. */
const VERBATIM = new Set(['url', 'path', 'nolinkurl']);

/** Longest argument of an accent or a script, and the deepest; what is more is none. */
const LONGEST = 200;
const DEEPEST = 20;

/**
 * LaTeX as plain text: accents, symbols, dashes and quotes as characters, braces and type styles gone. Formulas become
 * characters where all of them can be, and stay as they are, dollars and all, where not. Of an unknown command the argument
 * stays; without one it may be anything, and stays as it is. Never throws.
 */
export function unescapeLatex(text: string): string {
  return /[\\{}$~]|--|``/.test(text) ? new Reading(text).whole() : text;
}

class Reading {
  readonly #text: string;
  readonly #groups: Groups;
  #depth: number;
  #at = 0;
  #quotes = 0;

  constructor(text: string, depth = 0) {
    this.#text = text;
    this.#groups = new Groups(text);
    this.#depth = depth;
  }

  whole(): string {
    const parts: string[] = [];
    const special = /[\\{}$~]|--|``|''/g;
    while (this.#at < this.#text.length) {
      special.lastIndex = this.#at;
      const end = special.exec(this.#text)?.index ?? this.#text.length;
      parts.push(this.#text.slice(this.#at, end));
      this.#at = end;
      if (end < this.#text.length) parts.push(this.#special());
    }
    return normal(parts.join(''), 'NFC');
  }

  #special(): string {
    const char = this.#text[this.#at];
    if (char === '\\') return this.#command();
    if (char === '-') return this.#dash();
    this.#at++;
    if (char === '~') return ' ';
    if (char === '$') return this.#formula();
    if (char === '`' || char === "'") return this.#quote(char);
    return ''; // a brace
  }

  #dash(): string {
    const count = this.#text.startsWith('---', this.#at) ? 3 : 2;
    this.#at += count;
    return count === 3 ? '—' : '–';
  }

  #quote(char: '`' | "'"): string {
    this.#at++;
    if (char === '`') {
      this.#quotes++;
      return '“';
    }
    if (this.#quotes === 0) return "''";
    this.#quotes--;
    return '”';
  }

  #command(): string {
    const found = /\\(?:([a-zA-Z]+)\*?[ \t]*\n?[ \t]*|([\s\S]?))/y;
    found.lastIndex = this.#at;
    const [whole = '\\', word, sign] = found.exec(this.#text) ?? [];
    const begin = this.#at;
    this.#at += whole.length;
    if (word === undefined) return this.#sign(sign ?? '');
    if (word === 'ifmmode') return this.#outsideMaths();
    if (VERBATIM.has(word)) return this.#other(begin) ?? '';
    if (DRESS.has(word)) return '';
    const symbol = SYMBOLS.get(word);
    if (symbol !== undefined) return symbol;
    const accent = ACCENTS.get(word);
    if (accent !== undefined) return this.#accent(accent, whole);
    return this.#other(begin) ?? whole;
  }

  /** A command that says something about its arguments; null where it has none. */
  #other(begin: number): string | null {
    if (this.#depth >= DEEPEST) return null;
    const plainOf = (tex: string): string => new Reading(tex, this.#depth + 1).whole();
    const found = command({ text: this.#text, groups: this.#groups, plainOf }, begin);
    if (found === null) return null;
    this.#at = found.end;
    return found.plain;
  }

  /** "\\ifmmode \\check{Z}\\else \\v{Z}\\fi", as the journals of the APS write an accent: what is for text. */
  #outsideMaths(): string {
    const rest = this.#text.slice(this.#at, this.#at + LONGEST);
    const end = /\\fi(?![a-zA-Z])\s?/.exec(rest);
    if (end === null || this.#depth >= DEEPEST) return '';
    this.#at += end.index + end[0].length;
    const [, inText = ''] = rest.slice(0, end.index).split(/\\else(?![a-zA-Z])\s?/);
    return new Reading(inText, this.#depth + 1).whole();
  }

  #sign(sign: string): string {
    const accent = ACCENTS.get(sign);
    if (accent !== undefined) return this.#accent(accent, `\\${sign}`);
    if (sign === '') return '\\';
    if (sign === '\\') return '\n';
    if (/[,;: \t\n]/.test(sign)) return ' ';
    return /[-/!@()[\]]/.test(sign) ? '' : sign;
  }

  #accent(accent: string, whole: string): string {
    const argument = this.#argument();
    if (argument === null) return whole;
    // An accent takes the dot's place.
    const [first = '', ...rest] = [...argument.replace(/^ı/, 'i').replace(/^ȷ/, 'j')];
    // On nothing it stands for itself: "\\`{}" is a backtick.
    if (first === '') return /^\\[`^~]$/.test(whole) ? whole.slice(1) : '';
    return first + accent + rest.join('');
  }

  /** What a command is for: a group, another command, or one character. Null where there is none. */
  #argument(): string | null {
    while (this.#text[this.#at] === ' ') this.#at++;
    const char = this.#text[this.#at];
    if (char === undefined || this.#depth >= DEEPEST) return null;
    if (char === '\\') {
      this.#depth++;
      const command = this.#command();
      this.#depth--;
      return command;
    }
    if (char !== '{') {
      const [one = ''] = this.#text.slice(this.#at, this.#at + 2);
      this.#at += one.length;
      return one;
    }
    const end = endOfGroup(this.#text, this.#at, LONGEST);
    if (end === null) return null;
    const inner = new Reading(this.#text.slice(this.#at + 1, end), this.#depth + 1);
    this.#at = end + 1;
    return inner.whole();
  }

  #formula(): string {
    const end = endOfFormula(this.#text, this.#at);
    if (end === null) return '$';
    const source = this.#text.slice(this.#at, end);
    this.#at = end + 1;
    const { text, isWhole } = formulaText(source);
    return isWhole ? text : `$${source}$`;
  }
}

function endOfGroup(text: string, from: number, longest: number): number | null {
  let depth = 0;
  for (let at = from; at < Math.min(text.length, from + longest); at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '{') depth++;
    else if (text[at] === '}' && --depth === 0) return at;
  }
  return null;
}

/** The dollar that ends a formula; a price has none, or a paragraph in between. */
function endOfFormula(text: string, from: number): number | null {
  const found = /(?<!\\)\$/g;
  found.lastIndex = from;
  const end = found.exec(text)?.index ?? -1;
  const source = text.slice(from, end);
  return end < 0 || end === from || end - from > 2_000 || source.includes('\n\n') ? null : end;
}

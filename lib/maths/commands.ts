import {
  CITES,
  COLOURS,
  ENVIRONMENT,
  REFERS,
  SHORT,
  STANDING,
  SWITCHES,
  TEXT_DRESS,
  TEXT_SYMBOLS,
} from './commandNames';
import { formulaText } from './formula';
import { MACROS } from './macros';
import { scripted } from './scripts';
import type { Found, Source } from './span';
import { ACCENTS, DRESS, SYMBOLS } from './symbols';

/** What a command in a text says; null where it is not one that is known, and has no argument. */
export function command(source: Source, at: number): Found | null {
  const name = /\\([a-zA-Z]+)\*?/y;
  name.lastIndex = at;
  const word = name.exec(source.text)?.[1] ?? '';
  return new Command(source, word, name.lastIndex).found();
}

/** A command for looks that has lost its backslash on its way through a site: "texttt{D}ual". */
export function bareDress({ text, groups, plainOf }: Source, at: number): Found | null {
  const name = /(?:text(?:bf|it|tt|sc|rm|sf)|emph|math(?:bb|cal|bf|rm|it|sf|tt|scr|frak))(?=\{)/y;
  name.lastIndex = at;
  const word = name.exec(text)?.[0];
  const end = word === undefined ? null : groups.endOf(name.lastIndex);
  if (word === undefined || end === null) return null;
  const argument = text.slice(name.lastIndex + 1, end);
  const plain = word.startsWith('math')
    ? formulaText(`\\${word}{${argument}}`).text
    : plainOf(argument);
  return { end: end + 1, kind: 'other', plain };
}

class Command {
  readonly #text: string;
  readonly #word: string;
  readonly #source: Source;
  readonly #begin: number;
  #at: number;

  constructor(source: Source, word: string, at: number) {
    this.#source = source;
    this.#text = source.text;
    this.#word = word;
    this.#begin = at - word.length - 1;
    this.#at = at;
  }

  found(): Found | null {
    const word = this.#word;
    if (TEXT_DRESS.has(word) || SWITCHES.has(word)) return this.#dress();
    if (SHORT.has(word)) return this.#short();
    const standing = STANDING.get(word);
    if (standing !== undefined) {
      this.#passBlank();
      return this.#other(standing);
    }
    return (
      this.#withArguments() ??
      this.#symbol() ??
      this.#accent() ??
      this.#formula() ??
      this.#unknown()
    );
  }

  #dress(): Found | null {
    if (SWITCHES.has(this.#word)) {
      this.#passBlank();
      return this.#other('');
    }
    const from = this.#at;
    const argument = this.#group();
    if (argument === null) {
      // What is cut off within an argument has no end.
      if (this.#text[from] !== '{') return null;
      this.#at = from + 1;
      return this.#other('');
    }
    const plain = this.#source.plainOf(argument);
    return { end: this.#at, kind: 'dress', name: this.#word, argument, plain };
  }

  #short(): Found | null {
    const next = this.#text[this.#at] ?? '';
    if (/[\\/{]/.test(next) && !this.#text.startsWith('{}', this.#at)) return null;
    this.#take(/\{\}/y);
    const short = SHORT.get(this.#word) ?? '';
    if (this.#text[this.#at] === '.') this.#at++;
    return this.#other(short);
  }

  /** Commands that say something about their arguments. */
  #withArguments(): Found | null {
    const word = this.#word;
    const from = this.#at;
    const refers = CITES.test(word) || REFERS.test(word);
    if (refers) while (this.#take(/\[[^\]]{0,200}\]/y));
    const argument = this.#text[this.#at] === '{' ? this.#group() : null;
    if (argument === null) {
      this.#at = from;
      return null;
    }
    const plain = this.#source.plainOf;
    if (refers) return this.#other(word === 'nocite' ? '' : `[${argument}]`);
    if (word === 'b' && argument.length > 1) return this.#other(plain(argument)); // bold, to some
    if (word === 'label') return this.#other('');
    if (word === 'url' || word === 'path' || word === 'nolinkurl')
      return this.#other(argument.replace(/\\([%#&_~$])/g, '$1'));
    if (word === 'footnote') return this.#other(` (${plain(argument).trim()})`);
    if (word === 'enquote' || word === 'mkbibquote') return this.#other(`“${plain(argument)}”`);
    if (word === 'mkbibparens') return this.#other(`(${plain(argument)})`);
    if (word === 'hspace' || word === 'vspace') return this.#other(' ');
    if (word === 'textsubscript') return this.#other(scripted('_', plain(argument)).text);
    if (word === 'textsuperscript') return this.#other(scripted('^', plain(argument)).text);
    if (word === 'color') return this.#other(COLOURS.test(argument) ? '' : plain(argument));
    if (word === 'textcolor' || word === 'texorpdfstring')
      return this.#other(plain(this.#group() ?? ''));
    if (word === 'href') return this.#link(argument);
    if (word === 'begin' || word === 'end') return this.#environment(argument);
    this.#at = from;
    return null;
  }

  #link(address: string): Found {
    const plain = address.replace(/\\([%#&_~$])/g, '$1');
    const shown = this.#source.plainOf(this.#group() ?? '').trim();
    return this.#other(shown === '' || shown === plain ? plain : `${shown} (${plain})`);
  }

  #environment(name: string): Found {
    const close = `\\end{${name}}`;
    const rest = this.#text.slice(this.#at, this.#at + 4_000);
    const length = this.#word === 'begin' && ENVIRONMENT.test(name) ? rest.indexOf(close) : -1;
    if (length < 0) return this.#other('');
    const tex = rest.slice(0, length).trim();
    const end = this.#at + length + close.length;
    const { text: plain, isWhole } = formulaText(tex);
    return { end, kind: 'maths', tex, isDisplay: true, plain, isWhole };
  }

  #symbol(): Found | null {
    const symbol = SYMBOLS.get(this.#word);
    if (symbol === undefined || !this.#isSurely()) return null;
    this.#take(/\{\}/y);
    const isText = TEXT_SYMBOLS.has(this.#word) || this.#word.startsWith('text');
    return { end: this.#at, kind: isText ? 'tex' : 'symbol', plain: symbol.trim() || ' ' };
  }

  /** "\o" may be part of a path or a pattern: one letter needs more around it. */
  #isSurely(): boolean {
    if (this.#word.length > 1) return true;
    const rest = this.#text.slice(this.#at, this.#at + 3);
    if (rest.startsWith('{}') || (rest === '' && this.#begin === 0)) return true; // "\\o{}", "{\\o}"
    const isWithinWord = /\p{L}/u.test(this.#text[this.#begin - 1] ?? '') && /^ \p{Ll}/u.test(rest);
    if (isWithinWord) this.#at++;
    return isWithinWord;
  }

  /** "\v{S}": an accent on one letter, in braces. */
  #accent(): Found | null {
    const accent = ACCENTS.get(this.#word);
    if (accent === undefined) return null;
    const letter = this.#match(/\{\s*(?:\\([ij])|(\p{L}))\s*\}/uy);
    if (letter === null) return null;
    const plain = ((letter[1] ?? letter[2] ?? '') + accent).normalize('NFC');
    const isText = this.#word.length === 1;
    return { end: this.#at, kind: isText ? 'tex' : 'symbol', plain };
  }

  /** A command of formulas, with its arguments, outside of one. */
  #formula(): Found | null {
    const macro = MACROS.get(this.#word);
    const args = macro?.args ?? (DRESS.has(this.#word) ? 1 : 0);
    if (args === 0) return null;
    const from = this.#at;
    this.#take(/\[[^\]]{0,50}\]/y);
    for (let count = 0; count < args; count++) {
      if (this.#group() !== null) continue;
      this.#at = from;
      return null;
    }
    const tex = this.#text.slice(this.#begin, this.#at);
    return { end: this.#at, kind: 'symbol', plain: formulaText(tex).text };
  }

  /** Of what is not known the argument stays; without one it may be anything, and stays as it is. */
  #unknown(): Found | null {
    if (this.#word.length === 1) return null;
    const argument = this.#group();
    if (argument === null) return null;
    return this.#other(argument === '' ? `\\${this.#word}` : this.#source.plainOf(argument));
  }

  #other(plain: string): Found {
    return { end: this.#at, kind: 'other', plain };
  }

  /** What is in the group that begins here; null where there is none. */
  #group(): string | null {
    const end = this.#text[this.#at] === '{' ? this.#source.groups.endOf(this.#at) : null;
    if (end === null) return null;
    const inside = this.#text.slice(this.#at + 1, end);
    this.#at = end + 1;
    return inside;
  }

  /** Passes over "{}", or one space, which a command takes. */
  #passBlank(): void {
    this.#take(/\{\}| /y);
  }

  #take(pattern: RegExp): boolean {
    return this.#match(pattern) !== null;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}

import { normal } from '../papers/normal';
import { Groups } from './groups';
import { MACROS } from './macros';
import { scripted } from './scripts';
import { ACCENTS, DRESS, SYMBOLS } from './symbols';

/** How deep arguments may be nested; what is deeper stays as it is. */
const DEEPEST = 20;

/** A formula in plain text. */
export interface FormulaText {
  text: string;
  /** Whether that says all that the formula does; a fraction on one line, or an unknown command, does not. */
  isWhole: boolean;
}

/**
 * What stands between dollars as text that can be read: symbols, raised and lowered characters, `a/b` for a fraction. An
 * unknown command is its name. Never throws; takes time in proportion to the length.
 */
export function formulaText(tex: string): FormulaText {
  const reading = new Formula(tex, 0);
  const text = normal(reading.whole().replace(/\s+/g, ' ').replaceAll(' ;', ';').trim(), 'NFC');
  return { text, isWhole: reading.isWhole };
}

class Formula {
  readonly #tex: string;
  readonly #depth: number;
  readonly #groups: Groups;
  #at = 0;
  #out = '';
  isWhole = true;

  constructor(tex: string, depth: number) {
    this.#tex = tex;
    this.#depth = depth;
    this.#groups = new Groups(tex);
  }

  whole(): string {
    while (this.#at < this.#tex.length) {
      const plain = this.#match(/[^\\{}~^_&$\s]+/y)?.[0];
      this.#out += plain ?? this.#special();
    }
    return this.#out;
  }

  #special(): string {
    const char = this.#tex[this.#at] ?? '';
    if (char === '\\') return this.#command();
    if (char === '{') return this.#argument();
    this.#at++;
    if (char === '^' || char === '_') return this.#script(char);
    if (char === '}' || char === '$') return '';
    return this.#out.endsWith(' ') ? '' : ' ';
  }

  #script(char: '^' | '_'): string {
    const { text, isWhole } = scripted(char, this.#argument().trim());
    this.isWhole &&= isWhole;
    return text;
  }

  #command(): string {
    const [whole = '\\', word, sign] = this.#match(/\\(?:([a-zA-Z]+)\*?|([\s\S]?))/y) ?? [];
    if (word === undefined) return this.#sign(sign ?? '');
    const space = this.#match(/\s+/y)?.[0] ?? '';
    const symbol = SYMBOLS.get(word);
    if (symbol !== undefined) return this.#symbol(symbol, space);
    if (DRESS.has(word)) return this.#isDelimiter(word) ? '' : space && this.#spaced('');
    const accent = ACCENTS.get(word);
    if (accent !== undefined) return this.#accent(accent);
    const macro = MACROS.get(word);
    if (macro === undefined) {
      this.isWhole = false;
      return this.#symbol(whole.slice(1), space);
    }
    this.isWhole &&= macro.isWhole ?? false;
    const option = macro.takesOption ? (this.#match(/\[([^\]]{0,50})\]/y)?.[1] ?? '') : '';
    const args = Array.from({ length: macro.args }, () => this.#argument().trim());
    return macro.text(args, option);
  }

  /** "\left." is a delimiter that is not there. */
  #isDelimiter(word: string): boolean {
    return /^(?:left|right)$/.test(word) && this.#match(/\.?/y) !== null;
  }

  #sign(sign: string): string {
    if (sign === '\\') {
      this.isWhole = false;
      return '; ';
    }
    if (sign === '|') return '‖';
    if (sign === '!' || sign === '/' || sign === '-') return '';
    return /[,;:>\s]/.test(sign) ? this.#spaced('') : sign;
  }

  /** A word keeps its distance; a sign has the space behind it that it has before it. */
  #symbol(symbol: string, space: string): string {
    const isWord = /^\p{L}{2,}$/u.test(symbol);
    const before = isWord && /[\p{L}\p{N})]$/u.test(this.#out) ? ' ' : '';
    const next = this.#tex[this.#at] ?? '';
    const isApart = isWord ? /[\p{L}\p{N}\\]/u.test(next) : /\s$/.test(this.#out);
    return before + symbol + (space !== '' && isApart ? ' ' : '');
  }

  #spaced(text: string): string {
    return (this.#out === '' || /\s$/.test(this.#out) ? '' : ' ') + text;
  }

  #accent(accent: string): string {
    const [first = '', ...rest] = [...this.#argument().trim()];
    const base = first.replace('ı', 'i').replace('ȷ', 'j');
    if (rest.length > 0) this.isWhole = false;
    return base === '' || rest.length > 0 ? base + rest.join('') : base + accent;
  }

  /** What a command or a script is for: a group, another command, or one character; empty where there is nothing. */
  #argument(): string {
    this.#match(/\s+/y);
    const char = this.#tex[this.#at];
    if (char === undefined || char === '}') return '';
    if (char === '{') {
      const end = this.#groups.endOf(this.#at) ?? this.#tex.length;
      const inside = this.#tex.slice(this.#at + 1, end);
      this.#at = end + 1;
      return this.#inner(inside);
    }
    if (char === '\\') {
      const begin = this.#at;
      this.#match(/\\(?:[a-zA-Z]+\*?|[\s\S]?)/y);
      // With what belongs to it: "\mathrm{ab}" of "x_\mathrm{ab}".
      while (this.#tex[this.#at] === '{') {
        this.#at = (this.#groups.endOf(this.#at) ?? this.#tex.length - 1) + 1;
      }
      return this.#inner(this.#tex.slice(begin, this.#at));
    }
    const [one = ''] = this.#tex.slice(this.#at, this.#at + 2);
    this.#at += one.length;
    return one;
  }

  #inner(tex: string): string {
    if (this.#depth >= DEEPEST) {
      this.isWhole = false;
      return tex.replace(/[\\{}]/g, '');
    }
    const inner = new Formula(tex, this.#depth + 1);
    const text = inner.whole();
    this.isWhole &&= inner.isWhole;
    return text;
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#tex);
    if (found !== null) this.#at = pattern.lastIndex;
    return found;
  }
}

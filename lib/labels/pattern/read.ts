import { fold } from '../../papers/caseFolding';
import { type Accepts, accepting, DIGIT, either, isWord, LETTER, opposite, SPACE } from './signs';

/** What a pattern is made of. */
export type Part =
  /** One character. */
  | { kind: 'one'; accepts: Accepts }
  | { kind: 'row'; parts: Part[] }
  | { kind: 'choice'; parts: Part[] }
  | { kind: 'repeated'; part: Part; least: number; most: number }
  | { kind: 'at'; where: 'start' | 'end' | 'edge' | 'inside' };

/** A pattern that cannot be read, or has what is not supported. Never leaves this folder. */
export class UnreadablePattern extends Error {}

const CLASSES: Record<string, Accepts> = {
  d: DIGIT,
  w: LETTER,
  s: SPACE,
  D: opposite(DIGIT),
  W: opposite(LETTER),
  S: opposite(SPACE),
};
const CONTROLS: Record<string, string> = { n: '\n', t: '\t', r: '\r' };
const COUNTS = /^\{(\d{1,3})(,(\d{0,3}))?\}/;
const EVERYTHING: Accepts = (sign) => sign !== '\n';

/**
 * Reads a pattern: characters, `.`, `[…]`, `\d \w \s \b`, `^ $`, groups, `|` and `* + ? {n,m}`, as in JavaScript's
 * regular expressions. Throws `UnreadablePattern` on all else: what looks around or back cannot be found in linear time.
 */
export function readPattern(source: string): Part {
  let at = 0;
  const left = (): string => source.slice(at);
  const takes = (sign: string): boolean => {
    if (!source.startsWith(sign, at)) return false;
    at += sign.length;
    return true;
  };

  function choice(): Part {
    const parts = [row()];
    while (takes('|')) parts.push(row());
    return { kind: 'choice', parts };
  }

  function row(): Part {
    const parts: Part[] = [];
    while (at < source.length && !/^[|)]/.test(left())) parts.push(repeated(one()));
    return { kind: 'row', parts };
  }

  /** With what says how often: lazy or not, which is the same to whoever asks whether there is anything. */
  function repeated(part: Part): Part {
    const counts = COUNTS.exec(left());
    const [least, most] = counts
      ? readCounts(counts)
      : takes('*')
        ? [0, Number.POSITIVE_INFINITY]
        : takes('+')
          ? [1, Number.POSITIVE_INFINITY]
          : takes('?')
            ? [0, 1]
            : [1, 1];
    if (counts) at += counts[0].length;
    if (least === 1 && most === 1 && !counts) return part;
    takes('?');
    if (/^[*+?]/.test(left()) || COUNTS.test(left()) || part.kind === 'at' || least > most)
      throw new UnreadablePattern(left());
    return { kind: 'repeated', part, least, most };
  }

  function one(): Part {
    if (takes('(')) return group();
    if (takes('[')) return { kind: 'one', accepts: anyOf() };
    if (takes('.')) return { kind: 'one', accepts: EVERYTHING };
    if (takes('^')) return { kind: 'at', where: 'start' };
    if (takes('$')) return { kind: 'at', where: 'end' };
    if (takes('\\b')) return { kind: 'at', where: 'edge' };
    if (takes('\\B')) return { kind: 'at', where: 'inside' };
    if (/^[*+?]/.test(left()) || COUNTS.test(left())) throw new UnreadablePattern(left());
    const sign = next();
    return typeof sign === 'function' ? { kind: 'one', accepts: sign } : written(sign);
  }

  function group(): Part {
    if (takes('?') && !takes(':')) throw new UnreadablePattern(left());
    const part = choice();
    if (!takes(')')) throw new UnreadablePattern('(');
    return part;
  }

  function anyOf(): Accepts {
    const isNot = takes('^');
    const all: Accepts[] = [];
    while (!takes(']')) {
      const first = next();
      if (typeof first === 'function') all.push(first);
      else if (/^-[^\]]/.test(left()) && takes('-')) all.push(range(first, next()));
      else all.push(accepting(first));
    }
    return isNot ? opposite(either(all)) : either(all);
  }

  function range(first: string, last: string | Accepts): Accepts {
    if (typeof last === 'function' || first > last) throw new UnreadablePattern(first);
    return accepting(first, last);
  }

  /** The next character, or the class that is written in its place. */
  function next(): string | Accepts {
    const sign = String.fromCodePoint(source.codePointAt(at) ?? 0);
    if (at >= source.length) throw new UnreadablePattern('');
    at += sign.length;
    if (sign !== '\\') return sign;
    const escaped = source.charAt(at);
    const code = /^(?:x([\da-f]{2})|u([\da-f]{4}))/i.exec(left());
    at += code ? code[0].length : 1;
    if (code) return String.fromCharCode(Number.parseInt(code[1] ?? code[2] ?? '', 16));
    const known = CLASSES[escaped] ?? CONTROLS[escaped];
    if (known !== undefined) return known;
    // A letter or a digit that means something else, or nothing: a reference back, a property.
    if (escaped === '' || isWord(escaped)) throw new UnreadablePattern(`\\${escaped}`);
    return escaped;
  }

  const whole = choice();
  if (at < source.length) throw new UnreadablePattern(left());
  return whole;
}

function readCounts([, least = '', comma, most]: RegExpExecArray): [number, number] {
  if (comma === undefined) return [+least, +least];
  return [+least, most === '' || most === undefined ? Number.POSITIVE_INFINITY : +most];
}

/** A character as folded texts have it: "ß" is two. */
function written(sign: string): Part {
  const parts = [...fold(sign)].map((one): Part => ({ kind: 'one', accepts: accepting(one) }));
  return { kind: 'row', parts };
}

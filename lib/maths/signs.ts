import { command } from './commands';
import type { Found, Source } from './span';
import { ACCENTS } from './symbols';

/** What a backslash before a sign makes of it; null where both stand for themselves. */
export function sign(source: Source, at: number): Found | null {
  const { text } = source;
  const next = text[at + 1] ?? '';
  const end = at + 2;
  if (/[%&$#_{}]/.test(next)) return { end, kind: 'tex', plain: next };
  if (next === '\\') return afterTwo(source, at);
  if (/\s/.test(next) || next === ',' || next === ';') return { end, kind: 'tex', plain: ' ' };
  if (next === '/' || next === '-') {
    const isWithinWord = /\p{L}/u.test(text[at - 1] ?? '') && /[\p{L}-]/u.test(text[end] ?? '');
    return isWithinWord ? { end, kind: 'tex', plain: '' } : null;
  }
  return ACCENTS.has(next) ? accented(text, at, next) : null;
}

/** The end of a line, or what somebody has escaped twice. */
function afterTwo(source: Source, at: number): Found | null {
  const { text } = source;
  const escaped = /\\{1,9}([%&$#_])/y; // of a longer run each would look to its end
  escaped.lastIndex = at;
  const char = escaped.exec(text)?.[1];
  if (char !== undefined) return { end: escaped.lastIndex, kind: 'other', plain: char };
  if (/^(?:\s|\[|$)/.test(text.slice(at + 2))) return { end: at + 2, kind: 'other', plain: ' ' };
  const isCommand = command(source, at + 1) !== null;
  return isCommand ? { end: at + 1, kind: 'other', plain: '' } : null;
}

function accented(text: string, at: number, mark: string): Found | null {
  const before = text.slice(Math.max(0, at - 2), at);
  if (
    mark === "'" &&
    /\p{L}$/u.test(before) &&
    /^(?:s|t|re|ve|ll|d|m)(?!\p{L})/u.test(text.slice(at + 2))
  ) {
    return { end: at + 2, kind: 'other', plain: "'" }; // "the model\'s"
  }
  const argument = /\s*\{\s*(?:\\([ij])|(\p{L}))?\s*\}|\s*\\([ij])(?![a-zA-Z])|(\p{L})/uy;
  argument.lastIndex = at + 2;
  const found = argument.exec(text);
  const letter = found?.slice(1).find((group) => group !== undefined);
  const end = found === null ? at + 2 : argument.lastIndex;
  if (found !== null && letter === undefined) return { end, kind: 'tex', plain: mark };
  const plain = letter === undefined ? null : composed(letter, ACCENTS.get(mark) ?? '');
  // "\.git" is a path, "\=x" nothing at all.
  const isRare = (mark === '.' || mark === '=') && !/^(?:\s*\{|[zZ])/.test(found?.[0] ?? '');
  if (isRare) return null;
  return plain === null ? { end: at + 2, kind: 'other', plain: mark } : { end, kind: 'tex', plain };
}

/** A letter with an accent as one character; null where there is no such letter. */
export function composed(letter: string, accent: string): string | null {
  const whole = (letter + accent).normalize('NFC');
  return [...whole].length === 1 ? whole : null;
}

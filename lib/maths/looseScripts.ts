import { scripted } from './scripts';
import type { Found } from './span';

// Sites take the dollars away: "$V^3$" becomes "V^3", "$\pi_{0.5}$" becomes "π_{0.5}".

/** A raised part behind a letter, a digit or a closing bracket, outside of a formula; null where it is something else. */
export function raisedAt(text: string, at: number): Found | null {
  if (!/[\p{L}\p{N})\]}]$/u.test(text.slice(Math.max(0, at - 2), at))) return null;
  const found = /\^(?:\\?circ(?![a-zA-Z])|\{\\?circ\})/y;
  found.lastIndex = at;
  if (found.test(text)) {
    return { end: found.lastIndex, kind: 'script', tex: '^{\\circ}', plain: '°' };
  }
  return script('^', text, at, /\^(?:\{([^{}\\]{1,30})\}|(-?\d+(?!\.\d))|(\p{L})(?!\p{L}))/uy);
}

/**
 * A lowered part, outside of a formula: a number or a letter behind a single letter ("x_1", not "file_1"), or whatever
 * stands in braces.
 */
export function loweredAt(text: string, at: number): Found | null {
  const before = text.slice(Math.max(0, at - 3), at);
  if (text[at + 1] === '{') {
    return /[\p{L}\p{N})\]}]$/u.test(before)
      ? script('_', text, at, /_\{([^{}\\\s]{1,30})\}/uy)
      : null;
  }
  if (!/(?:^|[^\p{L}\p{N}_./@#\\-]|(?<=[\p{L}\p{N}}\])])-)\p{L}$/u.test(before)) return null;
  return script(
    '_',
    text,
    at,
    /_(?:(\d+)(?![\p{L}\p{N}_]|\.\d)|([aehijklmnoprstuvx])(?![\p{L}\p{N}_]))/uy,
  );
}

function script(mark: '^' | '_', text: string, at: number, pattern: RegExp): Found | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  const argument = found?.slice(1).find((group) => group !== undefined);
  if (found === null || argument === undefined) return null;
  const { text: plain, isWhole } = scripted(mark, argument);
  const isInBraces = found[0][1] === '{';
  if (!isWhole && !isInBraces) return null;
  return { end: pattern.lastIndex, kind: 'script', tex: `${mark}{${argument}}`, plain };
}

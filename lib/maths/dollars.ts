/** Longest formula that is looked for. */
const LONGEST = 1_000;

/** A formula within a text, from its first delimiter to behind its last. */
export interface Delimited {
  end: number;
  /** What is between the delimiters. */
  tex: string;
  isDisplay: boolean;
}

/**
 * The formula that begins at a dollar; null where the dollar is money, a shell's variable or a sign like any other. As
 * pandoc has it: nothing blank inside the delimiters, no digit behind the last. And what is inside must not be prose.
 */
export function dollarFormula(text: string, at: number): Delimited | null {
  const isDisplay = text.startsWith('$$', at);
  const mark = isDisplay ? '$$' : '$';
  const from = at + mark.length;
  const close = closingDollar(text, from, mark);
  if (close === null) return null;
  const tex = text.slice(from, close);
  const end = close + mark.length;
  if (isDisplay) return isFormula(tex.trim()) ? { end, tex: tex.trim(), isDisplay } : null;
  if (/^\s|\s$/.test(tex) || !isFormula(tex)) return null;
  // "H$_2$O" and "$\sim$5", but not "4$ per hour" or "$5–$10".
  const isBehindWord = /[\p{L}\p{N}]$/u.test(text.slice(Math.max(0, at - 2), at));
  const isAlone = !isBehindWord && !/\d/.test(text[end] ?? '');
  return isAlone || hasSigns(tex) ? { end, tex, isDisplay } : null;
}

/** The formula between "\\(" and "\\)" or "\\[" and "\\]"; null where the brackets are only escaped. */
export function bracketFormula(text: string, at: number): Delimited | null {
  const isDisplay = text[at + 1] === '[';
  const mark = isDisplay ? '\\]' : '\\)';
  const close = text.slice(at + 2, at + 2 + LONGEST).indexOf(mark);
  if (close < 0) return null;
  const tex = text.slice(at + 2, at + 2 + close).trim();
  if (tex.includes('\\(') || (isDisplay && !/[\\^_=<>+]|^\p{L}$/u.test(tex))) return null; // "\[1\]" is Markdown's
  return isFormula(tex) ? { end: at + 4 + close, tex, isDisplay } : null;
}

function closingDollar(text: string, from: number, mark: string): number | null {
  const end = Math.min(text.length, from + LONGEST);
  for (let at = from; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '$') return at > from && text.startsWith(mark, at) ? at : null;
    else if (text[at] === '\n' && /^\n\s*\n/.test(text.slice(at, at + 20))) return null;
  }
  return null;
}

/** Words of prose in a row, which no formula has but within a command's braces. */
const PROSE = /(?<![\\\p{L}])\p{L}{3,}[,;:]?\s+\p{L}{2,}(?!\p{L})/u;
const COMMAND = /\\[a-zA-Z]+\*?\s*(?:\{[^{}]*\})?/g;
const AMOUNT = /^[\d.,]+\s*(?:[kKMB]|million|billion|thousand)?(?:[-–/]\p{L}{2,}|\s)/u;

/** Whether what is between two delimiters can be a formula. */
function isFormula(tex: string): boolean {
  if (tex === '' || /[-/:,;=]$/.test(tex) || PROSE.test(tex.replace(COMMAND, ' '))) return false;
  return hasSigns(tex) || !AMOUNT.test(tex);
}

/** Whether there is something in it that only formulas have. */
function hasSigns(tex: string): boolean {
  return /[\\^_]|^[<>=≤≥±~]+$/.test(tex);
}

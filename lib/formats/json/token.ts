/** Most characters and levels of nesting that a row, or a value at the file's top level, may have; an annotation's note has 10 million at most. */
export const ROW_LIMITS = { characters: 64 * 1024 * 1024, depth: 64 } as const;

export const [QUOTE, BACKSLASH, NEWLINE, COMMA, COLON] = [34, 92, 10, 44, 58];
export const [OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [91, 93, 123, 125];

/** A value that has begun and not ended yet; it may span many chunks. */
export interface Token {
  purpose: 'name' | 'member' | 'row';
  kind: 'string' | 'nested' | 'bare';
  line: number;
  /** White space before it, if it begins its line. */
  indent: number | null;
  /** White space so far on a later line, null behind something else. */
  newIndent: number | null;
  inString: boolean;
  escaped: boolean;
  depth: number;
  /** Closing characters that are due, as far as the depth is sane. */
  due: number[];
  parts: string[];
  size: number;
  odd: 'tooDeep' | 'tooLarge' | null;
}

/** A value that begins with this character, on this line, behind so much white space. */
export function begin(
  purpose: Token['purpose'],
  code: number,
  line: number,
  indent: number | null,
): Token {
  const nested = code === OPEN_OBJECT || code === OPEN_LIST;
  return {
    purpose,
    kind: code === QUOTE ? 'string' : nested ? 'nested' : 'bare',
    line,
    indent: purpose === 'row' ? indent : null,
    newIndent: null,
    inString: false,
    escaped: false,
    depth: 0,
    due: [],
    parts: [],
    size: 0,
    odd: null,
  };
}

/** How reading on in a value went: it is whole, still open at the chunk's end, or broken; up to where; lines passed. */
export interface Progress {
  how: 'whole' | 'open' | 'broken';
  end: number;
  lines: number;
}

/** Reads on in a value, to its end or the chunk's, and keeps its text unless it is broken. */
export function read(token: Token, chunk: string, from: number): Progress {
  let lines = 0;
  const whole = (end: number): Progress => {
    keep(token, chunk.slice(from, end));
    return { how: 'whole', end, lines };
  };
  for (let at = from; at < chunk.length; at++) {
    const code = chunk.charCodeAt(at);
    if (token.inString) {
      if (token.escaped) token.escaped = false;
      else if (code === BACKSLASH) token.escaped = true;
      else if (code === QUOTE) {
        token.inString = false;
        if (token.kind === 'string') return whole(at + 1);
      } else if (code === NEWLINE) return { how: 'broken', end: at, lines }; // no JSON text holds a raw line end
    } else if (token.kind === 'bare') {
      if (endsBare(code)) return whole(at);
    } else if (code === NEWLINE) {
      lines++;
      token.newIndent = 0;
    } else if (isSpace(code)) {
      if (token.newIndent !== null) token.newIndent++;
    } else if (code === OPEN_OBJECT && beginsNextRow(token)) {
      return { how: 'broken', end: at, lines };
    } else if (code === QUOTE) token.inString = true;
    else if (code === OPEN_OBJECT || code === OPEN_LIST) open(token, code);
    else if (isCloser(code)) {
      if (!close(token, code)) return { how: 'broken', end: at, lines };
      if (token.depth === 0) return whole(at + 1);
    }
    if (!isSpace(code) && code !== NEWLINE) token.newIndent = null;
  }
  keep(token, chunk.slice(from));
  return { how: 'open', end: chunk.length, lines };
}

/** Whether a brace here can only be the next row's: what is inside a row is further in than the row itself. */
function beginsNextRow({ indent, newIndent }: Token): boolean {
  return newIndent !== null && indent !== null && indent > 0 && newIndent === indent;
}

/** White space within a line. */
export function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 13;
}

/** Keeps text of a value, or lets go of all of it where it is too large. */
function keep(token: Token, text: string): void {
  token.size += text.length;
  if (token.size > ROW_LIMITS.characters) token.odd ??= 'tooLarge';
  if (token.odd === null) token.parts.push(text);
  else token.parts = [];
}

function open(token: Token, code: number): void {
  token.depth++;
  if (token.depth <= ROW_LIMITS.depth)
    token.due.push(code + 2); // "]" is "[" + 2, "}" is "{" + 2
  else token.odd ??= 'tooDeep';
}

function close(token: Token, code: number): boolean {
  const fits = token.depth > ROW_LIMITS.depth || token.due.pop() === code;
  token.depth--;
  return fits;
}

/** Whether a character closes a list or an object. */
export function isCloser(code: number): boolean {
  return code === CLOSE_LIST || code === CLOSE_OBJECT;
}

function endsBare(code: number): boolean {
  return code === COMMA || isCloser(code) || code === NEWLINE || isSpace(code);
}

/** The name that a text in quotes stands for. */
export function nameOf(text: string): string {
  try {
    const name: unknown = JSON.parse(text);
    return typeof name === 'string' ? name : '';
  } catch {
    return ''; // a name that is no JSON text is the name of nothing we read
  }
}

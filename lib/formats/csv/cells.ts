/** The cells of a row, as far as its lines are known. */
export interface Cut {
  cells: string[];
  /** What a quoted cell has so far that goes on in the next line; null if the row ends here. */
  open: string | null;
}

/**
 * Cuts a line of a table into cells (RFC 4180), after the lines before it of the same row. It forgives what programs get
 * wrong: spaces around marks, and marks within a cell that are not doubled. A cell is quoted if its closing mark is
 * before a delimiter or a line's end; one that only begins with a mark (`"Why?": A title`) has it as text. With tabs
 * between cells, quoted ones are rare and have no other marks and no tabs, so that is where doubt ends.
 */
export function cut(line: string, delimiter: string, before?: Cut): Cut {
  const marks = MARKS.get(delimiter) ?? MARKS_BEFORE_COMMA;
  const row: Cut = { cells: [...(before?.cells ?? [])], open: before?.open ?? null };
  let at = 0;
  if (row.open !== null) {
    const end = closing(line, 0, marks).at;
    if (end === null) return { cells: row.cells, open: `${row.open}\n${line}` };
    row.cells.push(text(`${row.open}\n${line.slice(0, end)}`));
    row.open = null;
    at = line.indexOf(delimiter, end) + 1;
    if (at === 0) return row;
  }
  for (;;) {
    const begin = afterSpaces(line, at);
    if (line[begin] === '"') {
      const { at: end, hasStray } = closing(line, begin + 1, marks);
      const isTabbed = delimiter === '\t';
      const isDoubtful = isTabbed && (hasStray || line.slice(begin, end ?? begin).includes('\t'));
      if (end !== null && !isDoubtful) {
        row.cells.push(text(line.slice(begin + 1, end)));
        at = line.indexOf(delimiter, end) + 1;
        if (at === 0) return row;
        continue;
      }
      const goesOn = end === null && !hasStray && !(isTabbed && line.includes('\t', begin));
      if (goesOn) return { cells: row.cells, open: line.slice(begin + 1) };
    }
    const end = line.indexOf(delimiter, at);
    row.cells.push(line.slice(at, end < 0 ? line.length : end));
    if (end < 0) return row;
    at = end + 1;
  }
}

/** The same if no mark encloses anything. */
export function cutPlain(line: string, delimiter: string): string[] {
  return line.split(delimiter);
}

/** A doubled mark, a closing one, any other. */
function marksBefore(delimiter: string): RegExp {
  return new RegExp(`"(?:(")|( *(?:${delimiter}|$))|)`, 'g');
}

const MARKS_BEFORE_COMMA = marksBefore(',');
const MARKS: ReadonlyMap<string, RegExp> = new Map([
  [',', MARKS_BEFORE_COMMA],
  [';', marksBefore(';')],
  ['\t', marksBefore('\t')],
]);

/**
 * Where the cell ends that has begun before `from`, and whether it has marks that are neither doubled nor its end. One
 * with such marks does not reach into the next cell that is quoted.
 */
function closing(
  line: string,
  from: number,
  marks: RegExp,
): { at: number | null; hasStray: boolean } {
  let hasStray = false;
  marks.lastIndex = from;
  for (let found = marks.exec(line); found !== null; found = marks.exec(line)) {
    if (found[2] !== undefined) return { at: found.index, hasStray };
    if (found[1] !== undefined) continue;
    if (hasStray && /[,;\t]/.test(line[found.index - 1] ?? '')) break;
    hasStray = true;
  }
  return { at: null, hasStray };
}

function afterSpaces(line: string, from: number): number {
  let at = from;
  while (line[at] === ' ') at++;
  return at;
}

function text(quoted: string): string {
  return quoted.includes('""') ? quoted.replaceAll('""', '"') : quoted;
}

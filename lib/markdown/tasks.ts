/** What stands before a box: quotes, bullets, numbers; as many as a line can be within. */
const BOX = /^((?:\s|>|[-*+]\s|\d{1,9}[.)]\s){0,1000})\[([ xX])\](?=\s|$)/;

/** Whether a task's text begins with a box, and whether that is ticked; null: it has none. */
export function boxIn(text: string): { done: boolean; rest: string } | null {
  const found = /^\[([ xX])\](?:\s+|$)/.exec(text);
  return found ? { done: found[1] !== ' ', rest: text.slice(found[0].length) } : null;
}

/** The source after the box in one of its lines was ticked or cleared; the same where there is none. */
export function withTask(source: string, line: number, done: boolean): string {
  const lines = source.split('\n');
  const text = lines[line];
  if (text === undefined) return source;
  lines[line] = text.replace(BOX, `$1[${done ? 'x' : ' '}]`);
  return lines.join('\n');
}

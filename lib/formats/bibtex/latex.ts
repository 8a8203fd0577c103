const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\`{}',
};

/**
 * Text as LaTeX prints it, character by character. Braces are counted by BibTeX even where they are escaped, so those
 * that have no partner are written as commands.
 */
export function escapeLatex(text: string): string {
  const lone = loneBraces(text);
  return text.replace(/[\\^~`{}%&$#_]|--+/g, (found, at: number) => {
    if (lone.has(at)) return found === '{' ? '\\textbraceleft{}' : '\\textbraceright{}';
    // Two hyphens would become a dash.
    return COMMANDS[found] ?? (found[0] === '-' ? found.split('').join('{}') : `\\${found}`);
  });
}

/** Where the braces are that have no partner. */
function loneBraces(text: string): Set<number> {
  const open: number[] = [];
  const lone = new Set<number>();
  for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
    if (brace === '{') open.push(index);
    else if (open.pop() === undefined) lone.add(index);
  }
  for (const at of open) lone.add(at);
  return lone;
}

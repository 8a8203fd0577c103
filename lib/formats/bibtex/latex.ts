import { type Span, spans } from '../../maths/spans';

const COMMANDS: Record<string, string> = {
  '\\': '\\textbackslash{}',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '`': '\\`{}',
};

/** Looks that every LaTeX knows. */
const DRESS = /^(?:emph|underline|mbox|text(?:bf|it|rm|sf|tt|sc|sl|up|md|normal))$/;

/** A title or an abstract in LaTeX: what is TeX already stays TeX, and all else is escaped. */
export function latexOf(text: string): string {
  const all = spans(text);
  // Braces have their partners across what is between them.
  const lone = loneBraces(
    all.map(({ kind, source }) => (kind === 'text' ? source : ' '.repeat(source.length))).join(''),
  );
  let at = 0;
  return all
    .map((span) => {
      const from = at;
      at += span.source.length;
      return span.kind === 'text'
        ? escaped(span.source, (brace) => lone.has(from + brace))
        : latexOfSpan(span);
    })
    .join('');
}

function latexOfSpan(span: Span): string {
  const { kind, source, plain } = span;
  // What is behind a command's name would be part of it, or a space that goes.
  if (kind === 'tex') return /\\[a-zA-Z]+$/.test(source) ? `${source}{}` : source;
  if (kind === 'dress' && DRESS.test(span.name)) return `\\${span.name}{${latexOf(span.argument)}}`;
  if (kind === 'symbol') return formula(source) ?? escapeLatex(plain);
  if ((kind === 'maths' && !source.startsWith('\\begin')) || kind === 'script') {
    return formula(span.tex) ?? escapeLatex(plain);
  }
  return escapeLatex(plain);
}

/** A formula in a line; null where BibTeX would lose count of its braces. */
function formula(tex: string): string | null {
  let depth = 0;
  for (const brace of tex.match(/[{}]/g) ?? []) {
    depth += brace === '{' ? 1 : -1;
    if (depth < 0) return null;
  }
  return depth === 0 ? `$${tex.replace(/(?<!\\)[%#$]/g, '\\$&')}$` : null;
}

/**
 * Text as LaTeX prints it, character by character. Braces are counted by BibTeX even where they are escaped, so those
 * that have no partner are written as commands.
 */
export function escapeLatex(text: string): string {
  const lone = loneBraces(text);
  return escaped(text, (at) => lone.has(at));
}

function escaped(text: string, isLone: (at: number) => boolean): string {
  return text.replace(/[\\^~`{}%&$#_]|--+/g, (found, at: number) => {
    if (isLone(at)) return found === '{' ? '\\textbraceleft{}' : '\\textbraceright{}';
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

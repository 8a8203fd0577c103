import type { MarkdownIt } from 'markdown-it';
import { dollarFormula } from '../maths/dollars';

/** Teaches Markdown that what is between dollars is a formula, in which nothing else has a meaning. */
export function readFormulas(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'formula', (state, isSilent) => {
    if (state.src[state.pos] !== '$') return false;
    const formula = dollarFormula(state.src, state.pos);
    if (formula === null || formula.end > state.posMax) return false;
    if (!isSilent) {
      const token = state.push('formula', '', 0);
      token.content = formula.tex;
      token.block = formula.isDisplay;
    }
    state.pos = formula.end;
    return true;
  });
}

import { dollarFormula } from './dollars';
import { formulaText } from './formula';

/** What is passed over: an escaped sign, and code, in which a dollar is one. */
const PASSED = /\\.|(?<!`)(`+)(?!`).*?(?<!`)\1(?!`)/suy;

/** A note whose formulas are plain text, as the reading pane says them; the rest is its Markdown. */
export function plainFormulas(note: string): string {
  let plain = '';
  let from = 0;
  for (let at = 0; at < note.length; at++) {
    PASSED.lastIndex = at;
    const passed = PASSED.exec(note)?.[0].length;
    const formula = note[at] === '$' ? dollarFormula(note, at) : null;
    if (passed) at += passed - 1;
    if (!formula) continue;
    plain += note.slice(from, at) + formulaText(formula.tex).text;
    from = formula.end;
    at = from - 1;
  }
  return plain + note.slice(from);
}

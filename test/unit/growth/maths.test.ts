import { formulaText } from '../../../lib/maths/formula';
import { plainFormulas } from '../../../lib/maths/notes';
import { plainText, spans } from '../../../lib/maths/spans';
import { unescapeLatex } from '../../../lib/maths/unescape';
import { testGrowth } from './works';

testGrowth({
  'the plain text of a title': plainText,
  'the parts of a title': spans,
  'the formulas of a note': plainFormulas,
  'the plain text of a formula': (text) => [formulaText(text), plainText(`$${text}$`)],
  'the plain text of a command': (text) => [
    plainText(`\\emph{${text}}`),
    plainText(`{\\em ${text}}`),
  ],
  'a field of a bibliography': unescapeLatex,
});

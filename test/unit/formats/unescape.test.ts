import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeLatex } from '../../../lib/formats/bibtex/latex';
import { unescapeLatex } from '../../../lib/maths/unescape';

test.each([
  [
    String.raw`G{\"o}del \'Etude Mu{\~n}oz {\'{\i}} \v{S} \c{c} {\aa} {\o} \L{}ukasz {\ss}`,
    'Gödel Étude Muñoz í Š ç å ø Łukasz ß',
  ],
  [String.raw`\"{\i} \^{\i} \H{o} \k a \r{u} \.{z} \={a}`, 'ï î ő ą ů ż ā'],
  ['{Attention} is {A}ll', 'Attention is All'],
  [String.raw`100\% \& \$5 \#1 a\_b \{x\}`, '100% & $5 #1 a_b {x}'],
  ["one--two --- ``quoted'' isn't ''", "one–two — “quoted” isn't ''"],
  [String.raw`$\alpha$-divergence, $L_2$, $O(n^{2})$, $\ell_1$`, 'α-divergence, L₂, O(n²), ℓ₁'],
  [String.raw`$\mathcal{O}(n \log n)$`, 'O(n log n)'],
  [String.raw`$\frac{a}{b}$ and $x^{\star k}$`, String.raw`$\frac{a}{b}$ and $x^{\star k}$`],
  ['It costs $5 and more', 'It costs $5 and more'],
  [String.raw`\emph{Very} \textbf{bold} \unknown{x}`, 'Very bold x'],
  [String.raw`\unknown stays, \unknown{} too`, String.raw`\unknown stays, \unknown too`],
  [
    String.raw`In{\textsubscript{x}}Ga{\textsubscript{1-x}}N and L\textsuperscript{2} Nets`,
    'InₓGa₁₋ₓN and L² Nets',
  ],
  [String.raw`\enquote{Nets} and \enquote*{\emph{Trees}}`, '“Nets” and “Trees”'],
  [String.raw`\mkbibquote{Nets} \mkbibemph{plan} \mkbibbold{well}`, '“Nets” plan well'],
  [String.raw`\texorpdfstring{$\mathcal{N}$ets}{Nets} That Plan`, 'Nets That Plan'],
  [String.raw`\overline{Nets} \nicefrac{1}{2} \textcolor{red}{red}`, 'Nets 1/2 red'],
  [String.raw`a\hspace{1em}b \slash{} c 3\texttimes{}4 \textasciicaron`, 'a b / c 3×4 ˇ'],
  [String.raw`\ifmmode \check{Z}\else \v{Z}\fi{}upan`, 'Župan'],
  [String.raw`\'{C}osi\ifmmode \acute{c}\else \'{c}\fi{} and \ifmmode x\fi y`, 'Ćosić and y'],
  [String.raw`\ifmmode never ends`, 'never ends'],
  [
    String.raw`See \url{https://a.b/~doe/x--y_z\%20} and \path{~/a--b}`,
    'See https://a.b/~doe/x--y_z%20 and ~/a--b',
  ],
  [
    String.raw`\href{https://a.b/~doe}{my \emph{page}}, \href{https://a.b/\#x}{https://a.b/#x}`,
    'my page (https://a.b/~doe), https://a.b/#x',
  ],
  [
    String.raw`\url{https://a.b/c_d} \href{https://a.b}{here}`,
    'https://a.b/c_d here (https://a.b)',
  ],
  [String.raw`trailing \ `, 'trailing  '],
  ['\\', '\\'],
  ["\\'".repeat(50), "\\'".repeat(50)],
])('%s', (latex, text) => {
  if (latex.startsWith("\\'\\'")) expect(typeof unescapeLatex(latex)).toBe('string');
  else expect(unescapeLatex(latex)).toBe(text);
});

test('what was escaped comes back as it was', () => {
  const special = fc.constantFrom(
    ...'\\{}%&$#_^~`\'"-<>[]()',
    '--',
    '---',
    "''",
    '``',
    '\n',
    ' ',
    'a',
    'é',
  );
  fc.assert(
    fc.property(
      fc.array(fc.oneof(special, fc.string({ unit: 'grapheme', maxLength: 4 }))),
      (parts) => {
        const text = parts.join('').normalize('NFC');
        fc.pre(!text.includes('``')); // two opening quotes are one character in LaTeX
        expect(unescapeLatex(escapeLatex(text))).toBe(text);
      },
    ),
    { numRuns: 1_000 },
  );
});

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
  [String.raw`\emph{Very} \textbf{bold} \unknown{x}`, String.raw`Very bold \unknownx`],
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

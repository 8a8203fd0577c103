import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { plainText, spans } from '../../../lib/maths/spans';

const table = (rows: string): [tex: string, plain: string][] =>
  rows
    .trim()
    .split('\n')
    .map((row) => row.trim().split(' → '))
    .map(([tex = '', plain = '']) => [tex, plain]);

describe('TeX is shown as what it says', () => {
  test.each(
    table(
      String.raw`
      $\pi_0$: A Vision-Language-Action Flow Model → π₀: A Vision-Language-Action Flow Model
      at $10^{-3}$ and $1.5\times$ faster → at 10⁻³ and 1.5× faster
      \textbf{M}ulti \emph{in vivo \textbf{x}} {\em and} {\bf Bold} → Multi in vivo x and Bold
      54.6\% of Q\&A for \$5, \#1 a\_b \{x\} → 54.6% of Q&A for $5, #1 a_b {x}
      ${'``'}quoted'' and ${'`'}single' and ${'``'}mixed" → “quoted” and ‘single’ and “mixed”
      Section~2 of Memento~2~wang2025 (1)~first, 0.8~ms, RTX~5090 → Section 2 of Memento 2 wang2025 (1) first, 0.8 ms, RTX 5090
      CRAG -- Comprehensive 3D--Multi-View, not---ever → CRAG – Comprehensive 3D–Multi-View, not—ever
      Poincar\'e, Erd\H{o}s, na\"{\i}ve, T\"ULU, \c{c}a, \v{S}, S\o ren, {\o} → Poincaré, Erdős, naïve, TÜLU, ça, Š, Søren, ø
      O($n \log n$), $O(n\log n)$-time, $\mathcal{O}(n)$ → O(n log n), O(n log n)-time, O(n)
      $k$NN, H$_2$O, CO$_2$, $\alpha$s, $\sim$5, $<$10 → kNN, H₂O, CO₂, αs, ∼5, <10
      $\mathbb{R}^n$, $A^\top$, $c^*$, $360^\circ$ → ℝⁿ, Aᵀ, c*, 360°
      \( O(n^2) \), \[ x + y \], $$E = mc^2$$ → O(n²), x + y, E = mc²
      \begin{equation} E=mc^2 \end{equation} → E=mc²
      \alpha-divergence, 2.3\times greater, 360{\deg}, {\Delta}G → α-divergence, 2.3× greater, 360°, ΔG
      \eg, \ie~x, \etc. → e.g., i.e. x, etc.
      as in~\cite{a2017,b} and Fig.~\ref{fig:a}\label{x} → as in [a2017,b] and Fig. [fig:a]
      \url{https://a.b/c_d~e} \href{https://a.b}{here} → https://a.b/c_d~e here (https://a.b)
      code\footnote{Soon at \url{https://a.b}.} → code (Soon at https://a.b.)
      In\textsubscript{x}Ga \textsuperscript{2} \enquote{x} → Inₓ Ga ² “x”
      \frac{1}{2} of \sqrt{n} and \mathcal{L}_{x} → 1/2 of √n and Lₓ
      300\,k, e.g.\ by → 300 k, e.g. by
    `.replace('Inₓ Ga', 'InₓGa'),
    ),
  )('%s', (tex, plain) => {
    expect(plainText(tex)).toBe(plain);
  });

  test.each(
    table(String.raw`
      $\frac{a+b}{2}$ → (a+b)/2
      $e^{-\lambda t}$ → e^(-λt)
      $\underset{x}{\arg\min}\, f(x)$ → arg minₓ f(x)
      $\mathcal{L}_{\text{total}}$ → L_total
      $\left( \frac{1}{2} \right)$ → ( 1/2 )
      $\begin{pmatrix} a & b \\ c & d \end{pmatrix}$ → a b; c d
      $\unknown{x} y$ → unknownx y
      \unknown{x} stays → x stays
      \method{} beats \ours → \method beats \ours
      \textbf{cut off → cut off
    `),
  )('what has no plain form can be read: %s', (tex, plain) => {
    expect(plainText(tex)).toBe(plain);
  });

  test.each(
    table(`
      V^3: Viewing UniF^2ace, SL^{2}A, 2^{128} → V³: Viewing UniF²ace, SL²A, 2¹²⁸
      μ_0, L_2 Norm, N_0-VTLA, f_i p_i, z_{t+1}-z_t → μ₀, L₂ Norm, N₀-VTLA, fᵢ pᵢ, zₜ₊₁-zₜ
      π_{0.5}, G_{stack}, T^{-1/4} → π_0.5, G_stack, T^(-1/4)
      360^circ and 360^{circ}, texttt{D}ual-texttt{H}ead → 360° and 360°, Dual-Head
    `),
  )('what a site has taken the dollars or the backslash from: %s', (tex, plain) => {
    expect(plainText(tex)).toBe(plain);
  });

  test('what is escaped twice is undone whole', () => {
    expect(plainText(String.raw`\\textbf{twice} 50\\%`)).toBe('twice 50%');
  });
});

describe('what is not TeX stays as it is', () => {
  test.each([
    'It costs $5 and $10',
    'between $5–$10 a month, $1M to $2M, US$5 and CA$10',
    'costs $5/hour, which is 10$ less; 4$ per hour, 90$ of data',
    'Fixing 7,400 Bugs for 1$: Cheap Crash-Site Program Repair',
    '$HOME/$USER and $PATH:$HOME',
    'a_b and file_name_2, gpt_2, V_AI, π_RL, d_out, email a_b@c_d.com',
    String.raw`C:\temp\alpha and \\server\share\beta`,
    String.raw`regex \d+ \w* \d{4} \o`,
    'use --help or --version, --> and <!-- x -->, ----',
    '~/.bashrc, ~5, (~60%), 1~4, 1M~4M, 16~30%, A~Z',
    'https://a.b/~bob/x_1^2--y?a=$b$',
    '^_^ and (^_^), a ^ b, x^',
    'a `cat.n.01` in `code` and ```fence```',
    "\"quoted\" '' and it's",
    '50% & more #1 _ {x} [y]',
    '$, $$, $ x $, {, }, `, ~ and \\',
    String.raw`\[1\] is Markdown's`,
  ])('%s', (text) => {
    expect(plainText(text)).toBe(text);
    expect(spans(text).every(({ kind }) => kind === 'text')).toBe(true);
  });

  test('an escaped quote or apostrophe is not an accent', () => {
    expect(plainText(String.raw`don\'t say \"never\" to the model\'s`)).toBe(
      `don't say "never" to the model's`,
    );
  });
});

const pieces = fc.constantFrom(
  ...String.raw`$ \ { } ^ _ ~ % -- ${'``'} '' \textbf{ \( \) \alpha \frac{ a 1 é ( ) " \begin{equation} x_1 ${' '}`.split(
    ' ',
  ),
  '\n\n',
);

test('all spans together are the text, whatever it is, and its plain text is settled', () => {
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 40 }),
      fc.string({ unit: 'grapheme' }),
      (parts, end) => {
        const text = parts.join('') + end;
        expect(
          spans(text)
            .map(({ source }) => source)
            .join(''),
        ).toBe(text);
        expect(plainText(text).length).toBeLessThanOrEqual(text.length * 2 + 2);
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each([
  ...['$', '\\textbf{', '`', '``a', '\\(', '{\\a', '$a ', '\\begin{equation}', '\\x{', '\\frac{'],
  ...['a_', "\\'", '~a', '^{', '$$a', '-- '],
])('a long text of nothing but beginnings comes to an end: %s', (piece) => {
  const text = piece.repeat(50_000);
  expect(
    spans(text)
      .map(({ source }) => source)
      .join(''),
  ).toBe(text);
});

import { describe, expect, test } from 'vitest';
import { latexOf } from '../../../lib/formats/bibtex/latex';
import { copyAs } from '../../../lib/formats/copying';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import { noteOf } from '../../../lib/formats/notes/note';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import type { Bookmark } from '../../../lib/papers/bookmark';
import type { Paper } from '../../../lib/papers/paper';
import { exportedText } from './exported';
import { bookmarksIn } from './files';
import { hasPandoc, pandoc } from './judges';
import { read } from './reading';

const PAPER: Paper = {
  id: 'arxiv:2410.24164',
  title: String.raw`$\pi_0$: A Vision-Language-Action Flow Model -- \textbf{40\%} of $5 & #1`,
  authors: ['Kevin Black'],
  abstract: String.raw`It is 40\% better at $10^{-3}$, R&D for $5 and $10, in ${'``'}one'' \emph{step} of a_b\cite{x}.`,
};
const BOOKMARK: Bookmark = {
  paper: PAPER,
  annotation: { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), status: 'to-read' },
};
const TITLE = 'π₀: A Vision-Language-Action Flow Model – 40% of $5 & #1';
const ABSTRACT = 'It is 40% better at 10⁻³, R&D for $5 and $10, in “one” step of a_b[x].';

test.each<ExportFormatId>(['bibtex', 'biblatex'])('what is TeX stays TeX in %s', async (format) => {
  const text = await exportedText(format, [BOOKMARK]);
  expect(text).toContain(
    String.raw`title = {{$\pi_0$: A Vision-Language-Action Flow Model -- \textbf{40\%} of \$5 \& \#1}},`,
  );
  expect(text).toContain(
    String.raw`abstract = {It is 40\% better at $10^{-3}$, R\&D for \$5 and \$10, in ${'``'}one'' \emph{step} of a\_b[x].},`,
  );
});

test.each<ExportFormatId>(['ris', 'csl-json', 'csv', 'markdown', 'bookmarks-html'])(
  'what is TeX is plain text in %s',
  async (format) => {
    const text = await exportedText(format, [BOOKMARK]);
    const unescaped = text.replace(/\\(?=[-$#_[\]&])/g, '').replaceAll('&amp;', '&');
    expect(unescaped).toContain(TITLE);
    if (format !== 'markdown' && format !== 'bookmarks-html') expect(unescaped).toContain(ABSTRACT);
  },
);

test('what is TeX is plain text on the clipboard, and TeX in BibTeX', () => {
  expect(copyAs(PAPER, 'citation')).toContain(TITLE);
  expect(copyAs(PAPER, 'markdown')).toContain('π₀: A Vision-Language-Action Flow Model – 40%');
  expect(copyAs(PAPER, 'bibtex')).toContain(String.raw`{{$\pi_0$: A Vision`);
});

test('our own JSON keeps titles and abstracts as they are', async () => {
  const { decoded } = await read(await exportedText('json', [BOOKMARK]));
  expect(bookmarksIn(decoded).map(({ paper }) => paper)).toEqual([PAPER]);
});

test.each<ExportFormatId>(['bibtex', 'biblatex', 'ris', 'csl-json', 'csv'])(
  'a title with TeX comes back from %s in plain text',
  async (format) => {
    const { decoded } = await read(await exportedText(format, [BOOKMARK]));
    expect(bookmarksIn(decoded)[0]?.paper.title).toBe(TITLE);
  },
);

describe('LaTeX for what is part text and part TeX', () => {
  test.each([
    [String.raw`54.6\% of Q\&A`, String.raw`54.6\% of Q\&A`],
    ['54.6% of Q&A for $5, #1 a_b', String.raw`54.6\% of Q\&A for \$5, \#1 a\_b`],
    ['V^3 and SL^{2}A', 'V$^{3}$ and SL$^{2}$A'],
    ['2.3\\times faster', '2.3$\\times$ faster'],
    [String.raw`\(O(n^2)\) and \alpha`, String.raw`$O(n^2)$ and $\alpha$`],
    [String.raw`Schr\"odinger, \v{S}`, String.raw`Schr\"odinger, \v{S}`],
    [
      String.raw`\method{} in C:\temp`,
      String.raw`\textbackslash{}method in C:\textbackslash{}temp`,
    ],
    ['Fig.~2 -- and --help', 'Fig.~2 -- and -{}-help'],
    ['{a $x$ b} }', String.raw`\{a $x$ b\} \textbraceright{}`],
    [String.raw`$\{$ and $5%$`, String.raw`\textbraceleft{} and $5\%$`],
    ['\\LaTeX is', '\\LaTeX{} is'],
  ])('%s', (text, latex) => {
    expect(latexOf(text)).toBe(latex);
  });
});

// skipped without pandoc, which `npm test` installs where apt has it
test.skipIf(!hasPandoc).each([
  [String.raw`$\pi_0$: A 40\% Model`, 'π₀: A 40% Model'],
  ['It costs $5 & 50% #1 a_b', 'It costs $5 & 50% #1 a_b'],
  [
    String.raw`\textbf{Bold} \emph{in vivo} Schr\"odinger, Erd\H{o}s`,
    'Bold in vivo Schrödinger, Erdős',
  ],
  [String.raw`V^3 at $10^{-3}$ -- 360$^\circ$`, 'V³ at 10⁻³ – 360^(∘)'],
  [String.raw`2.3\times faster~(here)`, '2.3× faster (here)'],
  [String.raw`\method{} in C:\temp\new`, String.raw`\method in C:\temp\new`],
])('pandoc reads %s as it is meant (needs pandoc)', (title, meant) => {
  const read = pandoc(latexOf(title), 'latex+raw_tex', 'plain').replace(/\s+/g, ' ');
  expect(read.trim()).toBe(meant);
});

test('what is TeX is plain text in a note', () => {
  const note = noteOf(BOOKMARK).replace(/\\(?=[$_[\]])/g, '');
  expect(note).toContain(`title: "${TITLE}"`);
  expect(note).toContain(ABSTRACT);
});

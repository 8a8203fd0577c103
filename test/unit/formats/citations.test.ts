import fc from 'fast-check';
import { expect, test } from 'vitest';
import { copyAs } from '../../../lib/formats/copying';
import { cslItem, cslRecord } from '../../../lib/formats/csl/item';
import type { Paper } from '../../../lib/papers/paper';
import { bookmark } from '../arbitraries';
import { apaByCiteproc } from './judges';
import { NASTY } from './nasty';

const PAPER: Paper = {
  id: 'arxiv:2504.00001',
  title: 'Stars: A catalogue',
  authors: ['Ada Lovelace'],
  publishedAt: '2025-04-01',
};

/** citeproc makes quotes curly, and reads `<b>` and its like as markup. */
function uncurled(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
}

const people = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => `Given Family${String.fromCharCode(65 + at)}`);

test.each<Partial<Paper>>([
  {},
  { id: 'hf:team-report', authors: ['Gemma Team'] },
  { authors: [] },
  { publishedAt: undefined },
  { authors: people(2) },
  { authors: people(3) },
  { authors: people(20) },
  { authors: people(21) },
  { authors: people(25) },
  { authors: ['Jean-Luc Picard', 'J.K. Rowling', 'J. R. R. Tolkien', 'J.-P. Serre'] },
  { authors: ['John Smith Jr.', 'Ada King III', 'Ludwig van Beethoven'] },
  { authors: ['DeepSeek-AI', 'OpenAI Inc.', 'Ming-Hsuan Yang'] },
  { authors: ['王小明', 'Wei Zhang (张伟)'] },
  { authors: ['Ιωάννης Παπαδόπουλος', 'Юрий Гагарин', 'Łukasz Kaiser', 'Émile Zola'] },
  { authors: ['Maria de la Cruz', "Dara O'Briain", 'José Ortega y Gasset'] },
  { id: 'hf:asks', title: 'Is this a question?' },
  { id: 'hf:shouts', title: 'It is!', authors: [] },
  { id: 'hf:ends', title: 'It ends.' },
  { title: 'C# & 100% of {braces} $x^2$ \\LaTeX' },
])('a citation is the one that citeproc makes: %o', (fields) => {
  const paper = { ...PAPER, ...fields };
  expect(copyAs(paper, 'citation')).toBe(uncurled(apaByCiteproc(cslItem(paper))));
});

test('where not all authors are known, a citation says so', () => {
  const paper = { ...PAPER, authors: ['Ada Lovelace', 'Charles Babbage'], authorCount: 40 };
  expect(copyAs(paper, 'citation')).toBe(
    'Lovelace, A., Babbage, C., et al. (2025). Stars: A catalogue (arXiv:2504.00001). arXiv. https://doi.org/10.48550/arXiv.2504.00001',
  );
});

test('citeproc renders every item that is exported', { timeout: 60_000 }, () => {
  for (const nasty of NASTY) expect(apaByCiteproc(cslRecord(nasty))).not.toBe('');
  fc.assert(
    fc.property(bookmark, (any) => {
      expect(apaByCiteproc(cslRecord(any))).not.toBe('');
    }),
    { numRuns: 50 },
  );
});

test('one paper is copied as an entry, a link, a citation or an address', () => {
  expect(copyAs(PAPER, 'link')).toBe('https://huggingface.co/papers/2504.00001');
  expect(copyAs({ ...PAPER, title: 'A [b](c) *d*' }, 'markdown')).toBe(
    '[A \\[b\\](c) \\*d\\*](https://huggingface.co/papers/2504.00001)',
  );
  expect(copyAs(PAPER, 'bibtex')).toBe(`@misc{lovelace2025starscatalogue,
  title = {{Stars: A catalogue}},
  author = {Lovelace, Ada},
  year = {2025},
  month = apr,
  day = {1},
  eprint = {2504.00001},
  archivePrefix = {arXiv},
  eprinttype = {arxiv},
  doi = {10.48550/arXiv.2504.00001},
  url = {https://arxiv.org/abs/2504.00001},
}
`);
});

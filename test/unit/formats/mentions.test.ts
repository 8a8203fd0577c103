import { expect, test } from 'vitest';
import { mentionsIn, paperIn } from '../../../lib/formats/text/mentions';
import { AT } from './files';

const idsIn = (text: string): string[] =>
  [...mentionsIn(text, AT)].map(({ id }) => id.replace('arxiv:', ''));

test.each<[string, string[]]>([
  ['https://arxiv.org/abs/2401.12345v2', ['2401.12345']],
  ['(https://arxiv.org/pdf/2401.12345.pdf).', ['2401.12345']],
  ['http://www.arxiv.org/abs/hep-th/9901001, and', ['hep-th/9901001']],
  ['export.arxiv.org/abs/math.GT/0309136!', ['math/0309136']],
  ['<https://huggingface.co/papers/2401.12345#comments>', ['2401.12345']],
  ['hf.co/papers/some-report', ['hf:some-report']],
  ['https://web.archive.org/web/2020/https://arxiv.org/abs/2401.12345', ['2401.12345']],
  ['https://doi.org/10.48550/arXiv.2401.12345', ['2401.12345']],
  ['doi:10.48550/ARXIV.2401.12345', ['2401.12345']],
  ['arXiv:2401.12345v2 [cs.CL]', ['2401.12345']],
  ['arXiv preprint arXiv:2401.12345', ['2401.12345']],
  ['arXiv preprint hep-th/9711200 (1997)', ['hep-th/9711200']], // Google Scholar's way with old ids
  ['https://ar5iv.labs.arxiv.org/html/2401.12345', ['2401.12345']],
  [
    'https://www.alphaxiv.org/overview/2401.12345v2, ar5iv.org/abs/1409.0473',
    ['2401.12345', '1409.0473'],
  ],
  [
    'https://scirate.com/arxiv/2401.12345 https://papers.cool/arxiv/2402.00001 https://alphaxiv.org/abs/hep-th/9901001',
    ['2401.12345', '2402.00001', 'hep-th/9901001'],
  ],
  ['https://evil.example/alphaxiv.org/abs/2401.12345 notalphaxiv.org/abs/2401.12345', []],
  ['Arxiv-2401.12345 arxiv 0704.0001', ['2401.12345', '0704.0001']],
  ['2401.12345', ['2401.12345']],
  ['see 2401.12345, [2402.00001] and (2403.00001v2).', ['2401.12345', '2402.00001', '2403.00001']],
  ['x,https://arxiv.org/abs/2401.00001,y', ['2401.00001']],
  ['$2401.12345 €2401.12345 2401.12345 EUR 2401.12345€ 2401.12345%', []],
  ['1.2401.12345 2401.12345.1 2401.12345,5 12401.12345 2401.123456 2401.1234', []],
  ['2413.12345 2400.12345 1412.12345 2612.00001 9901.12345 2401.00000', []],
  ['v2401.12345 2401.12345x 2401.12345-3 3-2401.12345 2401.12345/2 #2401.12345', []],
  ['https://evil.example/arxiv.org/abs/2401.12345', []],
  ['notarxiv.org/abs/2401.12345 arxiv.org.evil.example/abs/2401.12345', []],
  ['https://huggingface.co/papers https://huggingface.co/papers/date/2024-01-01', []],
  ['https://arxiv.org/list/cs.LG/2401 javascript:arxiv', []],
])('%s', (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

test('a bare number is no id where a field may hold anything', () => {
  expect(paperIn([undefined, 7, '2401.12345', 'https://arxiv.org/abs/2402.00001'])).toBe(
    'arxiv:2402.00001',
  );
});

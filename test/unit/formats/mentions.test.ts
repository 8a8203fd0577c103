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

test.each<[string, string, string[]]>([
  [
    'a Scholar alert',
    'http://scholar.google.com/scholar_url?url=https://arxiv.org/pdf/2401.10161&hl=en&sa=X',
    ['2401.10161'],
  ],
  [
    'Google Docs',
    'https://www.google.com/url?q=https://arxiv.org/abs/2401.10162&sa=D&source=docs',
    ['2401.10162'],
  ],
  ['what follows "&"', 'http://arxiv.org/pdf/2401.10163.pdf&embed', ['2401.10163']],
  [
    'an escaped address',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Farxiv.org%2Fabs%2F2401.10164v2%3Ffbclid%3D1&h=AT',
    ['2401.10164'],
  ],
  [
    'Outlook',
    'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Farxiv.org%2Fabs%2Fhep-th%2F9711200&data=05%7C01',
    ['hep-th/9711200'],
  ],
  [
    'one that was escaped twice',
    'https://t.example/r?to=https%253A%252F%252Fhuggingface.co%252Fpapers%252F2401.10165',
    ['2401.10165'],
  ],
  [
    'Proofpoint',
    'https://urldefense.proofpoint.com/v2/url?u=https-3A__arxiv.org_abs_2401.10166&d=DwMFaQ',
    ['2401.10166'],
  ],
  [
    'Proofpoint’s newer way',
    'https://urldefense.com/v3/__https://arxiv.org/abs/2401.10167__;!!Nv',
    ['2401.10167'],
  ],
  [
    'an address without "https://" in another',
    'https://docs.google.com/viewer?url=arxiv.org/pdf/2401.10168.pdf',
    ['2401.10168'],
  ],
  [
    'a reader of PDFs',
    'chrome-extension://abcdef/pdf/viewer.html?file=https%3A%2F%2Farxiv.org%2Fpdf%2F2401.10169',
    ['2401.10169'],
  ],
  [
    'Firefox’s reader view',
    'about:reader?url=https%3A%2F%2Farxiv.org%2Fabs%2F2401.10170',
    ['2401.10170'],
  ],
  [
    'an archive of pages',
    'https://web.archive.org/web/20200101000000*/arxiv.org/abs/1706.03762',
    ['1706.03762'],
  ],
  ['a translator', 'https://arxiv-org.translate.goog/abs/2401.10171?_x_tr_sl=en', ['2401.10171']],
  [
    'a search for a paper',
    'https://scholar.google.com/scholar_lookup?arxiv_id=2401.10172',
    ['2401.10172'],
  ],
  [
    'an address with a stray "%"',
    'https://a.example/?q=100%&u=https://arxiv.org/abs/2401.10173',
    ['2401.10173'],
  ],
  ['half a character', 'https://arxiv.org/abs/2401.10174%E3%80', ['2401.10174']],
  [
    'two addresses without a space',
    'https://arxiv.org/abs/2401.10175,https://arxiv.org/abs/2401.10176;http://arxiv.org/abs/2401.10177',
    ['2401.10175', '2401.10176', '2401.10177'],
  ],
  [
    'the address of a list in another',
    'https://a.example/?u=https://arxiv.org/list/cs.LG/2401',
    [],
  ],
])('an address within an address: %s', (_, text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

test.each<[string, string[]]>([
  ['（来源：https://arxiv.org/abs/2401.10171，访问于 2026-09-02）', ['2401.10171']],
  ['见https://arxiv.org/pdf/2401.10172。后文', ['2401.10172']],
  ['论文地址：arxiv.org/abs/2401.10173v2（代码）', ['2401.10173']],
  [
    'https://arxiv.org/abs/2401.10174を読む、https://arxiv.org/abs/2401.10175から',
    ['2401.10174', '2401.10175'],
  ],
  ['https://arxiv.org/abs/2401.10176를 읽다', ['2401.10176']],
  ['「https://huggingface.co/papers/some-report」という', ['hf:some-report']],
  [
    '“https://arxiv.org/abs/2401.10177” «https://arxiv.org/abs/2401.10178»',
    ['2401.10177', '2401.10178'],
  ],
  ['arXiv：2401.10179，和2401.10180。', ['2401.10179', '2401.10180']],
  ['https://arxiv.org/abs/2401.10181— и дальше', ['2401.10181']],
])('text right behind an address is no part of it: %s', (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

test.each<[string, string[]]>([
  ['Jane Doe and John Roe. Nets that plan. CoRR, abs/1412.1020, 2014.', ['1412.1020']],
  ['Nets that wait. ArXiv, abs/2302.10202, 2023.', ['2302.10202']],
  ['CoRR abs/cs/0501001 (2005), CoRR, vol. abs/2401.00001', ['cs/0501001', '2401.00001']],
  ['https://dblp.org/rec/journals/corr/abs-2401-00002.html', ['2401.00002']],
  ['DBLP:journals/corr/abs-1412-6980, journals/corr/abs-cs-0501001', ['1412.6980', 'cs/0501001']],
  [
    '[hep-th/9711200], quant-ph/9508027v2; math.GT/0309136 and cond-mat.str-el/0309137.',
    ['hep-th/9711200', 'quant-ph/9508027', 'math/0309136', 'cond-mat/0309137'],
  ],
  [
    'arXiv: 2401.00003 v2, arXiv id: 2401.00004, arXiv eprint 2401.00005, arXiv_2401.00006, arXiv [2401.00007], arXiv2401.00008v1.pdf',
    ['2401.00003', '2401.00004', '2401.00005', '2401.00006', '2401.00007', '2401.00008'],
  ],
  ['arXiv:HEP-TH/9711200', ['hep-th/9711200']],
  ['[2401.00009](/abs/2401.00009)', ['2401.00009', '2401.00009']],
  ['either/0501001 math/0399001 hep-th/97112001 x.math/0309136 a/cs/0501001 math/0309136/2', []],
])('references of older ways: %s', (text, ids) => {
  expect(idsIn(text)).toEqual(ids);
});

test('an address that has addresses without end within costs no more than its length', () => {
  expect(
    idsIn(`${'https://a.example/?u='.repeat(50_000)}https://arxiv.org/abs/2401.12345`),
  ).toEqual([]);
});

test('a bare number is not an id where a field may hold anything', () => {
  expect(paperIn([undefined, 7, '2401.12345', 'https://arxiv.org/abs/2402.00001'])).toBe(
    'arxiv:2402.00001',
  );
});

import { expect, test } from 'vitest';
import { paperOfPdf } from '../../lib/sites/pdf';

test.each([
  ['https://arxiv.org/pdf/2604.90001', 'arxiv:2604.90001'],
  ['https://arxiv.org/pdf/2604.90001v2', 'arxiv:2604.90001'],
  ['https://arxiv.org/pdf/2604.90001v1.pdf?download=1#page=3', 'arxiv:2604.90001'],
  ['https://www.arxiv.org/pdf/hep-th/9901001', 'arxiv:hep-th/9901001'],
  ['https://export.arxiv.org/pdf/math.GT/0309136v1', 'arxiv:math/0309136'],
  ['https://openreview.net/pdf?id=dribhnhm1i', 'openreview:dribhnhm1i'],
  ['https://openreview.net/attachment?id=aBcD1234eF&name=pdf', 'openreview:aBcD1234eF'],
  ['https://openreview.net/attachment?id=aBcD1234eF&name=supplementary_material', null],
  ['https://aclanthology.org/2021.naacl-main.208.pdf', 'acl:2021.naacl-main.208'],
  ['https://aclanthology.org/N04-1001v2.pdf', 'acl:N04-1001'],
  ['https://aclanthology.org/volumes/2021.naacl-main.pdf', null],
  [
    'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1.full.pdf',
    'doi:10.64898/2026.07.01.735904',
  ],
  ['https://arxiv.org/abs/2604.90001', null],
  ['https://arxiv.org/pdf/', null],
  ['https://arxiv.org/pdf/none', null],
  ['http://arxiv.org/pdf/2604.90001', null],
  ['https://arxiv.org.evil.example/pdf/2604.90001', null],
  ['https://example.org/2604.90001.pdf', null],
  ['https://scholar.google.com/pdf/2604.90001', null],
])('%s is the PDF of %s', (address, id) => {
  expect(paperOfPdf(new URL(address))).toBe(id);
});

import { describe, expect, test } from 'vitest';
import { paperIdFromUrl } from '../../lib/papers/addresses';
import {
  arxivId,
  doiOf,
  huggingFaceId,
  isPaperId,
  linkedId,
  type PaperId,
  paperLinks,
} from '../../lib/papers/ids';

describe('the arXiv id that a text is', () => {
  test.each([
    ['2504.12345', 'arxiv:2504.12345'],
    ['2504.12345v3', 'arxiv:2504.12345'],
    ['2504.12345v12', 'arxiv:2504.12345'],
    ['1301.3781', 'arxiv:1301.3781'],
    ['0704.0001v1', 'arxiv:0704.0001'],
    [' arXiv:2504.12345v1 ', 'arxiv:2504.12345'],
    ['ARXIV:2504.12345', 'arxiv:2504.12345'],
    ['10.48550/arXiv.2403.07974', 'arxiv:2403.07974'],
    ['doi:10.48550/ARXIV.2403.07974v2', 'arxiv:2403.07974'],
    ['hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['hep-th/9901001v2', 'arxiv:hep-th/9901001'],
    ['cs/0112017', 'arxiv:cs/0112017'],
    ['math.GT/0309136', 'arxiv:math/0309136'],
    ['cond-mat.str-el/0309136v1', 'arxiv:cond-mat/0309136'],
    ['10.48550/arXiv.hep-th/9901001', 'arxiv:hep-th/9901001'],
  ])('"%s" is %s', (text, id) => {
    expect(arxivId(text)).toBe(id);
  });

  test.each([
    '',
    'arXiv:',
    '2504.123',
    '2504.123456',
    '2513.12345', // no 13th month
    '2500.12345',
    '25041.2345',
    '2504.12345v',
    '2504.12345 and more',
    '12504.12345',
    'hep-th/990100',
    'hep-th/9913001',
    'HEP-TH/9901001',
    '/9901001',
    '10.1000/arXiv.2403.07974',
    'https://arxiv.org/abs/2504.12345',
  ])('"%s" is none', (text) => {
    expect(arxivId(text)).toBeNull();
  });
});

describe('the paper that a segment of a Hugging Face address names', () => {
  test.each([
    ['2504.12345', 'arxiv:2504.12345'],
    ['2504.12345v2', 'arxiv:2504.12345'],
    ['some-report_1.0', 'hf:some-report_1.0'],
    ['report-v2', 'hf:report-v2'], // not a version: no arXiv id before it
    ['2513.12345', 'hf:2513.12345'],
    ['trends', 'hf:trends'],
  ])('"%s" is %s', (segment, id) => {
    expect(huggingFaceId(segment)).toBe(id);
  });

  test.each([
    'trending',
    'Trending',
    'date',
    'week',
    'month',
    'submit',
    'index',
    '',
    '.',
    '..',
    '.hidden',
    'a b',
    'a/b',
    '<script>',
    'x'.repeat(101),
  ])('"%s" names none', (segment) => {
    expect(huggingFaceId(segment)).toBeNull();
  });
});

describe('the paper that an address is about', () => {
  test.each([
    ['https://arxiv.org/abs/2504.12345', 'arxiv:2504.12345'],
    ['http://arxiv.org/abs/2504.12345v2', 'arxiv:2504.12345'],
    ['https://www.arxiv.org/abs/2504.12345?context=cs.CL', 'arxiv:2504.12345'],
    ['https://export.arxiv.org/abs/1301.3781', 'arxiv:1301.3781'],
    ['https://arxiv.org/pdf/2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv.org/pdf/2504.12345v1.pdf#page=3', 'arxiv:2504.12345'],
    ['https://arxiv.org/html/2504.12345v1/', 'arxiv:2504.12345'],
    ['https://arxiv.org/format/2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv.org/abs/hep-th/9901001v1', 'arxiv:hep-th/9901001'],
    ['https://arxiv.org/pdf/math.GT/0309136.pdf', 'arxiv:math/0309136'],
    ['https://arxiv.org/abs/hep-th%2F9901001', 'arxiv:hep-th/9901001'],
    ['https://arxiv.org/abs//2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv.org/pdf/2504.12345v2.pdf&embed', 'arxiv:2504.12345'],
    ['https://arxiv.org/abs/2504.12345，', 'arxiv:2504.12345'],
    ['https://arxiv.org/abs/arXiv:2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv.org/abs/cs.CL/2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv.org/2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv.org/ftp/arxiv/papers/2401/2401.10182.pdf', 'arxiv:2401.10182'],
    ['https://arxiv.org/ftp/hep-th/papers/9711/9711200.pdf', 'arxiv:hep-th/9711200'],
    ['http://arxiv.org/PS_cache/arxiv/pdf/0704/0704.0001v2.pdf', 'arxiv:0704.0001'],
    ['http://arxiv.org/PS_cache/hep-th/pdf/9711/9711200v1.pdf', 'arxiv:hep-th/9711200'],
    ['http://xxx.lanl.gov/abs/hep-th/9711200', 'arxiv:hep-th/9711200'],
    ['http://lanl.arxiv.org/abs/0704.0001', 'arxiv:0704.0001'],
    ['http://cn.arxiv.org/pdf/2401.10182v1', 'arxiv:2401.10182'],
    ['http://de.arxiv.org/abs/1301.3781', 'arxiv:1301.3781'],
    ['http://128.84.21.199/abs/1301.3781v3', 'arxiv:1301.3781'],
    ['http://xxx.itp.ac.cn/pdf/hep-th/9711200', 'arxiv:hep-th/9711200'],
    ['https://www.arxiv-vanity.com/papers/2504.12345/', 'arxiv:2504.12345'],
    ['https://ar5iv.org/abs/2504.12345', 'arxiv:2504.12345'],
    ['https://www.alphaxiv.org/overview/2504.12345v2', 'arxiv:2504.12345'],
    ['https://www.semanticscholar.org/arxiv/2504.12345', 'arxiv:2504.12345'],
    ['https://api.semanticscholar.org/arXiv:2504.12345', 'arxiv:2504.12345'],
    ['https://www.emergentmind.com/papers/2504.12345', 'arxiv:2504.12345'],
    ['https://inspirehep.net/arxiv/hep-th/9711200', 'arxiv:hep-th/9711200'],
    ['https://papers.cool/arxiv/2504.12345', 'arxiv:2504.12345'],
    ['https://scirate.com/arxiv/2504.12345', 'arxiv:2504.12345'],
    ['https://www.catalyzex.com/paper/arxiv:2504.12345', 'arxiv:2504.12345'],
    ['https://arxiv-sanity-lite.com/?pid=2504.12345', 'arxiv:2504.12345'],
    ['https://front.math.ucdavis.edu/math.GT/0309136', 'arxiv:math/0309136'],
    ['https://ui.adsabs.harvard.edu/abs/2025arXiv250412345D/abstract', 'arxiv:2504.12345'],
    ['https://ui.adsabs.harvard.edu/abs/2013arXiv1301.3781M', 'arxiv:1301.3781'],
    ['https://ui.adsabs.harvard.edu/abs/arXiv:2504.12345', 'arxiv:2504.12345'],
    ['https://dblp.org/rec/journals/corr/abs-2504-12345', 'arxiv:2504.12345'],
    ['https://hf-mirror.com/papers/2504.12345', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/2504.12345&utm=1', 'arxiv:2504.12345'],
    ['https://arxiv.org/abs/2504.123456', null],
    ['https://arxiv.org/list/hep-th/9711', null],
    ['https://huggingface.co/papers/2504.12345', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/2504.12345v1/', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/2504.12345#community', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/2504.12345?q=tree', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/2504.12345.md', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/hep-th%2F9901001', 'arxiv:hep-th/9901001'],
    ['https://hf.co/papers/2504.12345', 'arxiv:2504.12345'],
    ['https://huggingface.co/papers/some-report', 'hf:some-report'],
    ['https://doi.org/10.48550/arXiv.2403.07974', 'arxiv:2403.07974'],
    ['https://dx.doi.org/10.48550/ARXIV.HEP-TH/9901001', 'arxiv:hep-th/9901001'],
    ['https://doi.org/10.48550/arXiv.hep-th/9901001', 'arxiv:hep-th/9901001'],
    ['https://doi.org/10.1000/2403.07974', null],
    ['https://openreview.net/forum?id=dribhnhm1i', 'openreview:dribhnhm1i'],
    ['https://openreview.net/forum?id=dribhnhm1i&noteId=TVuw03aoPf', 'openreview:dribhnhm1i'],
    ['https://openreview.net/pdf?id=gH-5678_iJ', 'openreview:gH-5678_iJ'],
    ['https://openreview.net/group?id=colmweb.org/COLM', null],
    ['https://openreview.net/profile?id=~Alisa_Liu1', null],
    ['https://aclanthology.org/2021.naacl-main.208/', 'acl:2021.naacl-main.208'],
    ['https://aclanthology.org/2021.naacl-main.208v2.pdf', 'acl:2021.naacl-main.208'],
    ['https://www.aclweb.org/anthology/N04-1001', 'acl:N04-1001'],
    ['https://aclanthology.org/volumes/2021.naacl-main/', null],
    ['https://aclanthology.org/search/', null],
    ['https://doi.org/10.18653/v1/2021.naacl-main.208', 'acl:2021.naacl-main.208'],
    ['https://doi.org/10.18653/V1/P19-1001', 'acl:P19-1001'],
    [
      'https://www.biorxiv.org/content/10.64898/2026.07.01.735904v1.full.pdf',
      'doi:10.64898/2026.07.01.735904',
    ],
    [
      'https://www.medrxiv.org/content/10.1101/2025.08.27.672403v3',
      'doi:10.1101/2025.08.27.672403',
    ],
    ['https://www.biorxiv.org/content/10.1101/735904v1.article-info', 'doi:10.1101/735904'],
    ['https://doi.org/10.1101/2025.08.27.672403', 'doi:10.1101/2025.08.27.672403'],
    ['https://www.biorxiv.org/search/timescales', null],
    ['https://dblp.org/rec/conf/esem/CalefatoQLK23', 'dblp:conf/esem/CalefatoQLK23'],
    ['https://dblp.org/rec/conf/esem/CalefatoQLK23.bib', 'dblp:conf/esem/CalefatoQLK23'],
    ['https://dblp.org/rec/journals/corr/abs-2303-14702', 'arxiv:2303.14702'],
    [
      'https://scholar.google.com/scholar?q=info:2BmMArIDz08J:scholar.google.com/',
      'scholar:2BmMArIDz08J',
    ],
    ['https://scholar.google.com/scholar?q=attention', null],
    ['https://huggingface.co/papers', null],
    ['https://huggingface.co/papers/trending', null],
    ['https://huggingface.co/papers/date/2026-07-02', null],
    ['https://huggingface.co/papers/submit', null],
    ['https://huggingface.co/papers/index?arxivId=2504.12345', null],
    ['https://huggingface.co/papers/2504.12345/edit', null],
    ['https://huggingface.co/models/2504.12345', null],
    ['https://huggingface.co.evil.example/papers/2504.12345', null],
    ['https://arxiv.org/list/cs.CL/recent', null],
    ['https://arxiv.org/abs/', null],
    ['https://notarxiv.org/abs/2504.12345', null],
    ['https://arxiv.org/abs/%E0%A4%A', null],
    ['ftp://arxiv.org/abs/2504.12345', null],
    ['javascript:alert(1)', null],
    ['/papers/2504.12345', null],
    ['', null],
  ])('%s: %s', (address, id) => {
    expect(paperIdFromUrl(address)).toBe(id);
    if (URL.canParse(address)) expect(paperIdFromUrl(new URL(address))).toBe(id);
  });
});

describe('whether a value is an id', () => {
  test.each([
    'arxiv:2504.12345',
    'arxiv:1301.3781',
    'arxiv:hep-th/9901001',
    'hf:some-report',
    'openreview:gH-5678_iJ',
    'acl:2021.naacl-main.208',
    'acl:N04-1001',
    'doi:10.1007/978-3-030-12345-6_7',
    'doi:10.1101/2025.08.30.673281',
    'dblp:conf/esem/CalefatoQLK23',
    'scholar:2BmMArIDz08J',
    'scholar:8daWuo4AAAAJ:bFI3QPDXJZMC',
  ])('%s is one, and its own', (id) => {
    expect(isPaperId(id)).toBe(true);
  });

  test.each([
    'arxiv:2504.12345v1',
    'arxiv: 2504.12345',
    'arxiv:arxiv:2504.12345',
    'arxiv:math.GT/0309136',
    'arXiv:2504.12345',
    'hf:2504.12345', // it has an arXiv id, and one paper has one id
    'hf:trending',
    'hf:..',
    'hf:a/b',
    'hf:',
    'doi:10.48550/arxiv.2504.12345', // one paper has one id
    'doi:10.18653/v1/2021.naacl-main.208',
    'doi:10.1101/2025.08.30.673281v1',
    'doi:10.1007/ABC',
    'doi:10.1007/a b',
    'doi:10.1007/<b>',
    'dblp:journals/corr/abs-2303-14702',
    'dblp:conf',
    'acl:n04-1001',
    'openreview:a b c d e',
    'scholar:short',
    'constructor:x',
    'toString:x',
    ':x',
    '2504.12345',
    '',
    null,
    undefined,
    3,
    {},
    ['arxiv:2504.12345'],
  ])('%j is none', (value) => {
    expect(isPaperId(value)).toBe(false);
  });
});

describe('the addresses of a paper', () => {
  test.each<[PaperId, object]>([
    [
      'arxiv:2504.12345',
      {
        page: 'https://huggingface.co/papers/2504.12345',
        huggingFace: 'https://huggingface.co/papers/2504.12345',
        abs: 'https://arxiv.org/abs/2504.12345',
        pdf: 'https://arxiv.org/pdf/2504.12345',
      },
    ],
    [
      'arxiv:hep-th/9901001',
      {
        page: 'https://arxiv.org/abs/hep-th/9901001',
        abs: 'https://arxiv.org/abs/hep-th/9901001',
        pdf: 'https://arxiv.org/pdf/hep-th/9901001',
      },
    ],
    [
      'hf:some-report',
      {
        page: 'https://huggingface.co/papers/some-report',
        huggingFace: 'https://huggingface.co/papers/some-report',
      },
    ],
  ])('%s', (id, links) => {
    expect(paperLinks(id)).toEqual(links);
    for (const address of Object.values(links)) expect(paperIdFromUrl(address)).toBe(id);
  });

  test.each<PaperId>([
    'openreview:gH-5678_iJ',
    'acl:2021.naacl-main.208',
    'doi:10.1101/2025.08.30.673281',
    'dblp:conf/esem/CalefatoQLK23',
    'scholar:2BmMArIDz08J',
    'scholar:8daWuo4AAAAJ:bFI3QPDXJZMC',
  ])('those of %s lead back to it', (id) => {
    const links = paperLinks(id);
    expect(links.page).toBe(links.home);
    for (const address of Object.values(links)) expect(paperIdFromUrl(address)).toBe(id);
  });

  test.each<[PaperId, string | null]>([
    ['arxiv:2504.12345', '10.48550/arXiv.2504.12345'],
    ['doi:10.1101/2025.08.30.673281', '10.1101/2025.08.30.673281'],
    ['acl:2021.naacl-main.208', null],
    ['hf:some-report', null],
  ])('%s has the DOI %s', (id, doi) => {
    expect(doiOf(id)).toBe(doi);
  });
});

describe('the paper that a link under /papers/ leads to', () => {
  test.each([
    ['2504.12345', 'arxiv:2504.12345'],
    ['2504.12345v2', 'arxiv:2504.12345'],
    ['2504.12345V2', 'arxiv:2504.12345'],
    ['2504.12345.md', 'arxiv:2504.12345'],
    ['2504.12345.MD', 'arxiv:2504.12345'],
    ['2504.12345%2Emd', 'arxiv:2504.12345'],
    ['2504%2E12345', 'arxiv:2504.12345'],
    ['2504.12345v3.md', 'arxiv:2504.12345'],
    ['2504.12345.json', 'arxiv:2504.12345'],
    ['2504.12345.pdf', 'arxiv:2504.12345'],
    ['2504.12345.', 'arxiv:2504.12345'],
    ['2504.12345.md).', 'arxiv:2504.12345'],
    ['2504.12345%20', 'arxiv:2504.12345'],
    ['arXiv:2504.12345', 'arxiv:2504.12345'],
    ['hep-th%2F9901001', 'arxiv:hep-th/9901001'],
    ['HEP-TH%2F9901001v1', 'arxiv:hep-th/9901001'],
    ['some-report', 'hf:some-report'],
    ['some-report.md', 'hf:some-report'],
    ['gpt-4.5', 'hf:gpt-4.5'],
    ['Some_Report,', 'hf:Some_Report'],
    ['trending', null],
    ['trending.md', null],
    ['%E0%A4%A', null],
    ['.md', null],
    ['%2F..', null],
  ])('%s: %s', (segment, id) => {
    expect(linkedId(segment)).toBe(id);
    if (id !== null) expect(isPaperId(id)).toBe(true);
  });
});

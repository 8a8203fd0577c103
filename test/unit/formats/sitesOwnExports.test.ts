import { describe, expect, test } from 'vitest';
import { bookmarksIn } from './files';
import { read } from './reading';

/** The ids of the papers that a file has, in its order. */
async function idsIn(text: string): Promise<string[]> {
  const { decoded } = await read(text);
  return bookmarksIn(decoded).map(({ paper }) => paper.id);
}

const PREPRINT = 'doi:10.1101/2020.01.01.123456';

describe('what a site gives as a citation is its paper when it comes back', () => {
  test.each([
    [
      'bioRxiv, BibTeX',
      `@article {Doe2020.01.01.123456,
	author = {Doe, Jane and Roe, Richard},
	title = {Timescales of learning},
	elocation-id = {2020.01.01.123456},
	year = {2020},
	doi = {10.1101/2020.01.01.123456},
	publisher = {Cold Spring Harbor Laboratory},
	URL = {https://www.biorxiv.org/content/early/2020/01/02/2020.01.01.123456},
	eprint = {https://www.biorxiv.org/content/early/2020/01/02/2020.01.01.123456.full.pdf},
	journal = {bioRxiv}
}`,
      PREPRINT,
    ],
    [
      'bioRxiv, RIS',
      'TY  - JOUR\nT1  - Timescales of learning\nJF  - bioRxiv\nDO  - 10.1101/2020.01.01.123456\n' +
        'SP  - 2020.01.01.123456\nAU  - Doe, Jane\nY1  - 2020/01/01\n' +
        'UR  - http://biorxiv.org/content/early/2020/01/02/2020.01.01.123456.abstract\nER  - \n',
      PREPRINT,
    ],
    [
      'DBLP, BibTeX',
      `@inproceedings{DBLP:conf/esem/CalefatoQLK23,
  author       = {Fabio Calefato and Luigi Quaranta},
  title        = {A Lot of Talk and a Badge},
  booktitle    = {{ACM/IEEE} International Symposium on Empirical Software Engineering, {ESEM} 2023},
  publisher    = {{IEEE}},
  year         = {2023},
  url          = {https://doi.org/10.1109/ESEM56168.2023.10304868},
  doi          = {10.1109/ESEM56168.2023.10304868},
  biburl       = {https://dblp.org/rec/conf/esem/CalefatoQLK23.bib},
  bibsource    = {dblp computer science bibliography, https://dblp.org}
}`,
      'dblp:conf/esem/CalefatoQLK23',
    ],
    [
      'DBLP, BibTeX without its address',
      '@inproceedings{DBLP:conf/esem/CalefatoQLK23, title = {A Lot of Talk}, year = {2023}, doi = {10.1109/ESEM56168.2023.10304868}}',
      'dblp:conf/esem/CalefatoQLK23',
    ],
    [
      'DBLP, RIS',
      'Provider: Schloss Dagstuhl - Leibniz Center for Informatics\nDatabase: dblp computer science bibliography\nContent:text/plain; charset="utf-8"\n\n' +
        'TY  - CPAPER\nID  - DBLP:conf/esem/CalefatoQLK23\nAU  - Calefato, Fabio\nTI  - A Lot of Talk and a Badge\n' +
        'PY  - 2023//\nDO  - 10.1109/ESEM56168.2023.10304868\nUR  - https://doi.org/10.1109/ESEM56168.2023.10304868\nER  - \n',
      'dblp:conf/esem/CalefatoQLK23',
    ],
    [
      'DBLP, a preprint, which is arXiv’s',
      '@article{DBLP:journals/corr/abs-2401-12345, title = {Nets}, journal = {CoRR}, volume = {abs/2401.12345}, biburl = {https://dblp.org/rec/journals/corr/abs-2401-12345.bib}}',
      'arxiv:2401.12345',
    ],
    [
      'ACL Anthology, BibTeX by DOI alone',
      '@inproceedings{doe-2020-nets, title = "Nets", doi = "10.18653/v1/2020.acl-main.12"}',
      'acl:2020.acl-main.12',
    ],
    [
      'ACL Anthology, BibTeX',
      '@inproceedings{doe-2020-nets, title = "Nets", url = "https://aclanthology.org/2020.acl-main.12/", doi = "10.18653/v1/2020.acl-main.12", pages = "12--20"}',
      'acl:2020.acl-main.12',
    ],
    [
      'OpenReview, BibTeX',
      '@inproceedings{\ndoe2024nets,\ntitle={Nets},\nauthor={Jane Doe},\nbooktitle={ICLR},\nyear={2024},\nurl={https://openreview.net/forum?id=kSBIEkHzon}\n}',
      'openreview:kSBIEkHzon',
    ],
    [
      'Zotero, CSL JSON of a preprint by DOI alone',
      '[{"id":"a","type":"article","title":"Timescales","DOI":"10.1101/2020.01.01.123456"}]',
      PREPRINT,
    ],
    ['a table with DOIs', 'Title,DOI\nTimescales,10.1101/2020.01.01.123456\n', PREPRINT],
    ['a list of DOIs', '10.1101/2020.01.01.123456\n', PREPRINT],
    ['openRxiv’s own', 'See doi: 10.64898/2026.07.01.735904v2.', 'doi:10.64898/2026.07.01.735904'],
    ['an older number', '10.1101/735904', 'doi:10.1101/735904'],
  ])('%s', async (_, text, id) => {
    expect(await idsIn(text)).toEqual([id]);
  });
});

describe('a DOI of something else names no paper that we know', () => {
  test.each([
    ['a journal of the same press', '@article{a, title={Genes}, doi={10.1101/gr.123456.111}}'],
    ['a protocol', '@article{a, title={Gels}, doi={10.1101/pdb.prot5384}}'],
    ['part of a longer number', '110.1101/2020.01.01.123456'],
  ])('%s', async (_, text) => {
    expect(await idsIn(text)).toEqual([]);
  });
});

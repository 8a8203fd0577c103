import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../../lib/formats/decoded';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import { exportedText } from './exported';
import { bookmarksIn, starred } from './files';
import { outline, read } from './reading';

async function decoded(text: string): Promise<Decoded[]> {
  return (await read(text)).decoded;
}

/** The id of the paper that an entry with these fields is about. */
async function idOf(fields: string, key = 'a'): Promise<string | undefined> {
  const [bookmark] = bookmarksIn(await decoded(`@misc{${key}, title={Nets}, ${fields}}`));
  return bookmark?.paper.id;
}

describe('an entry names its paper in many ways', () => {
  test.each([
    ['arxiv={2401.10301}', 'arxiv:2401.10301'],
    ['arxiv={https://arxiv.org/abs/2401.10301v2}', 'arxiv:2401.10301'],
    ['arxiv_id={arXiv:2401.10301}', 'arxiv:2401.10301'],
    ['arxivId={2401.10301}', 'arxiv:2401.10301'],
    ['html={https://arxiv.org/abs/2401.10301}', 'arxiv:2401.10301'],
    ['eid={arXiv:2401.10301}', 'arxiv:2401.10301'],
    ['pages={arXiv:2006.10303}', 'arxiv:2006.10303'],
    ['pages={astro-ph/0511773}, journal={arXiv e-prints}', 'arxiv:astro-ph/0511773'],
    ['pages={1003.0021}, journal={ArXiv e-prints}', 'arxiv:1003.0021'],
    ['booktitle={arXiv:2401.10301}', 'arxiv:2401.10301'],
    ['howpublished={\\url{https://arxiv.org/abs/2401.10301}}', 'arxiv:2401.10301'],
    ['howpublished={arXiv preprint}, number={2401.10301}', 'arxiv:2401.10301'],
    ['journal={CoRR}, volume={abs/2401.10301}', 'arxiv:2401.10301'],
    ['journal={arXiv preprint arXiv:2401.10301}', 'arxiv:2401.10301'],
    ['biburl={https://dblp.org/rec/journals/corr/abs-2401-10301.bib}', 'arxiv:2401.10301'],
    ['eprint={{2401.10301}}', 'arxiv:2401.10301'],
    ['eprint="{2401.10301}", archivePrefix={arXiv}', 'arxiv:2401.10301'],
    ['doi={{10.48550/arXiv.2401.10301}}', 'arxiv:2401.10301'],
    ['url={{https://arxiv.org/abs/2401.10301}}', 'arxiv:2401.10301'],
    ['eprint={2401.10313 [cs.CL]}, archivePrefix={arXiv}', 'arxiv:2401.10313'],
    ['eprint={2401.10313v3 (cs.CL)}', 'arxiv:2401.10313'],
    ['eprint={arXiv2401.10313}', 'arxiv:2401.10313'],
    ['eprint={arXiv: 2401.10313}', 'arxiv:2401.10313'],
    ['eprint={abs/2401.10313}', 'arxiv:2401.10313'],
    ['eprint={https://arxiv.org/pdf/2401.10313.pdf}', 'arxiv:2401.10313'],
    ['eprint={2401.10313}, archivePrefix={arXiv.org}', 'arxiv:2401.10313'],
    ['eprint={2401.10313}, eprinttype={arXiv preprint}', 'arxiv:2401.10313'],
    ['eprint={9609005}, archivePrefix={arXiv}, primaryClass={hep-th}', 'arxiv:hep-th/9609005'],
    ['eprint={0309136}, eprinttype={arxiv}, eprintclass={math.GT}', 'arxiv:math/0309136'],
    ['eprint={9609005}, archivePrefix={hep-th}', 'arxiv:hep-th/9609005'],
    ['eprint={hep-th/9609005v2}', 'arxiv:hep-th/9609005'],
    ['eprint={math.GT/0309136}', 'arxiv:math/0309136'],
  ])('%s', async (fields, id) => {
    expect(await idOf(fields)).toBe(id);
  });

  test('by its key, where nothing else does', async () => {
    expect(await idOf('journal={CoRR}', 'DBLP:journals/corr/abs-2401-10301')).toBe(
      'arxiv:2401.10301',
    );
  });

  test.each([
    'eprint={2112559}, eprinttype={jstor}',
    'eprint={2112559}, archivePrefix={jstor}, journal={Econometrica}',
    'eprint={hal-01234567}, eprinttype={hal}',
    'journal={Nature}, volume={1706}, pages={3762--3770}',
    'journal={Physical Review D}, number={2401.10301}',
  ])('but not with another archive’s number or a journal’s: %s', async (fields) => {
    expect(await idOf(fields)).toBeUndefined();
  });
});

describe('where an entry begins and ends', () => {
  test.each([
    'web_page',
    'book_section',
    'newspaper_article',
    'in-proceedings',
    'report2',
    'Web_Page',
  ])('@%s is an entry', async (type) => {
    const text = `@misc{a, title={A}, eprint={2401.10351}}
@${type}{b, title={B}, url={https://arxiv.org/abs/2401.10352}}
@misc{c, title={C}, eprint={2401.10353}}`;
    expect(outline(await decoded(text))).toEqual([
      '1 arxiv:2401.10351 (implied) A',
      '2 arxiv:2401.10352 (implied) B',
      '3 arxiv:2401.10353 (implied) C',
    ]);
  });

  test('a file may begin with such an entry', async () => {
    const { format } = await read('@web_page{a, url={https://arxiv.org/abs/2401.10352}}');
    expect(format).toBe('bibtex');
  });

  test('an entry of an odd type that is no paper is listed', async () => {
    expect(outline(await decoded('@web_page{a, title={A blog}, url={https://e.com/}}'))).toEqual([
      '1 noPaper A blog',
    ]);
  });

  test.each([
    'TITLE = "Universal Nets: An (Almost) Good Idea"',
    'TITLE = "Universal Nets: An {(}Almost) Good Idea"',
    'TITLE = {Universal Nets: An (Almost) Good Idea}',
    'TITLE = "Universal Nets: " # "An (Almost) Good Idea"',
  ])('in a round entry a parenthesis within a value ends nothing: %s', async (title) => {
    const text = `@ARTICLE(Doe:89,\n  ${title},\n  EPRINT = "2401.10336"\n)
@misc{roe, title={The One After}, eprint={2401.10337}}`;
    expect(outline(await decoded(text))).toEqual([
      '1 arxiv:2401.10336 (implied) Universal Nets: An (Almost) Good Idea',
      '5 arxiv:2401.10337 (implied) The One After',
    ]);
  });

  test('what is said between entries and in strings and comments is no entry', async () => {
    const text = `@preamble{"\\def\\x#1{#1}"}
@string{me = "Doe, Jane"}
@comment{jabref-meta: x}
free text here, mail jane@example_site (if you like)
@misc(a, author = me # " and Roe, John", title = {Nets}, eprint={2401.11010})
@misc{b title={Forgot}, eprint={2401.11011},, }`;
    const [first, second] = bookmarksIn(await decoded(text));
    expect(first?.paper).toMatchObject({
      id: 'arxiv:2401.11010',
      authors: ['Jane Doe', 'John Roe'],
    });
    expect(second?.paper.id).toBe('arxiv:2401.11011');
  });
});

describe('an entry inherits what it lacks', () => {
  const parent =
    '@proceedings{conf, title={Proceedings of Nets}, author={Doe, Jane}, year={2024}, month=jun}';
  const child = '@inproceedings{a, crossref={conf}, title={Nets}, eprint={2401.10301}}';

  test.each([
    ['before it', `${parent}\n${child}`],
    ['behind it', `${child}\n${parent}`],
    ['under a key in other case', `${child}\n${parent.replace('conf', 'Conf')}`],
  ])('from an entry that stands %s', async (_, text) => {
    const [bookmark] = bookmarksIn(await decoded(text));
    expect(bookmark?.paper).toMatchObject({
      title: 'Nets',
      authors: ['Jane Doe'],
      publishedAt: '2024-06',
    });
  });

  test('a title too, and it is the book’s where the other has no other', async () => {
    const text = `@misc{a, crossref={b}, eprint={2401.10301}}
@misc{c, crossref={d}, eprint={2401.10302}}
@misc{b, title={Nets That Plan}, eprint={2401.10303}}
@proceedings{d, booktitle={Proceedings of Nets}}`;
    expect(outline(await decoded(text)).sort()).toEqual([
      '1 arxiv:2401.10301 (implied) Nets That Plan',
      '2 arxiv:2401.10302 (implied) Proceedings of Nets',
      '3 arxiv:2401.10303 (implied) Nets That Plan',
      '4 noPaper',
    ]);
  });

  test('but no id, and no part of another date', async () => {
    const text = `@inproceedings{a, crossref={conf}, title={Other}, author={Roe, John}}
@inproceedings{b, crossref={conf}, title={Dated}, year={2020}, eprint={2401.10302}}
@proceedings{conf, title={Proceedings}, eprint={2401.10301}, year={2024}, month=jun}`;
    expect(outline(await decoded(text)).sort()).toEqual([
      '1 noPaper Other',
      '2 arxiv:2401.10302 (implied) Dated',
      '3 arxiv:2401.10301 (implied) Proceedings',
    ]);
    const dated = bookmarksIn(await decoded(text)).find(({ paper }) => paper.title === 'Dated');
    expect(dated?.paper.publishedAt).toBe('2020');
  });

  test('from data that several share', async () => {
    const text = `@misc{a, title={Nets}, eprint={2401.10301}, xdata={names, dates}}
@xdata{names, author={Doe, Jane}}
@xdata{dates, date={2024-06-12}}`;
    const [bookmark] = bookmarksIn(await decoded(text));
    expect(bookmark?.paper).toMatchObject({ authors: ['Jane Doe'], publishedAt: '2024-06-12' });
  });

  test.each([
    '@misc{a, title={Nets}, eprint={2401.10301}, crossref={nobody}}',
    '@misc{a, title={Nets}, eprint={2401.10301}, crossref={a}}',
    '@misc{a, title={Nets}, eprint={2401.10301}, crossref={b}}\n@misc{b, title={B}, crossref={a}}',
  ])('and is not lost where there is nothing to inherit from: %s', async (text) => {
    expect(outline(await decoded(text))).toContain('1 arxiv:2401.10301 (implied) Nets');
  });
});

test('a subtitle is part of the title', async () => {
  const [bookmark] = bookmarksIn(
    await decoded('@online{a, title={Nets}, subtitle={How They Plan}, eprint={2401.10301}}'),
  );
  expect(bookmark?.paper.title).toBe('Nets: How They Plan');
});

const EXTRA = [
  'version: 1',
  'ADS Bibcode: 2024arXiv240110342R',
  'GSCC: 0000123',
  'ZSCC: NoCitationData[s0]',
  '0 citations (Semantic Scholar/arXiv) [2024-02-01]',
  '1,234 citations (Crossref) [2024-02-01]',
  'Citation Key: doe2024',
  'tex.eprintclass: cs.CL',
  '_eprint: 2401.10341',
  'arXiv:2401.10341 [cs, math]',
  'PMID: 12345678',
  'DOI: 10.1000/182',
  'type: article',
  'Publisher: arXiv',
  'number: arXiv:2401.10341',
  'original-date: 2023-01-01',
  '_tldr: We plan',
  '{:container-title: Nets}',
];

async function noteOf(text: string): Promise<string | undefined> {
  return bookmarksIn(await decoded(text))[0]?.annotation.note;
}

describe('what Zotero and its plugins keep in "Extra" is not the reader’s note', () => {
  test.each(EXTRA)('%s', async (line) => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note: line };
    expect(await noteOf(JSON.stringify([item]))).toBe('');
    const ris = `TY  - JOUR\nAN  - arXiv:2401.10341\nN1  - ${line}\nER  - `;
    expect(await noteOf(ris)).toBe('');
    const latex = line.replace(/[_{}]/g, '\\$&');
    expect(await noteOf(`@misc{a, eprint={2401.10341}, note={${latex}}}`)).toBe('');
  });

  test.each([
    ['Read_Status: Read', 'read'],
    ['Read_Status: In Progress\nRead_Status_Date: 2024-02-01T00:00:00Z', 'reading'],
  ])('but a status in it is: %j', async (note, status) => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note };
    expect(bookmarksIn(await decoded(JSON.stringify([item])))[0]?.annotation).toMatchObject({
      note: '',
      status,
    });
  });

  test('a paper of which nothing else is said is to read', async () => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note: 'version: 1' };
    expect(bookmarksIn(await decoded(JSON.stringify([item])))[0]).toMatchObject({
      isImplied: true,
      annotation: { status: 'to-read' },
    });
  });

  test('what the reader wrote between such lines stays', async () => {
    const note =
      'version: 1\nType: a theory paper\nStatus: read again\nGSCC: 12\n\nDOI is wrong: check';
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10341', note };
    expect(await noteOf(JSON.stringify([item]))).toBe(
      'Type: a theory paper\nStatus: read again\n\nDOI is wrong: check',
    );
  });

  test.each<ExportFormatId>(['bibtex', 'biblatex', 'csl-json', 'ris', 'csv'])(
    'and a note of ours that looks like it comes back from %s',
    async (format) => {
      const { paper, annotation } = starred(1, 'version: 2\nPMID: 12345678');
      expect(await noteOf(await exportedText(format, [{ paper, annotation }]))).toBe(
        annotation.note,
      );
    },
  );
});

async function titleOf(text: string): Promise<string | undefined> {
  return bookmarksIn(await decoded(text))[0]?.paper.title;
}

describe('markup in a title is not part of it', () => {
  test.each([
    ['Nets &amp; Trees', 'Nets & Trees'],
    ['Nets &lt; Trees &#38; &#x42;irds &ndash; &alpha;', 'Nets < Trees & Birds – α'],
    ['Schr&ouml;dinger, &Eacute;tude, Erd&#337;s', 'Schrödinger, Étude, Erdős'],
    ['<i>In vivo</i> Nets', 'In vivo Nets'],
    ['<i>E. coli</i> and CO<sub>2</sub> at 10<sup>-3</sup>', 'E. coli and CO₂ at 10⁻³'],
    ['X<sub>total energy</sub>', 'Xtotal energy'],
    ['<span class="nocase">Nets</span> <scp>DNA</scp>', 'Nets DNA'],
    ['<mml:math><mml:mi>k</mml:mi></mml:math>-Nets', 'k-Nets'],
    ['a < b and c > d & e', 'a < b and c > d & e'],
    ['vector<T> and List<int>', 'vector<T> and List<int>'],
    ['AT&T; R&D; &unknown;', 'AT&T; R&D; &unknown;'],
  ])('%s', async (title, plain) => {
    const bibtex = `@misc{a, title={${title.replace(/[&#_]/g, '\\$&')}}, eprint={2401.10326}}`;
    expect(await titleOf(bibtex)).toBe(plain);
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10326', title };
    expect(await titleOf(JSON.stringify([item]))).toBe(plain);
    expect(await titleOf(`TY  - JOUR\nTI  - ${title}\nAN  - arXiv:2401.10326\nER  - `)).toBe(plain);
  });

  test.each([
    '{\\textless}i{\\textgreater}In vivo{\\textless}/i{\\textgreater} Nets',
    '\\textless i\\textgreater In vivo\\textless /i\\textgreater{} Nets',
    '$<$i$>$In vivo$<$/i$>$ Nets',
    '\\textless{}i\\textgreater{}In vivo\\textless{}/i\\textgreater{} Nets',
  ])('nor where it is LaTeX: %s', async (title) => {
    expect(await titleOf(`@misc{a, title={${title}}, eprint={2401.10326}}`)).toBe('In vivo Nets');
  });

  test('nor in an abstract', async () => {
    const abstract =
      '<jats:title>Abstract</jats:title><jats:p>We <jats:italic>plan</jats:italic>.</jats:p>';
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10326', abstract };
    const [bookmark] = bookmarksIn(await decoded(JSON.stringify([item])));
    expect(bookmark?.paper.abstract?.replace(/\s+/g, ' ')).toBe('Abstract We plan.');
  });
});

describe('CSL comes in many shapes', () => {
  test.each([
    [{ title: ['Nets That Plan'], URL: 'https://arxiv.org/abs/2401.10411' }, 'arxiv:2401.10411'],
    [{ archive: 'arXiv', archive_location: 'hep-th/9609007 [hep-th]' }, 'arxiv:hep-th/9609007'],
    [{ archive: 'arXiv', archive_location: '2401.10411 [cs]' }, 'arxiv:2401.10411'],
    [{ publisher: 'arXiv', number: '2401.10411v2' }, 'arxiv:2401.10411'],
    [{ 'container-title': ['arXiv e-prints'], page: '2401.10411' }, 'arxiv:2401.10411'],
    [{ 'container-title': 'CoRR', volume: 'abs/2401.10411' }, 'arxiv:2401.10411'],
    [{ DOI: '10.48550/ARXIV.2401.10411' }, 'arxiv:2401.10411'],
  ])('%j', async (fields, id) => {
    const item = { id: 'a', type: 'article', title: 'Nets That Plan', ...fields };
    const [bookmark] = bookmarksIn(await decoded(JSON.stringify([item])));
    expect(bookmark?.paper).toMatchObject({ id, title: 'Nets That Plan' });
  });

  test('keywords may be a list', async () => {
    const item = { id: 'a', type: 'article', number: 'arXiv:2401.10411', keyword: ['rl', 'nlp'] };
    const [bookmark] = bookmarksIn(await decoded(JSON.stringify([item])));
    expect(bookmark?.annotation.tags).toEqual(['nlp', 'rl']);
  });
});

describe('RIS comes in many shapes', () => {
  const record = (...lines: string[]): string =>
    `TY  - JOUR\nTI  - Nets\nUR  - https://arxiv.org/abs/2401.11021\n${lines.join('\n')}\nER  - `;

  test('a field with a line separator in it is read whole', async () => {
    const text = record().replace(
      'TI  - Nets',
      'T1  - Alternative Nets:\u2028 Potential\u2029Uses',
    );
    expect(await titleOf(text)).toBe('Alternative Nets: Potential Uses');
  });

  test.each([
    [
      ['KW  - alpha', 'beta', 'gamma'],
      ['alpha', 'beta', 'gamma'],
    ],
    [
      ['KW  - alpha', 'KW  - beta'],
      ['alpha', 'beta'],
    ],
    [['KW  - alpha, beta, gamma'], ['alpha', 'beta', 'gamma']],
    [['KW  - alpha; beta; gamma'], ['alpha', 'beta', 'gamma']],
    [
      ['KW  - alpha; beta', 'KW  - gamma'],
      ['alpha', 'beta', 'gamma'],
    ],
  ])('keywords in %j', async (lines, tags) => {
    const [bookmark] = bookmarksIn(await decoded(record(...lines)));
    expect(bookmark?.annotation.tags).toEqual(tags);
  });

  test.each([
    'AN  - 2401.11021 [cs.CL]',
    'M1  - 2401.11021v2',
    'VL  - abs/2401.11021',
    'SP  - 2401.11021',
  ])('an id of arXiv’s alone: %s', async (line) => {
    const text = `TY  - JOUR\nTI  - Nets\nJO  - arXiv preprint\n${line}\nER  - `;
    expect(outline(await decoded(text))).toEqual(['1 arxiv:2401.11021 (implied) Nets']);
  });

  test('notes and abstracts of several lines', async () => {
    const [bookmark] = bookmarksIn(
      await decoded(record('N1  - First', 'Second', '', 'Fourth', 'AB  - One', 'two')),
    );
    expect(bookmark?.annotation.note).toBe('First\nSecond\n\nFourth');
    expect(bookmark?.paper.abstract).toBe('One two');
  });
});

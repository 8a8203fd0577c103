import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../../lib/formats/decoded';
import { bookmarksIn } from './files';
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

  test('an entry of an odd type that is not a paper is listed', async () => {
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

  test('text between entries and in strings and comments is not an entry', async () => {
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

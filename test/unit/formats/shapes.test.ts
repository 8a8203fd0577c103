import { describe, expect, test } from 'vitest';
import type { Decoded } from '../../../lib/formats/decoded';
import { bookmarksIn } from './files';
import { outline, read } from './reading';

async function decoded(text: string): Promise<Decoded[]> {
  return (await read(text)).decoded;
}

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

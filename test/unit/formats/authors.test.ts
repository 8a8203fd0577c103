import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { authorFacts, authorOf, type StatedAuthor } from '../../../lib/formats/authors';
import { copyAs } from '../../../lib/formats/copying';
import type { ExportFormatId } from '../../../lib/formats/exportFormats';
import { noteOf } from '../../../lib/formats/notes/note';
import { referenceOf } from '../../../lib/formats/reference';
import type { Bookmark } from '../../../lib/papers/bookmark';
import { combinePapers, refreshPaper } from '../../../lib/papers/merging';
import { invertName } from '../../../lib/papers/names';
import type { Paper } from '../../../lib/papers/paper';
import { exportedText } from './exported';
import { bookmarksIn, starred } from './files';
import { apaByCiteproc, hasPandoc, pandoc, readByCitationJs } from './judges';
import { read } from './reading';

/** The paper that comes out of a text of any format. */
async function paperIn(text: string): Promise<Paper> {
  const [bookmark] = bookmarksIn((await read(text)).decoded);
  if (bookmark === undefined) throw new Error('no paper');
  return bookmark.paper;
}

const bibtex = (author: string): Promise<Paper> =>
  paperIn(`@misc{a, title={Nets}, eprint={2401.10333}, author={${author}}}`);
const ris = (...lines: string[]): Promise<Paper> =>
  paperIn(`TY  - JOUR\nTI  - Nets\nAN  - arXiv:2401.10333\n${lines.join('\n')}\nER  - `);
const csl = (...author: unknown[]): Promise<Paper> =>
  paperIn(JSON.stringify([{ id: 'a', type: 'article', number: 'arXiv:2401.10333', author }]));

/** How a list of references sorts a paper's authors. */
function sorted(paper: Paper): string[] {
  return referenceOf(paper).authors.map(invertName);
}

describe('a family name that BibTeX states is kept', () => {
  test.each<[string, string[], string[]]>([
    ['Garcia Lopez, Ana Maria', ['Ana Maria Garcia Lopez'], ['Garcia Lopez, Ana Maria']],
    ['{Delgado de Molina}, Ana', ['Ana Delgado de Molina'], ['Delgado de Molina, Ana']],
    ['Ana {Garcia Lopez}', ['Ana Garcia Lopez'], ['Garcia Lopez, Ana']],
    ['De Marco, Maria', ['Maria De Marco'], ['De Marco, Maria']],
    ['LI, Wei', ['Wei LI'], ['LI, Wei']],
    ['al-Hassan ibn Ali, Omar', ['Omar al-Hassan ibn Ali'], ['al-Hassan ibn Ali, Omar']],
    ['de la Cruz Garcia, Ana', ['Ana de la Cruz Garcia'], ['de la Cruz Garcia, Ana']],
    ['Ana de la Cruz Garcia', ['Ana de la Cruz Garcia'], ['de la Cruz Garcia, Ana']],
    ['van Beethoven, Ludwig', ['Ludwig van Beethoven'], ['van Beethoven, Ludwig']],
    ['Ludwig van Beethoven', ['Ludwig van Beethoven'], ['van Beethoven, Ludwig']],
    ['Ludwig {van Beethoven}', ['Ludwig van Beethoven'], ['van Beethoven, Ludwig']],
    ['King, Jr., Martin Luther', ['Martin Luther King Jr.'], ['King, Jr., Martin Luther']],
    ['King, Martin Luther, Jr.', ['Martin Luther King Jr.'], ['King, Jr., Martin Luther']],
    ['Martin Luther King, Jr.', ['Martin Luther King Jr.'], ['King, Jr., Martin Luther']],
    ['Garcia Lopez, III, Ana', ['Ana Garcia Lopez III'], ['Garcia Lopez, III, Ana']],
    ['Doe, PhD, Jane', ['Jane Doe PhD'], ['Doe, PhD, Jane']],
    ["Garc{\\'i}a M{\\'a}rquez, Gabriel", ['Gabriel García Márquez'], ['García Márquez, Gabriel']],
    ['{\\AA}ngstr{\\"o}m, Anders', ['Anders Ångström'], ['Ångström, Anders']],
    ["Jane {{\\'E}vora}", ['Jane Évora'], ['Évora, Jane']],
    ['{Google DeepMind}', ['Google DeepMind'], ['Google DeepMind']],
    ['{{The ATLAS Group}}', ['The ATLAS Group'], ['The ATLAS Group']],
    [
      '{Barnes and Noble} and Doe, Jane',
      ['Barnes and Noble', 'Jane Doe'],
      ['Barnes and Noble', 'Doe, Jane'],
    ],
    ['family=Berg, given=Jan, prefix=van den', ['Jan van den Berg'], ['van den Berg, Jan']],
    [
      'family={Garcia Lopez}, given=Ana, suffix=Jr.',
      ['Ana Garcia Lopez Jr.'],
      ['Garcia Lopez, Jr., Ana'],
    ],
    ['Doe, Jane\nand\nRoe,~John', ['Jane Doe', 'John Roe'], ['Doe, Jane', 'Roe, John']],
    [
      'Doe, Jane; Garcia Lopez, Ana',
      ['Jane Doe', 'Ana Garcia Lopez'],
      ['Doe, Jane', 'Garcia Lopez, Ana'],
    ],
    ['Jane Doe, and John Roe', ['Jane Doe', 'John Roe'], ['Doe, Jane', 'Roe, John']],
    ['李, 飞飞', ['李飞飞'], ['李, 飞飞']],
    ['Aristotle', ['Aristotle'], ['Aristotle']],
  ])('%s', async (author, names, inverted) => {
    const paper = await bibtex(author);
    expect(paper.authors).toEqual(names);
    expect(sorted(paper)).toEqual(inverted);
  });
});

test('what the rule finds by itself is not kept a second time', async () => {
  const paper = await bibtex(
    'Vaswani, Ashish and van Beethoven, Ludwig and {OpenAI} and King, Jr., Martin',
  );
  expect(paper.familyNames).toBeUndefined();
  expect((await bibtex('Garcia Lopez, Ana and Doe, Jane')).familyNames).toEqual({
    'Ana Garcia Lopez': 'Garcia Lopez',
  });
});

describe('a family name that CSL states is kept', () => {
  test.each([
    [
      { family: 'Garcia Lopez', given: 'Ana Maria' },
      'Ana Maria Garcia Lopez',
      'Garcia Lopez, Ana Maria',
    ],
    [{ family: 'King', given: 'Martin', suffix: 'Jr.' }, 'Martin King Jr.', 'King, Jr., Martin'],
    [
      { family: 'Beethoven', given: 'Ludwig', 'non-dropping-particle': 'van' },
      'Ludwig van Beethoven',
      'van Beethoven, Ludwig',
    ],
    [
      { family: 'Humboldt', given: 'Alexander', 'dropping-particle': 'von' },
      'Alexander von Humboldt',
      'von Humboldt, Alexander',
    ],
    [{ literal: 'Google DeepMind' }, 'Google DeepMind', 'Google DeepMind'],
    [{ name: 'Google DeepMind' }, 'Google DeepMind', 'Google DeepMind'],
    [{ family: 'Google DeepMind' }, 'Google DeepMind', 'Google DeepMind'],
    [{ family: '李', given: '飞飞' }, '李飞飞', '李, 飞飞'],
    [{ given: 'Ana', family: '' }, 'Ana', 'Ana'],
  ])('%j', async (author, name, inverted) => {
    const paper = await csl(author);
    expect(paper.authors).toEqual([name]);
    expect(sorted(paper)).toEqual([inverted]);
  });
});

describe('a family name that RIS states is kept', () => {
  test.each([
    ['Garcia Lopez, Ana Maria', 'Ana Maria Garcia Lopez', 'Garcia Lopez, Ana Maria'],
    ['King, Martin, Jr.', 'Martin King Jr.', 'King, Jr., Martin'],
    ['King, Jr., Martin', 'Martin King Jr.', 'King, Jr., Martin'],
    ['Doe, Jane, Esq.', 'Jane Doe Esq.', 'Doe, Esq., Jane'],
    ['Google DeepMind,', 'Google DeepMind', 'Google DeepMind'],
    ['Ashish Vaswani', 'Ashish Vaswani', 'Vaswani, Ashish'],
  ])('%s', async (line, name, inverted) => {
    const paper = await ris(`AU  - ${line}`);
    expect(paper.authors).toEqual([name]);
    expect(sorted(paper)).toEqual([inverted]);
  });

  test('the first author is the first, whichever of the two tags each line has', async () => {
    const paper = await ris('A1  - Primero, Ana', 'AU  - Second, Ben', 'A1  - Third, Cy');
    expect(paper.authors).toEqual(['Ana Primero', 'Ben Second', 'Cy Third']);
  });

  test('several authors may stand in one line', async () => {
    const paper = await ris('AU  - Garcia Lopez, Ana; Doe, Jane');
    expect(sorted(paper)).toEqual(['Garcia Lopez, Ana', 'Doe, Jane']);
  });
});

describe('that there are other authors is kept', () => {
  test.each([
    'Doe, Jane and Roe, John and others',
    'Doe, Jane and Roe, John and {others}',
    'Doe, Jane and Roe, John and et al.',
    'Doe, Jane and Roe, John et al.',
  ])('BibTeX: %s', async (author) => {
    const paper = await bibtex(author);
    expect(paper.authors).toEqual(['Jane Doe', 'John Roe']);
    expect(paper.moreAuthors).toBe(true);
    expect(copyAs(paper, 'bibtex')).toContain('author = {Doe, Jane and Roe, John and others}');
    expect(copyAs(paper, 'citation')).toMatch(/^Doe, J., Roe, J., et al\. /);
  });

  test('RIS and CSL', async () => {
    expect(await ris('AU  - Doe, Jane', 'AU  - et al.')).toMatchObject({
      authors: ['Jane Doe'],
      moreAuthors: true,
    });
    expect(await csl({ family: 'Doe', given: 'Jane' }, { literal: 'others' })).toMatchObject({
      authors: ['Jane Doe'],
      moreAuthors: true,
    });
  });

  test('of nobody and others nothing is known', async () => {
    expect(await bibtex('others')).not.toHaveProperty('moreAuthors');
  });

  test.each<ExportFormatId>(['json', 'bibtex', 'biblatex', 'csl-json', 'csv'])(
    'it goes through %s',
    async (format) => {
      const { paper, annotation } = starred(1);
      const text = await exportedText(format, [
        { paper: { ...paper, moreAuthors: true }, annotation },
      ]);
      expect(await paperIn(text)).toMatchObject({ authors: paper.authors, moreAuthors: true });
    },
  );

  test('it belongs to the list that it was said of', () => {
    const known: Paper = {
      id: 'arxiv:2401.10333',
      title: 'Nets',
      authors: ['Jane Doe'],
      moreAuthors: true,
    };
    const whole: Paper = { id: known.id, title: 'Nets', authors: ['Jane Doe', 'John Roe'] };
    expect(combinePapers(known, whole)).not.toHaveProperty('moreAuthors');
    expect(refreshPaper(known, whole)).not.toHaveProperty('moreAuthors');
    const same: Paper = { ...whole, authors: ['Jane Doe'] };
    expect(combinePapers(same, known).moreAuthors).toBe(true);
    expect(combinePapers(known, same).moreAuthors).toBe(true);
  });
});

test('a site that names the authors again does not take away what a file stated of their names', () => {
  const names = { 'Ana Garcia Lopez': 'Garcia Lopez' };
  const site: Paper = {
    id: 'arxiv:2401.10333',
    title: 'Nets',
    authors: ['Ana Garcia Lopez', 'Jane Doe'],
  };
  const file: Paper = { ...site, authors: ['Ana Garcia Lopez'], familyNames: names };
  for (const paper of [
    refreshPaper(file, site),
    combinePapers(site, file),
    combinePapers(file, site),
  ]) {
    expect(paper.authors).toEqual(site.authors);
    expect(sorted(paper)).toEqual(['Garcia Lopez, Ana', 'Doe, Jane']);
  }
});

test('an author may be called as a property of every object', () => {
  const facts = authorFacts([
    { name: 'constructor' },
    authorOf({ family: 'to String', given: 'Val' }),
  ]);
  expect(sorted({ id: 'arxiv:2401.10333', title: 'Nets', ...facts })).toEqual([
    'constructor',
    'to String, Val',
  ]);
});

const word = fc.constantFrom(
  'Ana',
  'María',
  'Garcia',
  'Lopez',
  'van',
  'de',
  'la',
  'De',
  'LI',
  'O’Brien',
  'J.',
  'Łu',
  'y',
  'Team',
  'Saint-Exupéry',
  '张伟',
  'and',
);
const some = (most: number): fc.Arbitrary<string> =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join(' '));
const person = fc
  .record({ family: some(3), given: some(3), suffix: fc.constantFrom('', '', '', 'Jr.', 'III') })
  .filter(({ family, given }) => !/(?:^|\s)and(?:\s|$)/.test(`${family} | ${given}`))
  .map(authorOf);
const organization = some(3).map((name): StatedAuthor => ({ name, family: name }));

function papers(author: fc.Arbitrary<StatedAuthor>): fc.Arbitrary<Bookmark> {
  return fc
    .uniqueArray(author, { selector: ({ name }) => name, minLength: 1, maxLength: 4 })
    .map((authors) => {
      const { paper, annotation } = starred(1);
      return { paper: { ...paper, ...authorFacts(authors) }, annotation };
    });
}

async function expectNames(text: string, { paper }: Bookmark): Promise<void> {
  const back = await paperIn(text);
  expect(back.authors).toEqual(paper.authors);
  expect(back.familyNames).toEqual(paper.familyNames);
  expect(sorted(back)).toEqual(sorted(paper));
}

test.each<ExportFormatId>(['json', 'bibtex', 'biblatex', 'ris', 'csl-json'])(
  'stated names, organizations too, come back from %s as they were',
  async (format) => {
    const any = papers(fc.oneof(person, organization));
    await fc.assert(
      fc.asyncProperty(any, async (one) => expectNames(await exportedText(format, [one]), one)),
    );
  },
);

test('stated names come back from a table and from a note', async () => {
  await fc.assert(
    fc.asyncProperty(papers(person), async (one) => {
      await expectNames(await exportedText('csv', [one]), one);
      await expectNames(noteOf(one), one);
    }),
  );
});

test('other programs read stated names as they were stated', async () => {
  const { paper, annotation } = starred(1);
  const stated = authorFacts([
    authorOf({ family: 'Garcia Lopez', given: 'Ana Maria' }),
    authorOf({ family: 'Delgado de Molina', given: 'Ana' }),
    { name: 'Google DeepMind', family: 'Google DeepMind' },
    authorOf({ family: 'De Marco', given: 'Maria' }),
  ]);
  const one = { paper: { ...paper, ...stated }, annotation };
  const [item] = JSON.parse(await exportedText('csl-json', [one]));
  expect(apaByCiteproc(item)).toMatch(
    /^Garcia Lopez, A. M., Delgado de Molina, A., Google DeepMind, & De Marco, M\./,
  );
  expect(copyAs(one.paper, 'citation')).toMatch(
    /^Garcia Lopez, A. M., Delgado de Molina, A., Google DeepMind, & De Marco, M\./,
  );
  const [inRis] = readByCitationJs(await exportedText('ris', [one]));
  expect(inRis?.author?.map(({ family }) => family)).toEqual([
    'Garcia Lopez',
    'Delgado de Molina',
    'Google DeepMind',
    'De Marco',
  ]);
  if (!hasPandoc) return;
  const [inBibtex] = JSON.parse(pandoc(await exportedText('bibtex', [one]), 'bibtex', 'csljson'));
  expect(inBibtex.author).toEqual([
    { family: 'Garcia Lopez', given: 'Ana Maria' },
    { family: 'Delgado de Molina', given: 'Ana' },
    { literal: 'Google DeepMind' },
    { family: 'De Marco', given: 'Maria' },
  ]);
});

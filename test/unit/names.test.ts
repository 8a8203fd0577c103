import fc from 'fast-check';
import { expect, test } from 'vitest';
import { invertName, joinName, splitName } from '../../lib/papers/names';

test.each([
  // what it understands
  ['Ada Lovelace', 'Lovelace', 'Ada', ''],
  ['  Ada\n Lovelace ', 'Lovelace', 'Ada', ''],
  ['Donald E. Knuth', 'Knuth', 'Donald E.', ''],
  ['J. R. R. Tolkien', 'Tolkien', 'J. R. R.', ''],
  ['J.K. Rowling', 'Rowling', 'J.K.', ''],
  ['JOHN SMITH', 'SMITH', 'JOHN', ''],
  ['danah boyd', 'boyd', 'danah', ''],
  ['Jean-Luc Picard-Smith', 'Picard-Smith', 'Jean-Luc', ''],
  ["Conan O'Brien", "O'Brien", 'Conan', ''],
  ['Łukasz Kaiser', 'Kaiser', 'Łukasz', ''],
  ['Юрий Гагарин', 'Гагарин', 'Юрий', ''],
  ['Ludwig van Beethoven', 'van Beethoven', 'Ludwig', ''],
  ['Laurens van der Maaten', 'van der Maaten', 'Laurens', ''],
  ['LAURENS VAN DER MAATEN', 'VAN DER MAATEN', 'LAURENS', ''],
  ['Juan Carlos De La Cruz', 'De La Cruz', 'Juan Carlos', ''],
  ['Leonardo da Vinci', 'da Vinci', 'Leonardo', ''],
  ['José Ortega y Gasset', 'Ortega y Gasset', 'José', ''],
  ['John Smith Jr.', 'Smith', 'John', 'Jr.'],
  ['John Smith, Jr.', 'Smith', 'John', 'Jr.'],
  ['Ada King III', 'King', 'Ada', 'III'],
  ['Lovelace, Ada', 'Lovelace', 'Ada', ''],
  ['van der Berg, Jan', 'van der Berg', 'Jan', ''],
  ['Smith, Jr., John', 'Smith', 'John', 'Jr.'],
  ['Quoc V. Le', 'Le', 'Quoc V.', ''],
  ['Van Nguyen', 'Nguyen', 'Van', ''],
])('%o is family %o, given %o', (name, family, given, suffix) => {
  expect(splitName(name)).toEqual({ kind: 'person', family, given, suffix });
});

test.each([
  // organizations
  'DeepSeek-AI',
  'Gemma Team',
  'Mistral AI',
  'The BigScience Workshop',
  'ATLAS Collaboration',
  'OpenAI Inc.',
  'Barnes and Noble',
  'Shanghai AI Lab',
  'Team GLM',
  'Meta, Inc.',
  // single names, and names in scripts of another order
  'Plato',
  '王小明',
  '王 小明',
  '김철수',
  'Wei Zhang (张伟)',
  'محمد بن سلمان',
  // what nobody can tell
  'Smith J.',
  'Smith JK',
  'Weinan E',
  'Wei LI',
  'Maria De Marco',
  'Nguyen Van Anh',
  'van Gogh',
  'Smith, John, London, UK',
  'Smith,',
  'user_42 xyz',
  'a@b.c d',
  'Ada -- Lovelace',
  '',
])('%o stays whole', (name) => {
  expect(splitName(name)).toEqual({ kind: 'literal', name });
});

test('no part of a name is lost or changed, whatever the name', () => {
  const word = fc.constantFrom(
    'Ada',
    'van',
    'der',
    'Van',
    'de',
    'la',
    'y',
    'Jr.',
    'III',
    'E.',
    'LI',
    'Team',
    '王',
    'Smith',
    ',',
    '-',
    'Łu',
  );
  const name = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.array(word, { maxLength: 6 }).map((words) => words.join(' ')),
  );
  const letters = (text: string): string => text.replace(/[\s,]+/g, ' ').trim();
  fc.assert(
    fc.property(name, (text) => {
      const split = splitName(text);
      if (split.kind === 'literal') {
        expect(joinName(split)).toBe(text.replace(/\s+/g, ' ').trim());
        return;
      }
      expect([joinName(split), invertName(split)].map(letters)).toContain(letters(text));
      expect(split.family).not.toBe('');
      expect(split.given).not.toBe('');
    }),
    { numRuns: 3_000 },
  );
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyAnnotation } from '../../../lib/papers/annotation';
import { markedParts } from '../../../lib/papers/query/marks';
import { matches } from '../../../lib/papers/query/matches';
import { parseQuery } from '../../../lib/papers/query/parse';
import { words } from '../../../lib/papers/query/words';
import { entryOf } from '../../../lib/search/document';

const NOW = new Date('2026-04-16T00:00:00.000Z');

/** Whether a query finds a paper of this title, or with this note. */
function finds(query: string, title: string, note = ''): boolean {
  const annotation = { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), starred: true, note };
  const paper = { id: 'arxiv:2410.24164', title, authors: [] } as const;
  const document = { id: paper.id, paper: { ...paper, authors: [] }, annotation, seen: null };
  return matches(parseQuery(query, NOW).query, entryOf(document, 'bookmarks'));
}

const PI = ['$\\pi_0$', 'π₀', 'π0', 'π_0', 'pi_0', '$π_0$', '$\\pi_{0}$', '\\pi_0', 'π_{0}', 'pi0'];

describe('a formula is found however it is typed and however it is stated', () => {
  test.each(PI.flatMap((typed) => PI.map((stated) => [typed, stated])))(
    '%s in %s',
    (typed, stated) => {
      expect(finds(typed ?? '', `${stated}: A Vision Model`)).toBe(true);
      expect(finds(typed ?? '', 'A Vision Model', `see ${stated}.`)).toBe(true);
    },
  );

  test.each([
    ['V^3', 'V³: Viewing'],
    ['v3', '$V^3$: Viewing'],
    ['UniF2ace', 'UniF^2ace'],
    ['"pi_0.5 model"', '$\\pi_{0.5}$ model'],
    ['beta_1', 'β₁ and $\\beta_1$'],
    ['alpha', 'An α-divergence'],
    ['α', 'An $\\alpha$-divergence'],
    ['2^128', 'Size $2^{128}$'],
    ['10^-3', 'at $10^{-3}$'],
    ['H2O', 'H$_2$O'],
    ['Schrödinger', 'Schr\\"odinger Bridge'],
    ['schrodinger', 'Schr\\"odinger Bridge'],
    ['multi', '\\textbf{M}ulti'],
    ['dual-head', 'texttt{D}ual-texttt{H}ead'],
  ])('%s in %s', (typed, stated) => {
    expect(finds(typed, stated)).toBe(true);
  });

  test.each([
    ['textbf', '\\textbf{Bold} words'],
    ['pi_1', '$\\pi_0$: A Vision Model'],
    ['gpt2', 'gpt_2 and file_2'],
    ['alpha', 'αυτό είναι ελληνικό'],
  ])('but not %s in %s', (typed, stated) => {
    expect(finds(typed, stated)).toBe(false);
  });

  test('words of Greek are found as they are written', () => {
    expect(finds('ελλην', 'αυτό είναι ελληνικό')).toBe(true);
  });
});

test('what was found is marked as it stands', () => {
  const marked = (text: string, typed: string): string =>
    markedParts(text, [words(typed)])
      .map((part) => (part.marked ? `[${part.text}]` : part.text))
      .join('');
  expect(marked('the π₀ model', 'pi_0')).toBe('the [π₀] model');
  expect(marked('the π_0 model', 'π0')).toBe('the [π_0] model');
  expect(marked('the pi_0.5 model', 'pi_0')).toBe('the [pi_0].5 model');
  expect(marked('V³ and α', 'v^3')).toBe('[V³] and α');
  expect(marked('V³ and α', 'al')).toBe('V³ and [α]');
});

test('marked parts are the text, formulas or not', () => {
  const any = fc.array(fc.constantFrom('π', '_', '0', '^', '{', 'x', 'αβ', ' ', '₀', 'É', '²'));
  fc.assert(
    fc.property(any, any, (text, typed) => {
      const mark = words(typed.join(''));
      const parts = markedParts(text.join(''), mark.length === 0 ? [] : [mark]);
      expect(parts.map((part) => part.text).join('')).toBe(text.join(''));
    }),
  );
});

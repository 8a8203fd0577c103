import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deepEqual } from '../../lib/papers/deepEqual';
import { factsBetween, factsTakenBack } from '../../lib/papers/factChanges';
import { fieldsBetween, fieldsTakenBack } from '../../lib/papers/fieldChanges';
import { combinePapers, refreshPaper } from '../../lib/papers/merging';
import type { Paper } from '../../lib/papers/paper';
import { FACTS, statedBy } from '../../lib/papers/sources';
import { extra, paper } from './arbitraries';

const ID = 'arxiv:2504.12345';

/** As the step log stores it. */
const stored = <T>(change: T): T => structuredClone(change);

/** Whether a page has said since what a fact is; that a list has nothing in it says nothing. */
function isStatedAnew(fact: (typeof FACTS)[number], merged: Paper, seen: Paper): boolean {
  if (seen[fact] === undefined) return false;
  return !deepEqual(seen[fact], merged[fact]) || seen.sources?.[fact] !== merged.sources?.[fact];
}

test('facts that an import changed are taken back, text for text', () => {
  fc.assert(
    fc.property(paper(ID), paper(ID), (known, imported) => {
      const merged = combinePapers(known, imported);
      const change = factsBetween(known, merged);
      const back = change === null ? merged : factsTakenBack(merged, stored(change));
      expect(back).toEqual(known);
      expect(JSON.stringify(back.sources)).toBe(JSON.stringify(known.sources));
      if (change !== null) expect(factsTakenBack(back, change)).toEqual(back); // twice is once
    }),
  );
});

test('what a page has stated since stays, and everything else is as it was', () => {
  fc.assert(
    fc.property(paper(ID), paper(ID), paper(ID), (known, imported, stated) => {
      const merged = combinePapers(known, imported);
      const seen = refreshPaper(merged, statedBy('page', stated));
      const change = factsBetween(known, merged);
      fc.pre(change !== null);
      const back = factsTakenBack(seen, stored(change));
      const alone = refreshPaper(known, statedBy('page', stated));
      for (const fact of FACTS) {
        if (isStatedAnew(fact, merged, seen)) {
          expect(back[fact]).toEqual(seen[fact]);
        } else if (alone[fact] === known[fact]) expect(back[fact]).toEqual(known[fact]);
      }
    }),
  );
});

test('a title that a page confirms since is the page’s, and is not taken back', () => {
  const title = (text: string): Paper => ({ id: ID, title: text, authors: [] });
  const known = statedBy('link', title('a label'));
  const merged = combinePapers(known, statedBy('bibliography', title('Tiny Nets')));
  const change = factsBetween(known, merged);
  if (change === null) throw new Error('nothing changed');
  expect(factsTakenBack(merged, change)).toEqual(known);
  const confirmed = refreshPaper(merged, title('Tiny Nets'));
  expect(factsTakenBack(confirmed, change)).toEqual(confirmed);
});

test('any fields are taken back, and those that changed again since are not', () => {
  fc.assert(
    fc.property(extra, extra, extra, (a, b, c) => {
      const [before, after] = [a ?? {}, { ...a, ...b }];
      const change = fieldsBetween(before, after);
      if (change === null) {
        expect(after).toEqual(before);
        return;
      }
      expect(fieldsTakenBack(after, stored(change))).toEqual(before);
      const since = { ...after, ...c };
      const back = new Map(Object.entries(fieldsTakenBack(since, change)));
      for (const [name, value] of Object.entries(since)) {
        if (JSON.stringify(value) !== JSON.stringify(after[name])) {
          expect(back.get(name)).toEqual(value);
        }
      }
    }),
  );
});

test('a change of a long abstract is small where nothing was there before', () => {
  const known: Paper = { id: ID, title: 'Tiny Nets', authors: [] };
  const merged = { ...known, abstract: 'long '.repeat(4_000) };
  expect(JSON.stringify(factsBetween(known, merged)).length).toBeLessThan(100);
});

import { describe, expect, test } from 'vitest';
import { type Annotation, applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import { broken, type Sent } from '../faults/model';

// The model of the faults is itself held to what it must notice, and to what it must let pass.

const A: PaperId = 'arxiv:2604.10001';
const B: PaperId = 'arxiv:2604.10002';

function sent(key: string, from: number, until: number, facts: Partial<Sent>): Sent {
  return { key, from, until, outcome: 'answered', patches: new Map(), ...facts };
}
const star = (starred: boolean) => new Map([[A, { starred }]]);
const note = (text: string) => new Map([[A, { note: text }]]);
const having = (patch: Parameters<typeof applyPatch>[1], id = A): [PaperId, Annotation] => [
  id,
  applyPatch(emptyAnnotation('2026-01-01T00:00:00.000Z'), patch, '2026-01-01T00:00:00.000Z'),
];
const library = (...rows: [PaperId, Annotation][]) => new Map(rows);

test('an answered write has to be there', () => {
  const log = [sent('one', 0, 10, { patches: star(true) })];
  expect(broken(log, library(having({ starred: true })))).toEqual([]);
  expect(broken(log, library())).toHaveLength(1);
});

test('an unanswered write may be there or not, and nothing else may', () => {
  const log = [sent('one', 0, 10, { patches: note('typed'), outcome: 'unknown' })];
  expect(broken(log, library())).toEqual([]);
  expect(broken(log, library(having({ note: 'typed' })))).toEqual([]);
  expect(broken(log, library(having({ note: 'typ' })))).toHaveLength(1);
});

test('a later answered write wins; of two at once either does', () => {
  const early = sent('early', 0, 10, { patches: note('early') });
  const late = sent('late', 100, 110, { patches: note('late') });
  expect(broken([early, late], library(having({ note: 'late' })))).toEqual([]);
  expect(broken([early, late], library(having({ note: 'early' })))).toHaveLength(1);
  const lost = { ...early, outcome: 'unknown' } as const;
  expect(broken([lost, late], library(having({ note: 'early' })))).toHaveLength(1);
  const meanwhile = sent('meanwhile', 5, 110, { patches: note('late') });
  expect(broken([early, meanwhile], library(having({ note: 'early' })))).toEqual([]);
});

test('no unanswered write is there in part', () => {
  const both = new Map([
    [A, { starred: true, addTags: ['m1'] }],
    [B, { starred: true, addTags: ['m1'] }],
  ]);
  const log = [sent('both', 0, 10, { patches: both, marker: 'm1', outcome: 'unknown' })];
  const all = { starred: true, addTags: ['m1'] };
  expect(broken(log, library())).toEqual([]);
  expect(broken(log, library(having(all), having(all, B)))).toEqual([]);
  expect(broken(log, library(having(all)))[0]).toBe('both is there in part');
  expect(broken(log, library(having({ addTags: ['m1'] }), having(all, B)))).toHaveLength(1);
  expect(broken(log, library(having({ starred: true })))).toHaveLength(1);
});

test('an undo brings back what was before, and leaves what was changed since', () => {
  const first = sent('first', 0, 10, { patches: note('first') });
  const second = sent('second', 100, 110, { patches: note('second'), step: 7 });
  const undo = sent('undo', 200, 210, { undoes: 7 });
  expect(broken([first, second, undo], library(having({ note: 'first' })))).toEqual([]);
  expect(broken([first, second, undo], library(having({ note: 'second' })))).toHaveLength(1);
  expect(broken([first, second, undo], library())).toHaveLength(1);
  const third = sent('third', 150, 160, { patches: note('third') });
  expect(broken([first, second, third, undo], library(having({ note: 'third' })))).toEqual([]);
  const unheard = { ...undo, outcome: 'unknown' } as const;
  expect(broken([first, second, unheard], library(having({ note: 'second' })))).toEqual([]);
  expect(broken([first, second, unheard], library(having({ note: 'first' })))).toEqual([]);
});

test('an undo also takes back what another command said again meanwhile', () => {
  const first = sent('first', 0, 100, { patches: star(true), step: 7 });
  const again = sent('again', 50, 150, { patches: star(true), step: null });
  const undo = sent('undo', 200, 210, { undoes: 7 });
  expect(broken([first, again, undo], library())).toEqual([]);
});

test('of two commands that were answered with one step an undo takes back the one that made it', () => {
  const nothing = new Map([[A, { removeTags: ['rl'] }]]);
  const found = sent('found', 0, 90, { patches: nothing, step: 7 });
  const made = sent('made', 0, 70, { patches: note('made'), step: 7 });
  const undo = sent('undo', 200, 210, { undoes: 7 });
  expect(broken([found, made, undo], library())).toEqual([]);
  const before = sent('before', -20, -10, { patches: note('before') });
  expect(broken([before, found, made, undo], library())).toHaveLength(1);
});

test('what was sent twice around another command may be taken back in part', () => {
  const twice = sent('twice', 0, 900, { patches: note('twice'), step: 8 });
  const between = sent('between', 50, 800, { patches: star(true), step: 7 });
  const undo = sent('undo', 2_000, 2_010, { undoes: 8 });
  const both = library(having({ note: 'twice', starred: true }));
  expect(broken([twice, between, undo], both)).toEqual([]);
  const after = { ...between, from: 1_000, until: 1_100 };
  expect(broken([twice, after, undo], both)).toHaveLength(1);
});

test('a command that failed changed nothing', () => {
  const failed = sent('one', 0, 10, { patches: star(true), outcome: 'failed' });
  expect(broken([failed], library())).toEqual([]);
  expect(broken([failed], library(having({ starred: true })))).toHaveLength(1);
});

describe('a note that is typed in two places', () => {
  const typed = (key: string, from: number, noteWas: string, text: string): Sent =>
    sent(key, from, from + 10, { patches: new Map([[A, { note: text, noteWas }]]) });
  const mine = typed('mine', 0, '', 'm1-1 added ');
  const theirs = typed('theirs', 5, '', 'm1-2 added ');

  test('has what was typed in both', () => {
    const both = library(having({ note: 'm1-2 added \n\n---\n\nm1-1 added ' }));
    expect(broken([mine, theirs], both)).toEqual([]);
    const one = broken([mine, theirs], library(having({ note: 'm1-2 added ' })));
    expect(one).toHaveLength(1);
    expect(one[0]).toContain('lacks m1-1');
  });

  test('may lack what was typed over, replaced or taken back since', () => {
    const gone = library(having({ note: 'm1-2 added ' }));
    const over = typed('over', 100, 'm1-1 added ', 'other');
    const replaced = sent('replaced', 100, 110, { patches: note('m1-2 added ') });
    const undo = sent('undo', 100, 110, { undoes: 7 });
    for (const later of [over, replaced, undo]) {
      expect(broken([mine, theirs, later], gone)).toEqual([]);
    }
    const before = { ...replaced, from: -100, until: -50 };
    expect(broken([before, mine, theirs], gone)).toHaveLength(1);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyPatch, emptyAnnotation } from '../../lib/papers/annotation';
import { joinNotes, NOTE_SEPARATOR, typedOver } from '../../lib/papers/notes';

const AT = '2026-04-16T10:00:00.000Z';
const blocks = (...texts: string[]): string => texts.join(NOTE_SEPARATOR);

describe('what is typed over a note', () => {
  test.each([
    ['replaces it where it is still the note', 'abc', 'abc', 'abcd', 'abcd'],
    ['begins one where there is none', '', '', 'a', 'a'],
    ['clears it', 'abc', 'abc', '', ''],
    ['replaces its block of a merged note', blocks('b', 'x'), 'b', 'bc', blocks('bc', 'x')],
    ['replaces a block in the middle', blocks('a', 'b', 'c'), 'b', 'B', blocks('a', 'B', 'c')],
    [
      'replaces its block though others were changed',
      blocks('a', 'b!'),
      blocks('a', 'b'),
      blocks('a!', 'b'),
      blocks('a!', 'b!'),
    ],
    [
      'takes its block away though others were changed',
      blocks('a', 'b!'),
      blocks('a', 'b'),
      'b',
      'b!',
    ],
    ['replaces several blocks', blocks('a', 'b', 'c'), blocks('a', 'b'), 'ab', blocks('ab', 'c')],
    ['takes its block away', blocks('a', 'b', 'c'), 'b', '', blocks('a', 'c')],
    ['is kept beside another note', 'theirs', 'mine', 'mine, too', blocks('mine, too', 'theirs')],
    ['is kept beside a note that was begun meanwhile', 'theirs', '', 'm', blocks('m', 'theirs')],
    ['comes back where the note was cleared', '', 'mine', 'mine, too', 'mine, too'],
    ['is there already, from the first time', 'abcd', 'abc', 'abcd', 'abcd'],
    ['is kept beside a note that begins alike', 'another', '', 'a', blocks('a', 'another')],
    ['has the other note in it', 'abc', '', 'abc\nand more', 'abc\nand more'],
    ['takes nothing else away', 'theirs', 'mine', '', 'theirs'],
    ['is no part of a word', 'another block', 'block', 'lock', blocks('lock', 'another block')],
    ['counts once, where an older text came back', blocks('ab', 'abX'), 'ab', 'abX', 'abX'],
    ['changes nothing where it is the same', 'theirs', 'mine', 'mine', 'theirs'],
  ])('%s', (_name, stored, was, note, after) => {
    expect(typedOver(stored, was, note)).toBe(after);
  });

  /** Notes of few blocks, so that they share some; as merging writes them, none of one note twice. */
  const block = fc.constantFrom('a', 'b', 'c', 'ab', 'a b', ' ', '\n\n---');
  const note = fc.uniqueArray(block, { maxLength: 5 }).map((texts) => blocks(...texts));

  test('twice is the same as once', () => {
    fc.assert(
      fc.property(note, note, note, (stored, was, next) => {
        const once = typedOver(stored, was, next);
        expect(typedOver(once, was, next)).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test('is there afterwards, and so is all of another note', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (stored, was, next) => {
        const after = typedOver(stored, was, next);
        if (was !== next) expect(after).toContain(next.trim());
        if (stored !== was) expect(after).toContain(stored.trim());
      }),
    );
  });

  test('letter by letter, with any part of it sent again, is what was typed last', () => {
    const text = fc.stringMatching(/^[ab \n]{0,4}$/);
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 8 }), fc.nat(), (texts, from) => {
        const edits = texts.slice(1).map((next, at) => [texts[at] ?? '', next] as const);
        const again = edits.slice(from % texts.length);
        let stored = texts[0] ?? '';
        for (const [was, next] of [...edits, ...again]) stored = typedOver(stored, was, next);
        expect(stored.trim()).toBe(texts.at(-1)?.trim());
      }),
      { numRuns: 2_000 },
    );
  });

  test('may be long, and have many blocks', () => {
    const many = Array<string>(20_000).fill('a');
    expect(typedOver(blocks('x', ...many), 'a', 'b')).toBe(blocks('x', 'b'));
    const long = 'a'.repeat(200_000);
    const part = long.slice(0, 100_000);
    expect(typedOver(`b${long}`, 'x', part)).toBe(blocks(part, `b${long}`));
  });
});

test('a patch types over what it says, and replaces the note where it says nothing', () => {
  const stored = { ...emptyAnnotation(AT), note: 'theirs' };
  expect(applyPatch(stored, { note: 'mine', noteWas: '' }, AT)).toMatchObject({
    note: blocks('mine', 'theirs'),
    noteAt: AT,
  });
  expect(applyPatch(stored, { note: 'mine' }, AT).note).toBe('mine');
  expect(applyPatch(stored, { noteWas: 'x' }, AT)).toEqual(stored);
});

test('of two notes of which one has the other, that one is both', () => {
  expect(joinNotes('Read it', 'Read it again')).toBe('Read it again');
  expect(joinNotes('', 'Read it')).toBe('Read it');
  expect(joinNotes('New', 'Old')).toBe(blocks('New', 'Old'));
});

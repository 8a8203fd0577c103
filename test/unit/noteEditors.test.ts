import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createNoteWorld, type Editor, goneOn } from '../fakes/noteEditors';

// Several editors of one note, with messages, answers, deaths and reloads in any order.

type Act =
  | { kind: 'types'; who: number; where: number }
  | { kind: 'erases'; who: number; where: number }
  | { kind: 'reloads'; who: number }
  | { kind: 'is told'; who: number }
  | { kind: 'message' | 'answer' | 'death' | 'outbox' };

const who = fc.nat(2);
const where = fc.nat(20);
const typing: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('types' as const), who, where });
const erasing: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('erases' as const), who, where });
const reloading: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('reloads' as const), who });
const telling: fc.Arbitrary<Act> = fc.record({ kind: fc.constant('is told' as const), who });
const going = (kind: 'message' | 'answer' | 'death' | 'outbox'): fc.Arbitrary<Act> =>
  fc.constant({ kind });
const moving = [going('message'), going('answer'), telling];

/** The words of a note; what stands between them is no word. */
function wordsIn(note: string): string[] {
  return note.match(/\w+/g) ?? [];
}

/** Puts a word between two others. */
function withWord(note: string, where: number, word: string): string {
  const gaps = [...note.matchAll(/(?<=\w)(?!\w)/g)].map(({ index }) => index);
  const at = gaps[where % (gaps.length + 1)] ?? 0;
  return `${note.slice(0, at)}${at === 0 ? `${word} ` : ` ${word}`}${note.slice(at)}`;
}

/** Carries out acts and gives all words that were typed and not erased again. */
async function play(acts: readonly Act[]) {
  const world = createNoteWorld();
  const editors: Editor[] = [world.open(), world.open(), world.open()];
  const typed = new Set<string>();
  for (const [at, act] of acts.entries()) {
    const editor = 'who' in act ? editors[act.who] : undefined;
    switch (act.kind) {
      case 'types': {
        const word = `w${1_000 + at}`;
        typed.add(word);
        editor?.type((shown) => withWord(shown, act.where, word));
        break;
      }
      case 'erases': {
        const words = wordsIn(editor?.value() ?? '');
        const word = words[act.where % words.length];
        if (word === undefined) break;
        typed.delete(word);
        editor?.type((shown) => shown.replace(word, ''));
        break;
      }
      case 'reloads':
        editor?.leave();
        editors[act.who] = world.open();
        break;
      case 'is told':
        world.pulse(act.who);
        break;
      case 'message':
        world.carryOut();
        break;
      case 'answer':
        world.answer();
        break;
      case 'death':
        world.die();
        break;
      case 'outbox':
        world.takeOutbox();
    }
    await goneOn();
  }
  await world.settle();
  return { world, editors, typed };
}

test('whatever is typed in three windows at once is in the note, whatever dies meanwhile', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.oneof(
          typing,
          typing,
          ...moving,
          ...moving,
          erasing,
          reloading,
          going('death'),
          going('outbox'),
        ),
        { maxLength: 60, size: 'max' },
      ),
      async (acts) => {
        const { world, typed } = await play(acts);
        expect(wordsIn(world.note())).toEqual(expect.arrayContaining([...typed]));
      },
    ),
    { numRuns: 1_000 },
  );
});

test('when all is quiet every window shows what is stored', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(typing, ...moving, erasing, reloading, going('death')), {
        maxLength: 60,
        size: 'max',
      }),
      async (acts) => {
        const { world, editors } = await play(acts);
        for (const editor of editors) {
          const value = editor.value();
          // Blanks alone are not stored, and stay where they were typed.
          expect(world.note() === '' ? value.trim() : value).toBe(world.note());
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test('what is typed in one window is there once, whatever worker dies meanwhile', async () => {
  const alone = [typing, erasing].map((acts) => acts.map((act) => ({ ...act, who: 0 })));
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(...alone, ...moving, going('death'), going('outbox')), {
        maxLength: 60,
        size: 'max',
      }),
      async (acts) => {
        const { world } = await play(acts);
        const words = wordsIn(world.note());
        expect(words).toEqual([...new Set(words)]);
      },
    ),
    { numRuns: 1_000 },
  );
});

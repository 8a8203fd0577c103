import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ANSWERS as GUARDS } from '../../lib/messages/answers';
import { type Answer, CONTRACT, type MessageName } from '../../lib/messages/contract';
import { CHECK_STEPS, RHYTHMS } from '../../lib/messages/syncMessages';
import { emptyAnnotation, STATUSES } from '../../lib/papers/annotation';
import { isPaperId, type PaperId } from '../../lib/papers/ids';
import { PART_NAMES } from '../../lib/papers/parts/parts';
import { REMOTE_FAILURES } from '../../lib/remote/folder';

const NAMES = Object.keys(CONTRACT) as MessageName[]; // the contract's own keys
const id = fc
  .integer({ min: 0, max: 99_999 })
  .map((n) => `arxiv:2504.${String(n).padStart(5, '0')}`);
const time = fc.date({ noInvalidDate: true, min: new Date(0), max: new Date('2100-01-01') });
const at = time.map((date) => date.toISOString());
const maybeAt = fc.option(at);
const count = fc.nat();
const undo = fc.option(fc.integer({ min: 1 }));
const annotation = fc.record({
  starred: fc.boolean(),
  starredAt: maybeAt,
  status: fc.constantFrom(null, ...STATUSES),
  statusAt: maybeAt,
  tags: fc.array(fc.string({ minLength: 1 })),
  tagsAt: maybeAt,
  note: fc.string(),
  noteAt: maybeAt,
  createdAt: at,
});
const paperId = id.filter((value): value is PaperId => isPaperId(value));
const annotations = fc.record({ annotations: fc.dictionary(paperId, annotation) });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const label = fc.record({
  sign: fc.string(),
  colours: maybe(fc.array(fc.string())),
  shown: fc.string(),
  said: fc.string(),
});
const about = fc.record({
  papers: fc.dictionary(
    paperId,
    fc.record({
      annotation: maybe(annotation),
      title: maybe(fc.string()),
      seen: maybe(fc.boolean()),
      dismissed: maybe(fc.boolean()),
      labels: maybe(fc.array(label)),
    }),
  ),
});
const told = fc.record({ told: fc.constant(true as const) });
const bulk = fc.record({ changed: count, missing: count, undo });
const searches = fc.record({ searches: count });
const staged = fc.record({ staged: count });
const evicted = fc.record({ evicted: count });

const kind = <K extends string>(name: K) => fc.record({ kind: fc.constant(name) });
const refusal = fc.oneof(
  kind('wrongPassphrase'),
  kind('newer'),
  kind('cardless'),
  kind('changed'),
  kind('unsealed'),
  fc.record({
    kind: fc.constant('failed' as const),
    why: fc.constantFrom(...REMOTE_FAILURES),
    status: fc.option(count),
  }),
);
const waits = {
  changes: count,
  why: fc.constantFrom(...REMOTE_FAILURES),
  status: fc.option(count),
};
const syncNews = {
  state: fc.oneof(
    kind('off'),
    kind('joining'),
    fc.record({ kind: fc.constant('syncing' as const), changes: count }),
    fc.record({ kind: fc.constant('inStep' as const), machines: count, at }),
    fc.record({ kind: fc.constant('waiting' as const), ...waits, nextAt: at }),
    fc.record({ kind: fc.constant('stopped' as const), ...waits }),
    fc.record({
      kind: fc.constant('held' as const),
      machine: fc.string(),
      removals: count,
      of: count,
    }),
  ),
  canUndoJoining: fc.boolean(),
};

const ANSWERS: { [N in MessageName]: fc.Arbitrary<Answer<N>> } = {
  'page.show': about,
  'page.ask': about,
  'marks.load': told,
  'marks.settings': fc.record({
    remembers: fc.boolean(),
    showsNew: fc.boolean(),
    seenCards: fc.constantFrom('dim' as const, 'hide' as const, null),
    singleKeys: fc.boolean(),
  }),
  'papers.see': told,
  'papers.unsee': told,
  'annotations.get': annotations,
  'annotation.patch': fc.record({ annotation, undo }),
  'paper.dismiss': fc.record({ dismissed: fc.boolean(), undo }),
  'paper.copy': fc.record({ text: fc.string() }),
  'tags.list': fc.record({ tags: fc.array(fc.record({ tag: fc.string(), count })) }),
  'editor.load': told,
  'annotations.patchMany': bulk,
  'bookmarks.removeMany': bulk,
  'trash.restore': bulk,
  'trash.empty': fc.record({ emptied: count }),
  'tag.rename': bulk,
  'tag.delete': bulk,
  'tag.colour': fc.record({ undo }),
  'search.save': searches,
  'search.delete': searches,
  'bookmark.remove': fc.record({ undo }),
  'paper.merge': fc.record({ undo }),
  'step.undo': fc.record({ ids: fc.array(paperId) }),
  'import.stage': staged,
  'import.apply': fc.record({
    added: count,
    merged: count,
    same: count,
    searches: count,
    colours: count,
    undo,
  }),
  'import.abandon': staged,
  'backup.settle': fc.record({ settled: fc.boolean() }),
  'library.startAnew': fc.record({ started: fc.constant(true as const) }),
  'cache.policy': evicted,
  'cache.clear': evicted,
  'sync.status': fc.record({
    ...syncNews,
    place: fc.constantFrom(
      null,
      { kind: 'webdav' as const, origin: 'https://dav.example' },
      { kind: 'folder' as const, name: 'Papers' },
    ),
    machineName: fc.string(),
    minutes: fc.constantFrom(...RHYTHMS),
  }),
  'sync.check': fc.record({
    done: fc.array(fc.constantFrom(...CHECK_STEPS)),
    failed: fc.option(
      fc.record({
        step: fc.constantFrom(...CHECK_STEPS),
        why: fc.constantFrom(...REMOTE_FAILURES),
        status: fc.option(count),
      }),
    ),
    there: fc.option(
      fc.oneof(
        kind('empty'),
        kind('newer'),
        kind('cardless'),
        fc.record({
          kind: fc.constant('library' as const),
          id: fc.string(),
          isSealed: fc.boolean(),
          machines: count,
        }),
      ),
    ),
    movedTo: maybe(fc.record({ address: fc.string(), isGuess: fc.boolean() })),
  }),
  'sync.endCheck': told,
  'sync.preview': fc.oneof(
    fc.record({
      kind: fc.constant('preview' as const),
      there: count,
      here: count,
      together: count,
      notesJoined: count,
    }),
    refusal,
  ),
  'sync.connect': fc.oneof(kind('started'), refusal),
  'sync.undoJoining': fc.record({ undone: fc.boolean() }),
  'sync.now': told,
  'sync.disconnect': fc.record({ left: count }),
  'sync.machines': fc.record({
    machines: fc.array(
      fc.record({
        id: fc.string(),
        name: fc.string(),
        lastSeen: maybeAt,
        isThis: fc.boolean(),
        files: fc.option(count),
        bytes: fc.option(count),
      }),
    ),
  }),
  'sync.forget': told,
  'sync.came': fc.record({
    came: fc.array(
      fc.record({
        at,
        machine: fc.string(),
        paperId,
        title: fc.string(),
        parts: fc.array(fc.constantFrom(...PART_NAMES, 'removed' as const)),
        conflict: maybe(
          fc.oneof(
            fc.record({
              kind: fc.constant('status' as const),
              other: fc.constantFrom(null, ...STATUSES),
              by: fc.string(),
            }),
            kind('notes'),
            kind('back'),
          ),
        ),
      }),
    ),
  }),
  'sync.answerHeld': told,
  'sync.putThere': fc.oneof(told, refusal),
  'sync.rhythm': told,
};

/** The answer with one value somewhere in it, chosen by `pick`, replaced. */
function spoil(value: unknown, pick: number, replacement: unknown): unknown {
  if (typeof value !== 'object' || value === null) return replacement;
  const keys = Object.keys(value);
  const key = keys[pick % Math.max(keys.length, 1)];
  if (key === undefined) return replacement;
  const child: unknown = Reflect.get(value, key);
  const spoilt = spoil(child, Math.floor(pick / keys.length), replacement);
  return Array.isArray(value)
    ? value.map((other, index) => (String(index) === key ? spoilt : other))
    : { ...value, [key]: spoilt };
}

describe.each(NAMES)('the guard of %s', (name) => {
  const isValid = (value: unknown): boolean => CONTRACT[name].answer.safeParse(value).success;

  test('accepts what the schema accepts', () => {
    fc.assert(
      fc.property<[unknown]>(ANSWERS[name], (answer) => {
        expect(isValid(answer)).toBe(true);
        expect(GUARDS[name](answer)).toBe(true);
      }),
    );
  });

  test('accepts no other shape: a value of another type anywhere in an answer', () => {
    const wrong = fc.constantFrom(undefined, Symbol('s'), () => {}, 1n);
    fc.assert(
      fc.property<[unknown, number, unknown]>(
        ANSWERS[name],
        fc.nat(),
        wrong,
        (answer, pick, bad) => {
          const spoilt = spoil(answer, pick, bad);
          fc.pre(bad !== undefined || !isValid(spoilt)); // what may be absent may be undefined
          expect(GUARDS[name](spoilt)).toBe(false);
        },
      ),
    );
  });

  test('accepts whatever the schema accepts, and of anything else only values of the right types', () => {
    const any = fc.oneof(fc.jsonValue(), fc.anything());
    fc.assert(
      fc.property<[unknown, number, unknown]>(
        ANSWERS[name],
        fc.nat(),
        any,
        (answer, pick, other) => {
          const value = spoil(answer, pick, other);
          if (isValid(value)) expect(GUARDS[name](value)).toBe(true);
        },
      ),
    );
  });

  test.each([[undefined], [null], [7], ['x'], [true], [[]], [{}], [[{}]]])(
    'rejects %j',
    (value) => {
      expect(GUARDS[name](value)).toBe(false);
    },
  );
});

test('what a card shows of an annotation may say how many more tags there are, as a number', () => {
  const saying = (more: unknown) => {
    const said = { ...emptyAnnotation('2026-01-01T00:00:00.000Z'), more };
    return { papers: { 'arxiv:2504.00001': { annotation: said } } };
  };
  expect(GUARDS['page.show'](saying(7))).toBe(true);
  expect(GUARDS['page.show'](saying('7'))).toBe(false);
});

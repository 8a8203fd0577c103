import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type AnnotationPatch, isEmpty, type Status } from '../../../lib/papers/annotation';
import { keptIn } from '../../../lib/papers/bookmark';
import type { PaperId } from '../../../lib/papers/ids';
import { mergeKept } from '../../../lib/papers/merging';
import type { Dot } from '../../../lib/sync/dots';
import type { Batch, Element } from '../../../lib/sync/elements';
import { shown } from '../../../lib/sync/showing';
import { annotation, bookmark, extra } from '../arbitraries';
import { type Command, Peer } from './peer';
import { randomOf, toolsOf } from './tools';

const ID: PaperId = 'arxiv:2504.12345';
const OTHER: PaperId = 'hf:some-paper';

const value = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(true, [true, null], ['read', '2026-01-01T00:00:00.000Z'], ['a note', null]),
);
const element: fc.Arbitrary<Element> = fc.record({
  register: fc.constantFrom(
    ...['starred', 'status', 'note', 'tag:rl', 'tags', 'created', 'extra', 'facts', 'newer'],
  ),
  dot: fc.constantFrom('a1.1.0a', 'a1.2.0b', 'b2.1.0c', 'b2.2.0d', 'c3.1.0e'),
  value,
});
const elements = fc.uniqueArray(element, { selector: ({ register, dot }) => register + dot });

test('what elements show does not depend on their order, whatever they are', () => {
  fc.assert(
    fc.property(elements, fc.infiniteStream(fc.nat()), (set, numbers) => {
      const shuffled = [...set]
        .map((one) => ({ one, key: numbers.next().value ?? 0 }))
        .sort((a, b) => a.key - b.key)
        .map(({ one }) => one);
      expect(shown(ID, shuffled)).toEqual(shown(ID, set));
    }),
  );
});

test('what elements show does not depend on what their batches are called: a copied machine gets another id', () => {
  fc.assert(
    fc.property(elements, fc.array(fc.nat(), { minLength: 5, maxLength: 5 }), (all, numbers) => {
      const names = new Map<string, Dot>();
      const renamed = all.map(({ dot, ...rest }) => {
        const name = names.get(dot) ?? (`d${numbers[names.size] ?? 0}.1.0${names.size}` as const);
        names.set(dot, name);
        return { ...rest, dot: name };
      });
      expect(shown(ID, renamed)).toEqual(shown(ID, all));
    }),
  );
  const notes = ['one', 'two', 'three'].map((note) => [note, '2026-01-01T00:00:00.000Z']);
  const namedBy = (names: readonly Dot[]) =>
    shown(
      ID,
      names.map((dot, at) => ({ register: 'note', dot, value: notes[at] })),
    );
  expect(namedBy(['a.1.0', 'b.1.0', 'c.1.0'])).toEqual(namedBy(['c.1.0', 'a.1.0', 'b.1.0']));
});

test('two machines that said something at once show what merging two libraries shows', () => {
  const kept = fc
    .record({ annotation, extra })
    .filter((one) => !isEmpty(one.annotation))
    .map(keptIn);
  fc.assert(
    fc.property(kept, kept, (a, b) => {
      const peers = peersWith(2);
      for (const [at, one] of [a, b].entries()) {
        peers[at]?.do(ID, { kind: 'import', said: one.annotation, extra: one.extra });
      }
      exchange(peers);
      for (const { papers } of peers) {
        expect(papers.get(ID)?.state.bookmark).toEqual(mergeKept(a, b));
      }
    }),
  );
});

test('whatever is captured is shown as it was, and captured once', () => {
  fc.assert(
    fc.property(bookmark, (one) => {
      fc.pre(!isEmpty(one.annotation));
      const [peer] = peersWith(1);
      const { id } = one.paper;
      peer.do(id, { kind: 'import', said: one.annotation, extra: one.extra });
      expect(peer.capture()).toHaveLength(1);
      expect(shown(id, peer.paper(id).replica.elements).kept.annotation).toEqual(one.annotation);
      expect(peer.capture([id])).toEqual([]);
    }),
  );
});

const text = fc.constantFrom('', 'a', 'b', 'a longer one', 'of two\nlines');
const patch: fc.Arbitrary<AnnotationPatch> = fc.oneof(
  fc.record({ starred: fc.boolean() }),
  fc.record({ status: fc.constantFrom<(Status | null)[]>('to-read', 'read', null) }),
  fc.record({ note: text }),
  fc.record({ addTags: fc.constantFrom<string[][]>(['RL'], ['rl', 'constructor', '__proto__']) }),
  fc.record({ removeTags: fc.constantFrom<string[][]>(['rl'], ['__proto__']) }),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  patch.map((one): Command => ({ kind: 'patch', patch: one })),
  fc.record({ kind: fc.constantFrom('remove' as const, 'restore' as const, 'empty' as const) }),
  annotation.filter((said) => !isEmpty(said)).map((said): Command => ({ kind: 'import', said })),
);
type Step = { peer: number; id: PaperId; command: Command } | { peer: number; hears: number };
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ peer: fc.nat(2), id: fc.constantFrom(ID, OTHER), command }) },
  { weight: 2, arbitrary: fc.record({ peer: fc.nat(2), hears: fc.nat(5) }) },
);

describe('machines that have heard the same', () => {
  test('have the same library in whatever allowed order they heard it, and say nothing more', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), (steps, seed) => {
        const peers = follow(steps, seed);
        exchange(peers, randomOf(seed));
        const [first] = peers;
        for (const peer of peers) {
          expect(peer.library()).toEqual(first?.library());
          expect(peer.capture([ID, OTHER])).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('have it too where one took the whole state of another in', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 25 }), fc.nat(), (steps, seed) => {
        const [a, b, c] = follow(steps, seed);
        if (!a || !b || !c) throw new Error('there are three');
        for (const peer of [a, b, c]) peer.capture();
        b.join(a.state());
        c.join(b.state());
        const fresh = new Peer(toolsOf(randomOf(seed + 1)));
        fresh.join(a.state());
        const all = [a, b, c, fresh];
        exchange(all, randomOf(seed));
        for (const peer of all) expect(peer.library()).toEqual(a.library());
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is said', () => {
  test.each<[string, Command, Command[], object | null]>([
    ['a star that is taken back', star(true), [star(false)], null],
    ['a tag that is taken off', tag('rl'), [star(true), untag('rl')], { tags: [], starred: true }],
    ['a note that is shortened', note('one two'), [note('one')], { note: 'one' }],
    ['a status that is cleared', status('read'), [star(true), status(null)], { status: null }],
    ['a bookmark that is removed', note('one'), [{ kind: 'remove' }], null],
  ])('travels: %s', (_, first, then, wanted) => {
    const [a, b] = peersWith(2);
    a.do(ID, first);
    exchange([a, b]);
    for (const one of then) b.do(ID, one);
    exchange([a, b]);
    for (const { papers } of [a, b]) {
      const { bookmark: kept = null } = papers.get(ID)?.state ?? {};
      if (wanted === null) expect(kept).toBeNull();
      else expect(kept?.annotation).toMatchObject(wanted);
    }
  });

  test.each<[string, Command[], Command[], Command[], object]>([
    [
      'a tag that is added while another is taken off',
      [tag('rl')],
      [tag('llm')],
      [star(true), untag('rl')],
      { tags: ['llm'], starred: true },
    ],
    [
      'a tag that is added again while it is taken off',
      [star(true), tag('rl')],
      [untag('rl'), tag('RL')],
      [untag('rl')],
      { tags: ['RL'] },
    ],
    ['two notes', [note('x')], [note('x one')], [note('x two')], { note: notes('x two', 'x one') }],
    [
      'the newer of two statuses',
      [star(true)],
      [status('read')],
      [status('reading')],
      { status: 'reading' },
    ],
    [
      'a bookmark that is removed while it gets a tag: whole',
      [star(true), note('n'), status('read')],
      [{ kind: 'remove' }],
      [tag('rl')],
      { starred: true, note: 'n', status: 'read', tags: ['rl'] },
    ],
    [
      'and if its note changes meanwhile: with that',
      [star(true), note('n')],
      [note('n more')],
      [{ kind: 'remove' }],
      { starred: true, note: 'n more' },
    ],
    [
      'a tag that is added while the star, all that there was, is taken back',
      [star(true)],
      [star(false)],
      [tag('rl')],
      { starred: false, tags: ['rl'] },
    ],
  ])('at once stays: %s', (_, before, here, there, wanted) => {
    const [a, b, c] = peersWith(3);
    for (const one of before) a.do(ID, one);
    exchange([a, b, c]);
    for (const one of here) a.do(ID, one);
    a.capture();
    for (const one of there) b.do(ID, one);
    exchange([a, b, c]);
    for (const { papers } of [a, b, c]) {
      expect(papers.get(ID)?.state.bookmark?.annotation).toMatchObject(wanted);
    }
  });

  test('a removal reaches the trash of each machine, and its own clock says when', () => {
    const [a, b] = peersWith(2);
    a.do(ID, note('n'));
    exchange([a, b]);
    a.do(ID, { kind: 'remove' });
    exchange([a, b]);
    expect(b.paper(ID).state.trashed?.annotation.note).toBe('n');
    b.do(ID, { kind: 'restore' });
    exchange([a, b]);
    expect(a.paper(ID).state.bookmark?.annotation.note).toBe('n');
  });

  test('what a version does not know goes along with what it knows', () => {
    const [a, b] = peersWith(2);
    a.do(ID, star(true));
    const [batch] = a.capture();
    if (!batch) throw new Error('a star is captured');
    const [record] = batch.records;
    const newer = { ...batch, records: [{ ...record, set: { ...record?.set, mood: ['good'] } }] };
    b.receive(newer as Batch);
    expect(b.paper(ID).replica.elements).toContainEqual(
      expect.objectContaining({ register: 'mood', value: ['good'] }),
    );
  });
});

type Peers<N> = N extends 1 ? [Peer] : N extends 2 ? [Peer, Peer] : [Peer, Peer, Peer];

function peersWith<N extends 1 | 2 | 3>(count: N, random = randomOf(count)): Peers<N> {
  const peers = Array.from({ length: count }, () => new Peer(toolsOf(random)));
  // The clocks differ: nothing but the order of what was said at once depends on them.
  peers[1]?.tools.now();
  return peers as Peers<N>; // as many
}

function follow(steps: readonly Step[], seed: number): Peer[] {
  const peers = peersWith(3, randomOf(seed));
  for (const one of steps) {
    const peer = peers[one.peer];
    if (!peer) throw new Error('there are three');
    if ('command' in one) peer.do(one.id, one.command);
    else hear(peer, peers, one.hears);
  }
  return peers;
}

/** One peer hears some of what there is, after which what it did itself is written. */
function hear(peer: Peer, peers: readonly Peer[], most: number): void {
  let left = most;
  for (const batch of peers.flatMap(({ written }) => written)) {
    if (left > 0 && peer.receive(batch)) left--;
  }
  peer.capture();
}

/** Everybody hears everything, in any order that is allowed, until nobody says anything new. */
function exchange(peers: readonly Peer[], random = randomOf(1)): void {
  for (let round = 0; round < 10; round++) {
    for (const peer of peers) peer.capture();
    const all = peers.flatMap(({ written }) => written);
    let isNew = false;
    for (const peer of peers) isNew = hearAll(peer, all, random) || isNew;
    if (!isNew) return;
  }
  throw new Error('they never stop');
}

function hearAll(peer: Peer, batches: readonly Batch[], random: () => number): boolean {
  let left = [...batches];
  let isNew = false;
  for (let heard = true; heard; ) {
    heard = false;
    left = left
      .map((batch) => ({ batch, key: random() }))
      .sort((a, b) => a.key - b.key)
      .map(({ batch }) => batch)
      .filter((batch) => {
        const isTurn = peer.receive(batch);
        heard ||= isTurn;
        return !isTurn;
      });
    isNew ||= heard;
  }
  const written = peer.written.length;
  peer.settle();
  return isNew || peer.written.length > written;
}

function star(starred: boolean): Command {
  return { kind: 'patch', patch: { starred } };
}
function tag(name: string): Command {
  return { kind: 'patch', patch: { addTags: [name] } };
}
function untag(name: string): Command {
  return { kind: 'patch', patch: { removeTags: [name] } };
}
function note(words: string): Command {
  return { kind: 'patch', patch: { note: words } };
}
function status(name: 'read' | 'reading' | null): Command {
  return { kind: 'patch', patch: { status: name } };
}
function notes(...all: string[]): string {
  return all.join('\n\n---\n\n');
}

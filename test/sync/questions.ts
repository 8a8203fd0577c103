import { isDeepStrictEqual } from 'node:util';
import type { Kept } from '../../lib/papers/bookmark';
import type { PaperState } from '../../lib/papers/trash';
import type { Dot } from '../../lib/sync/dots';
import { hasSeen, isWithin } from '../../lib/sync/seen';
import { shelvedOf } from '../../lib/sync/shelf';
import type { Peer } from '../unit/sync/peer';
import type { Machine, World } from './world';

/** Words of notes are made so that each is written once, and none begins like another: `w17.` */
const WORD = /w\d+\./g;

/** What has to be so in the end of one run. */
export class Questions {
  readonly #world: World;
  /** Words that somebody who saw them took out, or that only a state had which was thrown away. */
  readonly #out = new Set<string>();
  /** Words that were ever said, and the paper. */
  readonly #said = new Map<string, string>();
  /** Papers of which nobody has said anything since they were removed, and on which machine that was. */
  readonly #removed = new Map<string, Machine>();
  /** Papers that were removed before: others may still be bringing them back. */
  readonly #disputed = new Set<string>();
  /** Batches of states that were thrown away, by paper: the folder may have them where no machine has read them yet. */
  readonly #left = new Map<string, Set<Dot>>();
  /** What somebody has put on the shelf since anybody took it away, or anything was thrown away. */
  readonly #shelved = new Set<string>();
  #words = 0;

  constructor(world: World) {
    this.#world = world;
  }

  /** A new word for a note. */
  word(id: string): string {
    const word = `w${++this.#words}.`;
    this.#said.set(word, id);
    return word;
  }

  /**
   * Called after something was put on the shelf, or taken away. What is as it was said is not said again, whatever it was
   * meanwhile, and what a machine has that joins gives way to what the folder has.
   */
  shelved({ store: { peer } }: Machine, id: string, after: unknown): void {
    const said = shelvedOf(id, peer.paper(id).replica.elements);
    if (after === null || isDeepStrictEqual(said, after)) this.#shelved.delete(id);
    else if (!peer.isJoining) this.#shelved.add(id);
  }

  /** Called with a paper before and after each command on one machine. */
  commanded(machine: Machine, id: string, before: PaperState, after: PaperState): void {
    this.#removed.delete(id);
    if (before.trashed !== null && after.trashed === null && after.bookmark === before.bookmark) {
      this.#emptied(id);
    }
    const left = wordsIn(after);
    for (const word of wordsIn(before)) if (!left.has(word)) this.#out.add(word);
    const isRemoved = before.bookmark !== null && after.bookmark === null;
    if (isRemoved && this.#isKnownToAll(machine, id)) this.#removed.set(id, machine);
    if (isRemoved) this.#disputed.add(id);
  }

  /** Other trashes may drop what they have of a paper: each of them was told that it was removed. */
  #emptied(id: string): void {
    for (const { store } of this.#world.machines) {
      const { trashed } = store.peer.paper(id).state;
      for (const word of wordsIn({ bookmark: null, trashed })) this.#out.add(word);
    }
  }

  /** Whether a machine knows all that any other one has said about a paper. */
  #isKnownToAll({ store: { peer } }: Machine, id: string): boolean {
    if (peer.isJoining) return false;
    for (const dot of this.#left.get(id) ?? []) if (!hasSeen(peer.self.seen, dot)) return false;
    const unsent = peer.self.outbox.filter(({ records }) => records.some((one) => one.id === id));
    return this.#world.machines.every(({ store: { peer: other } }) => {
      if (other === peer) return true;
      // Sent, and the answer was lost: if the file is lost, too, and a copy of the machine has written meanwhile, it says
      // all of it again under another name, and its removal is of that (decision 30).
      if (unsent.some(({ dot }) => hasSeen(other.self.seen, dot))) return false;
      if (other.isJoining || other.pending.has(id)) return false;
      const isInStep = ([a, b]: [Peer, Peer]): boolean => isWithin(a.self.seen, b.self.seen);
      const sides: [Peer, Peer][] = [
        [peer, other],
        [other, peer],
      ];
      if (this.#disputed.has(id) && !sides.every(isInStep)) return false;
      return other.paper(id).replica.elements.every(({ dot }) => hasSeen(peer.self.seen, dot));
    });
  }

  /**
   * A state is thrown away: what only it had said is gone with it, and what its trash had, which does not travel: of a
   * paper that was removed and noted again before anybody heard of it the old note is nowhere else.
   */
  thrownAway(machine: Machine): void {
    const others = this.#world.machines.filter((one) => one !== machine);
    const elsewhere = new Set(others.flatMap((one) => [...wordsOn(one)]));
    for (const word of wordsOn(machine)) if (!elsewhere.has(word)) this.#out.add(word);
    // Perhaps nobody else has heard of what was removed here.
    for (const [id, by] of this.#removed) if (by === machine) this.#removed.delete(id);
    for (const { state } of machine.store.peer.papers.values()) {
      for (const word of wordsIn({ ...state, bookmark: null })) this.#out.add(word);
    }
    this.#leave(machine.store.peer);
    this.#shelved.clear();
  }

  #leave({ papers, self }: Peer): void {
    const unsent = new Set(self.outbox.map(({ dot }) => dot));
    for (const { id, replica } of papers.values()) {
      const sent = replica.elements.flatMap(({ dot }) => (unsent.has(dot) ? [] : dot));
      this.#left.set(id, new Set([...(this.#left.get(id) ?? []), ...sent]));
    }
  }

  /** A state is there again that was not: what it has not written yet is said now. */
  putBack({ store: { peer } }: Machine): void {
    const ids = peer.self.outbox.flatMap(({ records }) => records.map(({ id }) => id));
    for (const id of [...peer.pending, ...ids]) this.#removed.delete(id);
    // A library that meets the folder's again is an import.
    if (peer.isJoining) this.#removed.clear();
  }

  /** What is not as it has to be. */
  answers(): string[] {
    const wrong = [...this.#world.wrong];
    const [first, ...others] = this.#world.machines;
    if (first === undefined) return wrong;
    const library = first.store.peer.library();
    for (const [at, { store }] of others.entries()) {
      const theirs = store.peer.library();
      if (!isDeepStrictEqual(theirs, library)) {
        wrong.push(`machine ${at + 1} has another library than machine 0`);
      }
    }
    for (const [at, { store }] of this.#world.machines.entries()) {
      const said = store.peer.capture([...store.peer.papers.keys()]);
      if (said.length > 0) wrong.push(`machine ${at} has something to say that nobody said`);
    }
    const there = new Set(this.#world.machines.flatMap((one) => [...wordsOn(one)]));
    for (const [word, id] of this.#said) {
      if (!there.has(word) && !this.#out.has(word)) wrong.push(`${word} of ${id} is lost`);
    }
    for (const id of this.#removed.keys()) {
      if (first.store.peer.paper(id).state.bookmark !== null) wrong.push(`${id} is back`);
    }
    for (const id of this.#shelved) {
      if (!first.store.peer.paper(id).shelved) wrong.push(`${id} is lost`);
    }
    for (const name of this.#world.folder.rewritten) wrong.push(`${name} was written twice`);
    return wrong;
  }
}

function wordsOn({ store: { peer } }: Machine): Set<string> {
  return new Set([...peer.papers.values()].flatMap(({ state }) => [...wordsIn(state)]));
}

function wordsIn({ bookmark, trashed }: PaperState): Set<string> {
  const notes = [bookmark, trashed].map((kept: Kept | null) => kept?.annotation.note ?? '');
  return new Set(notes.flatMap((note) => note.match(WORD) ?? []));
}

import type { Annotation, AnnotationPatch } from '../../../lib/papers/annotation';
import { type Kept, keptIn } from '../../../lib/papers/bookmark';
import { deepEqual } from '../../../lib/papers/deepEqual';
import type { PaperId } from '../../../lib/papers/ids';
import { mergeKept, refreshPaper } from '../../../lib/papers/merging';
import type { Paper } from '../../../lib/papers/paper';
import { patched, removed, restored } from '../../../lib/papers/trash';
import type { Batch, Element, PaperHere } from '../../../lib/sync/elements';
import {
  type Applied,
  captureAll,
  isReady,
  newMachine,
  type Self,
  type Tools,
  unknownPaper,
} from '../../../lib/sync/machine';
import {
  idsToReceive,
  leaveId,
  meet,
  receive,
  type Side,
  settle,
  takeIn,
} from '../../../lib/sync/receiving';
import { hasSeen, type Seen } from '../../../lib/sync/seen';
import type { Shelved } from '../../../lib/sync/shelfThings';
import { shown } from '../../../lib/sync/showing';

/** What the reader does to one paper. */
export type Command =
  | { kind: 'patch'; patch: AnnotationPatch }
  | { kind: 'remove' | 'restore' | 'empty' }
  /** Something on the shelf is put there, or taken away. */
  | { kind: 'shelve'; shelved: Shelved | null }
  /** A page states more about the paper. */
  | { kind: 'told'; facts: Partial<Paper> }
  | { kind: 'import'; said: Annotation; extra?: Kept['extra'] };

/** A whole state, as a base has it. */
export interface State {
  seen: Seen;
  elements: Map<string, readonly Element[]>;
}

/** A machine in memory: what its commands and lib/sync make of its papers. */
export class Peer {
  self: Self;
  papers = new Map<string, PaperHere>();
  /** Papers that commands have changed. */
  pending = new Set<string>();
  /** Every batch it wrote. */
  readonly written: Batch[] = [];
  /** Papers that wait until all has come. */
  unsettled = new Set<string>();
  isJoining = false;
  readonly tools: Tools;

  constructor(tools: Tools) {
    this.tools = tools;
    this.self = newMachine(tools);
  }

  paper(id: string): PaperHere {
    return this.papers.get(id) ?? unknownPaper(id);
  }

  do(id: string, command: Command): void {
    const before = this.paper(id);
    const { state } = before;
    if (command.kind === 'shelve') {
      this.papers.set(id, { ...before, shelved: command.shelved });
      this.pending.add(id);
      return;
    }
    const after = this.#after(id as PaperId, before, command); // all others are about papers
    if (after.state === state && after.facts === before.facts) return;
    this.papers.set(id, after);
    const isTold = after.facts !== before.facts && state.bookmark !== null;
    const isEmptied = command.kind === 'empty';
    if (after.state.bookmark !== state.bookmark || isTold || isEmptied) this.pending.add(id);
  }

  #after(id: PaperId, paper: PaperHere, command: Exclude<Command, { kind: 'shelve' }>): PaperHere {
    const { state } = paper;
    const at = this.tools.now();
    switch (command.kind) {
      case 'patch': {
        const facts = paper.facts ?? { id, title: `About ${id}`, authors: ['A'] };
        return { ...paper, state: patched(state, command.patch, at), facts };
      }
      case 'told':
        return { ...paper, facts: paper.facts && told(paper.facts, command.facts) };
      case 'remove':
        return { ...paper, state: removed(state, at) };
      case 'restore':
        return { ...paper, state: restored(state) };
      case 'empty':
        return state.trashed === null ? paper : { ...paper, state: { ...state, trashed: null } };
      case 'import': {
        const { bookmark } = state;
        const kept = keptIn({ annotation: command.said, extra: command.extra });
        const all = bookmark ? mergeKept(bookmark, kept) : kept;
        const facts = { id, title: `Imported ${id}`, authors: [] };
        return { ...paper, state: { ...state, bookmark: all }, facts: paper.facts ?? facts };
      }
    }
  }

  capture(ids: Iterable<string> = this.pending): Batch[] {
    if (this.isJoining) return [];
    const papers = [...ids].map((id) => this.paper(id));
    const done = captureAll(this.self, papers, this.tools);
    const batches = done.self.outbox.slice(this.self.outbox.length);
    this.written.push(...batches);
    this.#keep(done);
    for (const { id } of papers) this.pending.delete(id);
    return batches;
  }

  /** Applies a batch; false where it cannot be its turn, or was before. */
  receive(batch: Batch): boolean {
    if (hasSeen(this.self.seen, batch.dot) || !isReady(this.self.seen, batch)) return false;
    this.#take(receive(this.#side(), batch, this.tools), new Set(idsToReceive(this, batch)));
    return true;
  }

  /** Takes in a whole state of another machine. */
  join(state: State): void {
    this.#take(takeIn(this.#side(), state, this.tools), this.pending);
  }

  leaveId(): void {
    this.#keep(leaveId(this.#side(), this.tools));
  }

  /** All has come that there is. */
  settle(): void {
    const before = this.self.outbox.length;
    const done = settle(this, this.unsettled, this.tools);
    this.written.push(...done.self.outbox.slice(before));
    this.#keep(done);
    this.unsettled.clear();
  }

  /** A library that was here before becomes one with what came. */
  endJoining(): void {
    this.isJoining = false;
    for (const paper of this.papers.values()) {
      this.papers.set(paper.id, meet(paper));
      this.pending.add(paper.id);
    }
    this.capture();
  }

  #side(): Side {
    const { self, papers, pending: changed, isJoining } = this;
    return { self, papers, changed, isJoining };
  }

  #take(done: Applied, captured: ReadonlySet<string>): void {
    const before = new Set(this.self.outbox.map(({ dot }) => dot));
    this.written.push(...done.self.outbox.filter(({ dot }) => !before.has(dot)));
    this.#keep(done);
    if (this.isJoining) return;
    for (const id of captured) this.pending.delete(id);
    for (const id of done.unsettled) this.unsettled.add(id);
  }

  state(): State {
    const elements = [...this.papers.values()].flatMap(({ id, replica }) =>
      replica.elements.length === 0 ? [] : [[id, replica.elements] as const],
    );
    return { seen: this.self.seen, elements: new Map(elements) };
  }

  /** The library as an export has it, less what sites state. */
  library(): unknown[] {
    return [...this.papers.values()]
      .filter(({ state, shelved }) => state.bookmark !== null || shelved)
      .map(({ id, state, facts, replica, shelved }) => ({
        id,
        ...state.bookmark,
        shelved,
        facts: shown(id, replica.elements).facts,
        abstract: facts?.abstract,
      }))
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  #keep({ self, papers }: { self: Self; papers: readonly PaperHere[] }): void {
    this.self = self;
    for (const paper of papers) this.papers.set(paper.id, paper);
  }
}

function told(known: Paper, facts: Partial<Paper>): Paper {
  const next = refreshPaper(known, { ...known, ...facts });
  return deepEqual(next, known) ? known : next;
}

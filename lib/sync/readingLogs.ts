import { type Dot, dotOf, partsOf } from './dots';
import type { Batch } from './elements';
import { fetchText } from './fetching';
import { AT_ONCE } from './fetchingAhead';
import { areNamed, readLog } from './logs';
import { isReady } from './machine';
import type { LogName } from './names';
import type { Round } from './round';
import { hasSeen, type Seen } from './seen';

/** Reads logs, each once in a cycle, and applies their batches when it is their turn. */
export class LogReader {
  readonly #round: Round;
  readonly #read = new Set<string>();
  readonly #waiting = new Map<Dot, Batch>();

  constructor(round: Round) {
    this.#round = round;
  }

  /** Reads and applies what can be; how many batches. */
  async readOn(): Promise<number> {
    let applied = 0;
    for (;;) {
      const names = await this.#nextNames();
      await Promise.all(names.map((name) => this.#readOne(name)));
      const now = await this.#applyReady();
      applied += now;
      if (names.length + now === 0) return applied;
    }
  }

  /** Of each machine the files that go on from what was seen, the longest first. */
  async #nextNames(): Promise<string[]> {
    const { self } = await this.#round.store.load();
    const next = [...this.#round.files].flatMap(([name, file]) =>
      file.kind === 'log' && !this.#read.has(name) && goesOn(self.seen, file)
        ? [{ name, span: file.to - file.from }]
        : [],
    );
    return next
      .sort((a, b) => b.span - a.span)
      .slice(0, AT_ONCE)
      .map(({ name }) => name);
  }

  async #readOne(name: string): Promise<void> {
    this.#read.add(name);
    const text = await fetchText(this.#round, 'main', name);
    const batches = text === null ? null : readLog(text);
    if (batches === null) return;
    const file = this.#round.files.get(name);
    if (file?.kind !== 'log' || !areNamed(batches, file)) return;
    for (const batch of batches) this.#waiting.set(batch.dot, batch);
  }

  async #applyReady(): Promise<number> {
    let applied = 0;
    const held = await this.#round.heldBack?.([...this.#waiting.values()]);
    if (held !== undefined && held.size > 0) this.#round.hasUnread = true;
    for (let isAny = true; isAny; ) {
      isAny = false;
      for (const batch of [...this.#waiting.values()]) {
        if (held?.has(partsOf(batch.dot).machine)) continue;
        const { self } = await this.#round.store.load();
        const isKnown = hasSeen(self.seen, batch.dot);
        if (!isKnown && !isReady(self.seen, batch)) continue;
        this.#waiting.delete(batch.dot);
        if (isKnown) continue;
        await this.#round.store.apply(batch);
        applied++;
        isAny = true;
      }
    }
    return applied;
  }
}

function goesOn(seen: Seen, { machine, from, to, nonce }: LogName): boolean {
  const reached = seen.get(machine)?.length ?? 0;
  return from <= reached + 1 && !hasSeen(seen, dotOf({ machine, n: to, nonce }));
}

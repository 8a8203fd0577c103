import { type Elements, namesInBase, readBase, readPart } from './bases';
import { type Dot, dotOf, partsOf } from './dots';
import type { Batch, Element } from './elements';
import { fetchText, noteDamage } from './fetching';
import { AT_ONCE, fetchedAhead } from './fetchingAhead';
import { areNamed, readLog } from './logs';
import { isReady } from './machine';
import type { LogName } from './names';
import { memoryOf, type Round, sinceOf } from './round';
import { hasSeen, isWithin, rememberingSeen, type Seen } from './seen';
import type { FolderMemory, KnownBase } from './store';

/** From so many papers on what has come of a whole state is handed on: parts are small, and each time costs a transaction. */
const ENOUGH = 300;

/** Reads and applies what others have written since. Returns how many batches and bases came. */
export async function readNews(round: Round): Promise<number> {
  await readManifests(round);
  const { self } = await round.store.load();
  // A new machine takes a whole state before the steps that led to it.
  let came = self.seen.size === 0 ? await takeBases(round) : 0;
  const reader = new LogReader(round);
  for (;;) {
    const batches = await reader.readOn();
    const bases = await takeBases(round);
    came += batches + bases;
    if (batches + bases === 0) return came;
  }
}

/** Reads manifests that are new, and forgets those that are not there any more. */
async function readManifests(round: Round): Promise<void> {
  const { bases, broken } = await memoryOf(round);
  const there = new Map<string, KnownBase>();
  const now = round.tools.now();
  for (const [name, { kind }] of [...round.files]) {
    if (kind !== 'base') continue;
    const known = bases.get(name);
    const text = known ? null : await fetchText(round, 'main', name);
    const read = text === null ? null : readBase(text);
    const base = known ?? (text !== null && read ? { ...read, names: namesInBase(text) } : null);
    if (base) there.set(name, { ...base, since: sinceOf(known?.since, now) });
  }
  if (there.size + bases.size === 0) return;
  await round.store.remember({
    bases: there,
    broken: broken.filter((name) => there.has(name)),
  });
}

/** Takes in bases that have something which was not seen here. */
async function takeBases(round: Round): Promise<number> {
  let taken = 0;
  const { bases } = await memoryOf(round);
  for (const [name, base] of largestFirst(bases)) {
    const { self } = await round.store.load();
    if (isWithin(base.seen, self.seen)) continue;
    const became = await takeParts(round, name, base);
    // Without one of its parts it is as damaged as its file can be, and nobody else may look at it today. Where another
    // program carries the files, the part may be on its way, for days.
    const isDamaged = became === 'wrong' || (became === 'late' && !round.folder.isCarried);
    await noteDamage(round, 'main', name, isDamaged);
    if (became !== 'taken') continue;
    if (await round.isHeldBack?.(writerOf(round, name))) {
      round.hasUnread = true;
      continue;
    }
    await round.store.joinState();
    taken++;
  }
  return taken;
}

/**
 * Takes the parts of a base, the last first: papers' ids follow the calendar. `late`: one of them cannot be had; `wrong`:
 * they say what no machine would.
 */
async function takeParts(
  round: Round,
  name: string,
  { seen, parts }: KnownBase,
): Promise<'taken' | 'late' | 'wrong'> {
  const { store } = round;
  const left = parts.toReversed().slice(await store.beginState(name, seen));
  const has = rememberingSeen(seen);
  let below: string | null = null;
  let wanted = left.length;
  let [some, count] = [new Map<string, readonly Element[]>(), 0];
  for await (const text of fetchedAhead(round, left)) {
    if (text === null) return 'late';
    const elements = readPart(text);
    if (elements === null || !isSeen(elements, has)) return 'wrong';
    const ids = [...elements.keys()].sort();
    wanted -= 1;
    const [first, last] = [ids[0], ids.at(-1)];
    if (first === undefined || last === undefined || (below !== null && last >= below))
      return 'wrong';
    below = first;
    some = new Map([...some, ...elements]);
    count += 1;
    if (some.size < ENOUGH && wanted > 0) continue;
    await store.takeParts({ from: wanted === 0 ? '' : first, elements: some, count });
    [some, count] = [new Map(), 0];
  }
  if (parts.length === 0) await store.takeParts({ from: '', elements: some, count: 0 });
  return 'taken';
}

/** Whether all that is said was said in batches that were seen: else it would be neither new nor removed where those come. */
function isSeen(elements: Elements, has: (dot: Dot) => boolean): boolean {
  return [...elements.values()].every((all) => all.every(({ dot }) => has(dot)));
}

function writerOf({ files }: Round, name: string): string {
  const file = files.get(name);
  return file?.kind === 'base' ? file.machine : '';
}

function largestFirst(bases: FolderMemory['bases']): [string, KnownBase][] {
  const sizeOf = (seen: Seen): number =>
    [...seen.values()].reduce((all, numbers) => all + numbers.length, 0);
  return [...bases].sort(([, a], [, b]) => sizeOf(b.seen) - sizeOf(a.seen));
}

/** Reads logs, each once in a cycle, and applies their batches when it is their turn. */
class LogReader {
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

import { emptyAnnotation } from '../../lib/papers/annotation';
import type { PaperId } from '../../lib/papers/ids';
import { TAG_COLOURS } from '../../lib/papers/tagColours';
import type { ShelfId, Shelved } from '../../lib/sync/shelfThings';
import type { Trouble } from '../fakes/memoryFolder';
import type { Command } from '../unit/sync/peer';
import type { ModelStore } from './memoryStore';
import type { Questions } from './questions';
import type { Machine, World } from './world';

const MINUTE = 60_000;
const DAY = 86_400_000;
const YEAR = 365 * DAY;
const PAPERS: PaperId[] = ['arxiv:2504.00001', 'arxiv:2504.00002', 'hf:a-paper', 'hf:b-paper'];
const TAGS = ['rl', 'RL', 'llm', '__proto__'];
const TROUBLES: Trouble[] = ['offline', 'replyLost', 'cut', 'full', 'stale'];

/** States that were kept, to be put back. */
export interface Copies {
  machines: { machine: Machine; store: ModelStore }[];
  folders: ReturnType<World['folder']['copy']>[];
}

/** Does one thing at random. */
export async function doSomething(world: World, asked: Questions, copies: Copies): Promise<void> {
  const machine = world.one(world.machines);
  const chosen = world.upTo(100);
  const did = (what: string): number =>
    world.log.push(`${world.machines.indexOf(machine)} ${what}`);
  if (chosen < 42) return command(world, asked, machine);
  if (chosen < 62) {
    did('syncs');
    const outcome = await world.sync(machine);
    if (outcome?.kind === 'noLibrary' && world.upTo(2) === 0) {
      did('puts the library there again');
      await world.open(machine);
    }
  } else if (chosen < 72) {
    const steps = 1 + world.upTo(120);
    did(`syncs and dies at ${steps}`);
    await world.sync(machine, { steps });
  } else if (chosen < 80) {
    did('syncs over a bad line');
    const trouble = () => (world.upTo(5) === 0 ? world.one(TROUBLES) : null);
    await world.sync(machine, { trouble });
  } else if (chosen < 88) {
    world.time += world.one([MINUTE, 11 * MINUTE, 11 * MINUTE, DAY, 8 * DAY, 40 * DAY]);
    did('time passes');
  } else if (chosen < 91) {
    machine.offset = world.one([0, 0, YEAR, -YEAR, 5 * MINUTE]);
    did(`its clock is off by ${machine.offset}`);
  } else if (chosen < 96) await profile(world, asked, copies, machine);
  else await folder(world, copies);
}

async function command(world: World, asked: Questions, machine: Machine): Promise<void> {
  if (world.upTo(8) === 0) return shelve(world, asked, machine);
  const ids = world.upTo(1_000) === 0 ? manyPapers() : [world.one(PAPERS)];
  const kind = world.upTo(13);
  for (const id of ids) {
    const what = commandOf(world, asked, machine, id, kind);
    const before = machine.store.peer.paper(id).state;
    await machine.store.do(id, what);
    asked.commanded(machine, id, before, machine.store.peer.paper(id).state);
    if (ids.length === 1) {
      world.log.push(`${world.machines.indexOf(machine)} ${id} ${JSON.stringify(what)}`);
    }
  }
}

/** Colours a tag, saves a search or dismisses a paper, or takes that away. */
async function shelve(world: World, asked: Questions, machine: Machine): Promise<void> {
  const at = `2026-01-01T00:00:0${world.upTo(10)}.000Z`;
  const [tag, colour] = [world.one(['rl', 'RL']), world.one(TAG_COLOURS)];
  const [id, thing] = world.one<[ShelfId, Shelved]>([
    ['colour:rl', { key: 'rl', tag, colour }],
    ['search:__proto__', { name: '__proto__', query: `rl ${world.upTo(3)}`, savedAt: at }],
    ['dismissed:hf:not-mine', { id: 'hf:not-mine', title: 'Not mine', dismissedAt: at }],
  ]);
  const shelved = world.upTo(3) > 0 ? thing : null;
  await machine.store.do(id, { kind: 'shelve', shelved });
  asked.shelved(machine, id, shelved);
  world.log.push(`${world.machines.indexOf(machine)} ${id} ${JSON.stringify(shelved)}`);
}

function commandOf(
  world: World,
  asked: Questions,
  { store }: Machine,
  id: PaperId,
  kind: number,
): Command {
  const note = store.peer.paper(id).state.bookmark?.annotation.note ?? '';
  const tag = world.one(TAGS);
  switch (kind) {
    case 0:
      return { kind: 'patch', patch: { starred: world.upTo(3) > 0 } };
    case 1:
      return { kind: 'patch', patch: { status: world.one(['to-read', 'reading', 'read', null]) } };
    case 2:
      return { kind: 'patch', patch: { addTags: [tag] } };
    case 3:
      return { kind: 'patch', patch: { removeTags: [tag] } };
    case 4:
    case 5:
      return { kind: 'patch', patch: { note: `${note} ${asked.word(id)}`.trim() } };
    case 6:
      return { kind: 'patch', patch: { note: note.split(' ').slice(1).join(' ') } };
    case 7:
      return { kind: 'patch', patch: { note: asked.word(id), noteWas: note } };
    case 8:
    case 9:
      return { kind: 'remove' };
    case 10:
      return { kind: world.one(['restore', 'restore', 'empty']) };
    case 11:
      return { kind: 'told', facts: { abstract: `What ${id} is about.` } };
    default:
      return { kind: 'import', said: imported(asked.word(id), world.one(['2025', '2027'])) };
  }
}

function imported(note: string, year: string) {
  const at = `${year}-01-01T00:00:00.000Z`;
  return { ...emptyAnnotation(at), note, noteAt: at, starred: true, starredAt: at };
}

function manyPapers(): PaperId[] {
  return Array.from({ length: 1_200 }, (_, n): PaperId => `hf:job-${n}`);
}

async function profile(
  world: World,
  asked: Questions,
  copies: Copies,
  machine: Machine,
): Promise<void> {
  const at = world.machines.indexOf(machine);
  const kept = copies.machines.filter((one) => one.machine === machine).at(-1);
  switch (world.upTo(5)) {
    case 0:
    case 1:
      world.log.push(`${at} is kept`);
      copies.machines.push({ machine, store: await machine.store.copy(machine.store.peer.tools) });
      return;
    case 2:
      if (kept === undefined) return;
      world.log.push(`${at} is put back`);
      asked.thrownAway(machine);
      machine.store = await kept.store.copy(world.toolsOf(machine));
      return asked.putBack(machine);
    case 3:
      if (world.machines.length >= 6) return;
      world.log.push(`${at} is copied`);
      await world.add(machine.store);
      return;
    default: {
      const keepsLibrary = world.upTo(2) === 0;
      world.log.push(`${at} loses what it knew of the others${keepsLibrary ? '' : ', and all'}`);
      await startAgain(world, asked, machine, keepsLibrary);
    }
  }
}

/** A new profile, or one whose library came back from the copy that a browser keeps. */
async function startAgain(
  world: World,
  asked: Questions,
  machine: Machine,
  keepsLibrary: boolean,
): Promise<void> {
  asked.thrownAway(machine);
  const { papers } = machine.store.peer;
  machine.store = world.newStore(world.toolsOf(machine));
  const library = keepsLibrary ? [...papers.values()] : [];
  await machine.store.begin(library.map((paper) => ({ ...paper, replica: { elements: [] } })));
  asked.putBack(machine);
  await world.open(machine);
}

async function folder(world: World, copies: Copies): Promise<void> {
  const kept = copies.folders.at(-1);
  const place = world.one(['main', 'main', 'parts'] as const);
  const files = world.folder.places[place];
  const names = [...files.keys()];
  switch (world.upTo(6)) {
    case 0:
    case 1:
      world.log.push('the folder is kept');
      copies.folders.push(world.folder.copy());
      return;
    case 2:
      if (kept === undefined) return;
      world.log.push('the folder is put back');
      return world.folder.putBack(kept);
    case 3:
      world.log.push('the folder is emptied');
      return world.folder.putBack({ main: new Map(), parts: new Map() });
    case 4: {
      if (names.length === 0) return;
      const name = world.one(names);
      world.log.push(`${name} is gone`);
      files.delete(name);
      return;
    }
    default: {
      if (names.length === 0) return;
      const name = world.one(names);
      const bytes = files.get(name)?.slice() ?? new Uint8Array();
      bytes[world.upTo(bytes.length)] = world.upTo(256);
      world.log.push(`a byte of ${name} is another one`);
      files.set(name, bytes);
    }
  }
}

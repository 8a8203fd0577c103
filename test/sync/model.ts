import { createHash } from 'node:crypto';
import { fromHex, PLAIN, type Seal, sealWith } from '../../lib/sync/sealing';
import { randomOf } from '../unit/sync/tools';
import { type Copies, doSomething } from './deeds';
import { Questions } from './questions';
import { World } from './world';

/** What a run came to. */
export interface Result {
  /** Empty where all is as it has to be. */
  wrong: string[];
  /** Rounds until nobody had anything to say any more. */
  rounds: number;
  machines: number;
  log: readonly string[];
}

const MOST_ROUNDS = 8;

/** The same as without a passphrase, without waiting for WebCrypto's threads. */
const QUICK: Seal = {
  ...PLAIN,
  hash: (content) =>
    Promise.resolve(createHash('sha256').update(content).digest('hex').slice(0, 32)),
};

/**
 * One run: some machines work and sync while all sorts of things go wrong; then nothing does any more, all sync until
 * nothing changes, a new machine comes, and questions are asked.
 */
export async function run(
  seed: number,
  newStore?: ConstructorParameters<typeof World>[2],
): Promise<Result> {
  const random = randomOf(seed);
  const world = new World(
    random,
    seed % 10 === 0 ? await sealWith(fromHex('5a'.repeat(32))) : QUICK,
    newStore,
  );
  const asked = new Questions(world);
  const copies: Copies = { machines: [], folders: [] };
  for (let n = 2 + world.upTo(3); n > 0; n--) await world.add();
  for (let n = 20 + world.upTo(70); n > 0; n--) await doSomething(world, asked, copies);
  const rounds = await settle(world);
  await world.add();
  await settle(world);
  return {
    wrong: [
      ...(rounds > MOST_ROUNDS ? [`no end after ${MOST_ROUNDS} rounds`] : []),
      ...asked.answers(),
    ],
    rounds,
    machines: world.machines.length,
    log: world.log,
  };
}

/** Everybody syncs, every eleven minutes, until nobody has anything to do; the number of rounds. */
async function settle(world: World): Promise<number> {
  for (let round = 1; round <= MOST_ROUNDS; round++) {
    let isCalm = true;
    for (const machine of world.machines) {
      let outcome = await world.sync(machine);
      if (outcome?.kind === 'noLibrary') {
        await world.open(machine);
        outcome = await world.sync(machine);
      }
      const { memory } = machine.store;
      isCalm &&= memory.calm !== null && (outcome?.kind === 'same' || !hasNews(outcome));
    }
    if (isCalm) return round;
    world.time += 11 * 60_000;
  }
  return MOST_ROUNDS + 1;
}

function hasNews(outcome: Awaited<ReturnType<World['sync']>>): boolean {
  return outcome?.kind !== 'done' || outcome.came + outcome.sent > 0;
}

import { createLog } from './log.ts';
import { carryOut, type Hearing, hearingOf } from './run.ts';
import { openStage, type Stage } from './stage.ts';

/** Runs on one profile, before there is a new one: the library grows with each. */
const RUNS_ON_A_PROFILE = 25;

/** Longest that a run may take: one that waits for somebody who has died waits for ever. */
const PATIENCE_MS = 180_000;

export interface FaultOptions {
  extension: string;
  seed: number;
  /** The numbers of the runs. */
  from: number;
  runs: number;
  say: (line: string) => void;
}

/** Carries out runs and says of each that went wrong how to have it again. Gives how many did. */
export async function tryFaults(options: FaultOptions): Promise<number> {
  const { extension, seed, from, runs, say } = options;
  const hearing: Hearing = { log: createLog(), doing: 'nothing' };
  let stage: Stage | null = null;
  let wrong = 0;
  try {
    for (let run = from; run < from + runs; run++) {
      if (stage !== null && (run - from) % RUNS_ON_A_PROFILE === 0) {
        await stage.close();
        stage = null;
      }
      stage ??= await openStage(extension, hearingOf(hearing));
      const found = await inTime(carryOut(stage, hearing, seed, run), hearing).catch(
        (error: unknown) => [
          error instanceof Error ? (error.stack ?? error.message) : String(error),
        ],
      );
      if ((run - from) % 25 === 24) say(`${run - from + 1} runs done, ${wrong} went wrong.`);
      if (found.length === 0) continue;
      wrong += 1;
      say(`Run ${run} of seed ${seed} went wrong; again: --seed ${seed} --from ${run} --runs 1`);
      for (const line of found) say(`  ${line}`);
      await stage.close().catch(() => {}); // whatever state it is in
      stage = null;
    }
  } finally {
    await stage?.close();
  }
  return wrong;
}

/** What a run found, or that it did not end. */
async function inTime(run: Promise<string[]>, hearing: Hearing): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string[]>((resolve) => {
    timer = setTimeout(() => {
      resolve([`It did not end within ${PATIENCE_MS / 1_000} s: ${hearing.doing}.`]);
    }, PATIENCE_MS);
  });
  // What it says after that is about a stage that is gone.
  run.catch(() => {});
  return Promise.race([run, late]).finally(() => clearTimeout(timer));
}

/** Reads `--seed`, `--from` and `--runs`, and tries. */
export async function faultsFromArguments(
  args: readonly string[],
  extension: string,
  say: (line: string) => void,
): Promise<number> {
  const number = (name: string, otherwise: number): number => {
    const at = args.indexOf(`--${name}`);
    if (at < 0) return otherwise;
    const value = Number(args[at + 1]);
    if (!Number.isSafeInteger(value) || value < 0) throw new Error(`--${name} needs a number.`);
    return value;
  };
  const seed = number('seed', Math.floor(Math.random() * 1_000_000));
  const [from, runs] = [number('from', 0), number('runs', 1_000)];
  say(`Seed ${seed}, runs ${from} to ${from + runs - 1}.`);
  const start = performance.now();
  const wrong = await tryFaults({ extension, seed, from, runs, say });
  const minutes = ((performance.now() - start) / 60_000).toFixed(1);
  say(`${runs} runs in ${minutes} minutes, ${wrong} went wrong.`);
  return wrong;
}

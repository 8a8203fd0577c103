import { join } from 'node:path';
import { ROOT } from '../e2e/harness/build.ts';
import { builtExtension, permitServer } from './building.ts';
import { bundleTable } from './bundles.ts';
import type { Figure, Measured, Samples } from './figures.ts';
import type { Measure } from './measure.ts';
import { annotate } from './measures/annotate.ts';
import { bulk } from './measures/bulk.ts';
import { editing } from './measures/editing.ts';
import { exporting } from './measures/exporting.ts';
import { importing } from './measures/importing.ts';
import { keystrokes } from './measures/keystrokes.ts';
import { memory } from './measures/memory.ts';
import { opening } from './measures/opening.ts';
import { scrolling } from './measures/scrolling.ts';
import { space } from './measures/space.ts';
import { star } from './measures/star.ts';
import { syncing } from './measures/syncing.ts';
import { seededProfile } from './seeding.ts';
import { openStage, type Stage } from './stage.ts';
import { tableOf } from './table.ts';

/** What is measured, in this order: what changes the library comes last. */
export const MEASURES: readonly Measure[] = [
  space,
  opening,
  keystrokes,
  scrolling,
  memory,
  annotate,
  editing,
  exporting,
  importing,
  star,
  bulk,
  syncing,
];

export interface BenchOptions {
  sizes: readonly number[];
  runs: number;
  /** Measures whose name has this in it; empty: all. */
  only: string;
  /** Where the extension, and the libraries that are made once, are kept. */
  folder: string;
  say: (line: string) => void;
  /** A build that is measured; one is made for it where nothing is said. */
  extension?: string;
}

export interface Bench {
  measured: Measured;
  figures: Figure[];
  /** The tables, in Markdown. */
  lines: string[];
}

/** Measures the extension, and gives the figures and their table. */
export async function bench(options: BenchOptions): Promise<Bench> {
  const { sizes, runs, only, folder, say, extension = builtExtension(folder) } = options;
  permitServer(extension);
  const measures = MEASURES.filter(({ name }) => name.includes(only));
  const measured: Measured = new Map();
  const stages: Stage[] = [];
  const failures: string[] = [];
  try {
    for (const size of measures.length > 0 ? sizes : []) {
      const profile = await seededProfile(join(folder, 'profiles'), extension, size, say);
      stages.push(await openStage(size, extension, profile));
    }
    for (const measure of measures) {
      failures.push(...(await take(measure, stages, runs, measured, say)));
    }
  } finally {
    // A browser that is gone already takes nothing away from what was measured.
    await Promise.allSettled(stages.map((stage) => stage.close()));
  }
  const figures = measures.flatMap((measure) => measure.figures);
  const lines = [
    ...tableOf(figures, measured, sizes),
    ...failures.map((failure) => `Not in the table: ${failure}`),
    '',
    ...bundleTable(extension),
  ];
  return { measured, figures, lines };
}

/** All sizes by turns, so that whatever else the machine does is shared among them. Gives what failed. */
async function take(
  measure: Measure,
  stages: readonly Stage[],
  runs: number,
  measured: Measured,
  say: (line: string) => void,
): Promise<string[]> {
  const failures: string[] = [];
  for (let run = 0; run < Math.min(runs, measure.most ?? runs); run++) {
    for (const stage of stages) {
      const start = performance.now();
      try {
        keep(await measure.once(stage, run), stage.size, measured);
      } catch (error) {
        failures.push(`${measure.name} at ${stage.size}, run ${run + 1}: ${String(error)}`);
        say(failures.at(-1) ?? '');
      }
      const took = Math.round(performance.now() - start);
      say(`${measure.name}, ${stage.size} papers, run ${run + 1}: ${took} ms`);
    }
  }
  return failures;
}

function keep(samples: Samples, size: number, measured: Measured): void {
  for (const [figure, values] of Object.entries(samples)) {
    const bySize = measured.get(figure) ?? new Map<number, number[]>();
    measured.set(figure, bySize);
    bySize.set(size, [...(bySize.get(size) ?? []), ...values]);
  }
}

/** The bench as it is called from the command line. */
export async function benchFromArguments(
  args: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  const said = (name: string): string | undefined => {
    const at = args.indexOf(`--${name}`);
    return at < 0 ? undefined : args[at + 1];
  };
  const sizes = (said('sizes') ?? '100,1000,10000,100000').split(',').map(Number);
  const runs = Number(said('runs') ?? 7);
  if (![...sizes, runs].every((one) => Number.isSafeInteger(one) && one > 0)) {
    throw new Error('--sizes and --runs are whole numbers, as in "--sizes 100,1000 --runs 5".');
  }
  const folder = join(ROOT, '.output/bench');
  const { lines } = await bench({ sizes, runs, only: said('only') ?? '', folder, say });
  say('');
  for (const line of lines) say(line);
}

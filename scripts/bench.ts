// Measures what the extension costs, in a real browser with libraries of several sizes, and prints one table.
//   npm run bench                                       all of it: sizes of 100 to 100,000; takes long
//   npm run bench -- --sizes 100,1000 --runs 5          smaller, or more exact
//   npm run bench -- --only open                        measures whose name has this in it
import { runnerImport } from 'vite';

const { module } = await runnerImport<typeof import('../test/bench/bench.ts')>(
  new URL('../test/bench/bench.ts', import.meta.url).pathname,
);
try {
  await module.benchFromArguments(process.argv.slice(2), (line: string) => console.log(line));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

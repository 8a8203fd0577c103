import { expect, test } from 'vitest';
import { run } from './model';

/** Runs that wait for one another's files: they are independent. */
const AT_ONCE = 8;

const runs = Number(process.env['SYNC_RUNS'] ?? 300);
const seed = Number(process.env['SYNC_SEED'] ?? Math.floor(Math.random() * 1e9));

test(`machines that go wrong in every way end with one library: ${runs} runs from seed ${seed}`, {
  timeout: Math.max(60_000, runs * 500),
}, async () => {
  for (let n = 0; n < runs; n += AT_ONCE) {
    const seeds = Array.from({ length: Math.min(AT_ONCE, runs - n) }, (_, at) => seed + n + at);
    await Promise.all(seeds.map(judge));
  }
});

async function judge(one: number): Promise<void> {
  const { wrong, log } = await run(one);
  const story = wrong.length === 0 ? '' : `seed ${one}\n${log.join('\n')}`;
  expect(wrong, story).toEqual([]);
}

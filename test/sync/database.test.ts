import { expect, test } from 'vitest';
import { DatabaseStore } from './databaseStore';
import { run } from './model';

const runs = Math.ceil(Number(process.env['SYNC_RUNS'] ?? 300) / 60);
const seed = Number(process.env['SYNC_SEED'] ?? Math.floor(Math.random() * 1e9));

test(`machines with databases that stop between any two writes end with one library: ${runs} runs from seed ${seed}`, {
  timeout: Math.max(60_000, runs * 5_000),
}, async () => {
  for (let one = seed; one < seed + runs; one++) {
    const { wrong, log } = await run(one, (tools) => new DatabaseStore(tools));
    expect(wrong, `seed ${one}\n${log.join('\n')}`).toEqual([]);
  }
});

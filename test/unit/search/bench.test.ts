import { expect, test } from 'vitest';
import { measureSearch } from '../../bench/search';

/** `SEARCH_BENCH=100000 npx vitest run --project unit test/unit/search/bench.test.ts` measures in earnest. */
const size = Number(process.env['SEARCH_BENCH'] ?? 300);

test('every kind of search is answered for certain, and what it takes is measured', async ({
  annotate,
}) => {
  const lines = measureSearch(size);
  await annotate(lines.join('\n'));
  const searches = lines.filter((line) => line.includes('found'));
  expect(searches).toHaveLength(10);
  for (const line of searches) expect(line).toContain(' 0 unsure');
  expect(searches.find((line) => line.startsWith('everything'))).toContain(`${size} found`);
}, 600_000);

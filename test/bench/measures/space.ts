import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { atMost } from '../figures.ts';
import type { Measure } from '../measure.ts';

const SIZE = 'database on disk, history and search index included';

/**
 * What the same library took with facts in every row and four indexes on bookmarks: a third less is asked for. Measured
 * once, in Chromium 156, when version 5 of the schema came.
 */
const BEFORE_MB = 591;

/** Bytes in the files of the extension's databases, as the seeded profile has them. */
export const space: Measure = {
  name: 'space',
  most: 1,
  figures: [{ name: SIZE, unit: 'MB', goals: [atMost(Math.round((BEFORE_MB * 2) / 3), 'MB')] }],
  async once({ profile, asterism }) {
    const folder = join(profile, 'Default', 'IndexedDB');
    const own = readdirSync(folder).filter((name) => name.includes(asterism.extensionId));
    return { [SIZE]: [sum(own.map((name) => sizeOf(join(folder, name)))) / 1e6] };
  },
};

function sizeOf(path: string): number {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.size;
  return sum(readdirSync(path).map((name) => sizeOf(join(path, name))));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

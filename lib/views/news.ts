import type { EarlySetting } from '../settings/early';

/**
 * Whether the reader has not yet seen what this version brings. Who has just installed it has nothing to be told; who
 * has updated is told until the news were looked at.
 */
export function hasNews(seen: EarlySetting<string | null>, version: string): boolean {
  const last = seen.read();
  if (last === null) seen.write(version);
  return last !== null && last !== version;
}

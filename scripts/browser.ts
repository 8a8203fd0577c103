import { existsSync } from 'node:fs';

/** The Chromium to use, or null where there is none. */
export function findBrowser(): string | null {
  const candidates = [process.env['BROWSER_PATH'], '/usr/bin/chromium'];
  return candidates.find((path) => path !== undefined && existsSync(path)) ?? null;
}
